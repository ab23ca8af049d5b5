import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { expect, test } from 'vitest'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { readPacket } from '#app/services/packet/read-packet.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { forgeClearance } from '#tests/support/forge-clearance.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	openedMatter,
	orderOn,
	submittedMatter,
	uploadText,
} from '#tests/support/drafting-steps.ts'
import { listedItem, orderAt } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { type Attack, type Ground, listing, live, own } from '#tests/support/attack-statements.ts'
import { POSTGRESQL_ATTACKS, SQLITE_ATTACKS } from '#tests/support/attacks-of-one-engine.ts'
import { RECORD_ATTACKS } from '#tests/support/attacks-on-records.ts'
import { GATE_ATTACKS } from '#tests/support/attacks-on-the-gate.ts'
import { isWall, rawWaysTo, refusalOf, runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId, itemId, meetingId } = await listedItem(shell, org)
	const live = await shell.db.clearanceLive.findFirstOrThrow({ where: { matterId } })
	const other = await submittedMatter(shell, org, ['other-document'])
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, other)))
	const version = await shell.db.draftVersion.findFirstOrThrow({ where: { matterId: other } })
	const otherItem = shell.newId()
	await shell.db.agendaItem.create({
		data: {
			jurisdictionId: org.jurisdictionId,
			id: otherItem,
			organId: org.organs.office,
			meetingId,
			matterId: other,
			kind: 'decision',
			title: 'x',
			state: 'listed',
			position: 2,
			proposedBy: 'x',
			postId: 'x',
			proposedAt: shell.now(),
		},
	})
	const names: Ground = {
		j: org.jurisdictionId,
		meeting: meetingId,
		item: itemId,
		matter: matterId,
		version: live.versionId,
		hash: live.contentSha256,
		clearance: live.clearanceId,
		other,
		otherVersion: version.id,
		otherHash: version.contentSha256,
		otherItem,
		uncounted: await openedMatter(shell, org),
	}
	return { shell, org, names }
}

/** What may never differ after an attack: what is shown, what was recorded, what was cleared. */
async function pictureOf({ shell, names }: Awaited<ReturnType<typeof ground>>) {
	const shown = await shell.db.$queryRaw<
		{ matter_id: string; content_sha256: string }[]
	>`SELECT matter_id, content_sha256 FROM agenda_effective`
	return {
		shown: shown.filter((row) => row.matter_id !== names.matter || row.content_sha256 !== names.hash),
		violations: await shell.db.$queryRaw`SELECT agenda_item_id FROM gate_violation`,
		trail: await shell.db.auditEntry.count(),
		leaves: (await shell.db.auditEntry.findMany({ select: { leaf: true } })).map(({ leaf }) => leaf).sort(),
		version: await shell.db.draftVersion.findFirst({
			where: { id: names.version },
			select: { contentSha256: true, text: true },
		}),
		clearance: await shell.db.clearance.findFirst({
			where: { id: names.clearance },
			select: { matterId: true, explanation: true },
		}),
	}
}

/** The attacks that an engine understands. */
function attacksOn(engine: 'sqlite' | 'postgresql'): [string, Attack][] {
	const more = engine === 'sqlite' ? SQLITE_ATTACKS : POSTGRESQL_ATTACKS
	return Object.entries({ ...GATE_ATTACKS, ...RECORD_ATTACKS, ...more })
}

test(
	'no statement brings an uncleared text onto an agenda or bends a record, by any way to the database',
	{ timeout: 240_000 },
	async () => {
		const place = await ground()
		const { url } = place.shell
		const before = await pictureOf(place)
		const broken: string[] = []
		let tried = 0
		for (const [name, attack] of attacksOn(url.startsWith('file:') ? 'sqlite' : 'postgresql'))
			for (const way of rawWaysTo(url)) {
				tried += 1
				const refusal = await refusalOf(url, way, attack(place.names))
				if (refusal === null || !isWall(refusal)) broken.push(`${name} (${way}): ${refusal ?? 'taken'}`)
			}
		expect(broken).toEqual([])
		expect(tried).toBeGreaterThan(200)
		expect(await pictureOf(place)).toEqual(before)
	},
)

test('every trigger of ours fires in replica mode too, where foreign keys do not', async () => {
	const shell = await openTestShell()
	if (shell.url.startsWith('file:')) return
	const sleeping = await shell.db.$queryRaw<
		{ tgname: string }[]
	>`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'A'`
	expect(sleeping).toEqual([])
	const [count] = await shell.db.$queryRaw<
		{ triggers: bigint }[]
	>`SELECT count(*) AS triggers FROM pg_trigger WHERE NOT tgisinternal`
	expect(Number(count?.triggers)).toBeGreaterThan(50)
})

/** The agenda that a meeting shows and prints: the items whose clearance was borne out, and what is wrong with the others. */
async function agendaOf({ shell, org, names }: Awaited<ReturnType<typeof ground>>) {
	const page = must(await readMeetingPage(shell, org.actors.secretary, names.meeting))
	const packet = must(await readPacket(shell, org.actors.secretary, names.meeting))
	expect(packet.agenda).toEqual(page.agenda)
	return {
		shown: page.agenda.flatMap((entry) => (entry.clearance ? [entry.matterId] : [])),
		printed: packet.items.map((item) => item.agendaItemId),
		problems: Object.fromEntries(page.agenda.map((entry) => [entry.agendaItemId, entry.problem])),
	}
}

test('where the walls were torn down, a forged listing is in the table, is neither shown nor printed, and is a violation', async () => {
	const place = await ground()
	const { shell, names } = place
	await tearDownWalls(shell.url)
	await runRaw(shell.url, listing(names, 'none', names.other, names.otherVersion, names.otherHash))
	expect(await agendaOf(place)).toEqual({
		shown: [names.matter],
		printed: [names.item],
		problems: { [names.item]: null, [names.otherItem]: 'not-effective' },
	})
	expect(await shell.db.$queryRaw`SELECT matter_id FROM gate_violation`).toEqual([{ matter_id: names.other }])
})

test('a clearance forged by SQL with everything that belongs to it passes the walls, and is neither shown nor printed nor decided on', async () => {
	const place = await ground()
	const { shell, org, names } = place
	const forgery = await forgeClearance(shell, org, names.meeting)
	expect(await shell.db.$queryRaw`SELECT agenda_item_id FROM gate_violation`).toEqual([])
	const agenda = await agendaOf(place)
	expect(agenda.problems).toMatchObject({
		[names.item]: null,
		[forgery.agendaItemId]: 'clearance-not-genuine',
	})
	expect(agenda).toMatchObject({ shown: [names.matter], printed: [names.item] })
	const report = await verifyTrail(shell)
	expect(report.forged).toEqual([
		{ clearanceId: forgery.clearanceId, number: forgery.number, problem: 'signature' },
	])
	expect(report.broken).toEqual([])
	const answer = await fixAgenda(shell, org.actors.secretary, orderAt(shell, names.meeting))
	// A row of the agenda that no entry has is found before the gate looks at the clearance.
	expect(answer).toMatchObject({
		ok: false,
		reason: { code: 'record-altered', about: 'meeting', parts: ['agenda'] },
	})
})

test('where the view was replaced by one that shows everything, what is not cleared is named and not shown', async () => {
	const place = await ground()
	const { shell, org, names } = place
	const { title } = await matterOf(shell, org, names.matter)
	must(await uploadText(shell, org, names.matter, `${DRAFT_TEXT}\n第五条　附则。`, title))
	await tearDownWalls(shell.url)
	const revived = [
		'drop view gate_violation; drop view agenda_effective',
		'create view agenda_effective as select listing.*, 1 as position from agenda_listing listing',
		`update clearance_state set state = 'valid'`,
		live(names, names.clearance, names.matter, names.version, names.hash),
		own(names),
		`update agenda_item set state = 'listed' where id = '${names.item}'`,
		`update matter set state = 'cleared', current_version_id = '${names.version}' where id = '${names.matter}'`,
		`update audit_entry set kind = 'matter.read' where kind like 'clearance.%ed' and kind <> 'clearance.issued'`,
	]
	await runRaw(shell.url, revived.join(';'))
	const agenda = await agendaOf(place)
	expect(agenda.problems[names.item]).toBe('clearance-not-genuine')
	expect(agenda).toMatchObject({ shown: [], printed: [] })
	const { forged } = await verifyTrail(shell)
	expect(forged).toMatchObject([{ clearanceId: names.clearance, problem: 'revived' }])
})
