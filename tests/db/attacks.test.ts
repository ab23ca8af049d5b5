import { expect, test } from 'vitest'
import { must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { listedItem } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { isRefused, rawWaysTo } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { acceptMatter } from '#app/services/accept-matter.server.ts'

/** What an attack needs to name: the listed matter with its rows, and another matter that nobody has cleared. */
type Ground = Readonly<
	Record<
		| 'j'
		| 'meeting'
		| 'item'
		| 'matter'
		| 'version'
		| 'hash'
		| 'clearance'
		| 'other'
		| 'otherVersion'
		| 'otherHash'
		| 'otherItem',
		string
	>
>

const LISTING_COLUMNS =
	'jurisdiction_id, agenda_item_id, meeting_id, clearance_id, matter_id, version_id, content_sha256, listed_by, listed_at'
const VERSION_COLUMNS =
	'jurisdiction_id, id, matter_id, version_no, content_sha256, text, findings, is_submittable, uploaded_by, post_id, uploaded_at'
const FORGED = 'f'.repeat(64)
const NOW = "'2026-11-23T00:00:00.000+00:00'"

const newVersion = (g: Ground, id: string, no: number) =>
	`insert into draft_version (${VERSION_COLUMNS}) values ('${g.j}','${id}','${g.matter}',${no},'${FORGED}','','[]',true,'x','x',${NOW})`
const listing = (
	g: Ground,
	clearance: string,
	matter: string,
	version: string,
	hash: string,
	item = g.otherItem,
) =>
	`insert into agenda_listing (${LISTING_COLUMNS}) values ('${g.j}','${item}','${g.meeting}','${clearance}','${matter}','${version}','${hash}','x',${NOW})`
const replaced = (sql: string) => sql.replace('insert into', 'insert or replace into')

/** Statements that would bring an uncleared text onto an agenda, or bend a record. Each must be refused. */
const ATTACKS: Record<string, { sql: (g: Ground) => string; only?: 'sqlite' | 'postgresql' }> = {
	'list a matter with a clearance that does not exist': {
		sql: (g) => listing(g, 'none', g.other, g.otherVersion, g.otherHash),
	},
	'list a matter with the clearance of another': {
		sql: (g) => listing(g, g.clearance, g.other, g.otherVersion, g.otherHash),
	},
	'list another hash than the cleared one': {
		sql: (g) => `delete from agenda_listing; ${listing(g, g.clearance, g.matter, g.version, FORGED, g.item)}`,
	},
	'list with OR IGNORE': {
		sql: (g) =>
			listing(g, 'none', g.other, g.otherVersion, g.otherHash).replace(
				'insert into',
				'insert or ignore into',
			),
		only: 'sqlite',
	},
	'replace a good listing': {
		sql: (g) => replaced(listing(g, 'none', g.other, g.otherVersion, g.otherHash, g.item)),
		only: 'sqlite',
	},
	'point a listing at another matter': {
		sql: (g) =>
			`update agenda_listing set matter_id = '${g.other}', version_id = '${g.otherVersion}', content_sha256 = '${g.otherHash}'`,
	},
	'turn a listing by an upsert': {
		sql: (g) =>
			`${listing(g, g.clearance, g.matter, g.version, g.hash, g.item)} on conflict (jurisdiction_id, agenda_item_id) do update set matter_id = '${g.other}'`,
	},
	'change the text under a listing': {
		sql: (g) =>
			`${newVersion(g, 'v2', 9)}; update matter set current_version_id = 'v2' where id = '${g.matter}'`,
	},
	'change the text under a live clearance': {
		sql: (g) =>
			`delete from agenda_listing; ${newVersion(g, 'v2', 9)}; update matter set current_version_id = 'v2' where id = '${g.matter}'`,
	},
	'edit the cleared text': { sql: (g) => `update draft_version set text = 'x' where id = '${g.version}'` },
	'edit the cleared hash': {
		sql: (g) => `update draft_version set content_sha256 = '${FORGED}' where id = '${g.version}'`,
	},
	'replace the cleared version': { sql: (g) => replaced(newVersion(g, g.version, 9)), only: 'sqlite' },
	'delete a version': { sql: (g) => `delete from draft_version where id = '${g.version}'` },
	'end the live row while listed': { sql: () => 'delete from clearance_live' },
	'void a clearance that is live': { sql: () => "update clearance_state set state = 'void'" },
	'revive a clearance': {
		sql: () =>
			"delete from agenda_listing; delete from clearance_live; update clearance_state set state = 'void'; update clearance_state set state = 'valid'",
	},
	'live again after the end': {
		sql: (g) =>
			`delete from agenda_listing; delete from clearance_live; update clearance_state set state = 'void'; insert into clearance_live (jurisdiction_id, clearance_id, state, matter_id, version_id, content_sha256) values ('${g.j}','${g.clearance}','valid','${g.matter}','${g.version}','${g.hash}')`,
	},
	'forget that a clearance ended': {
		sql: () => 'delete from agenda_listing; delete from clearance_live; delete from clearance_state',
	},
	'edit a clearance': { sql: (g) => `update clearance set matter_id = '${g.other}'` },
	'edit a clearance’s explanation': { sql: () => "update clearance set explanation = 'x'" },
	'delete a clearance': {
		sql: () => 'delete from agenda_listing; delete from clearance_live; delete from clearance',
	},
	'clear an older text': {
		sql: (g) =>
			`insert into clearance (jurisdiction_id, id, matter_id, version_id, content_sha256, kind, opinion_id, number, signed_by, post_id, issued_at, key_id, signature) values ('${g.j}','c2','${g.other}','${g.version}','${g.hash}','out-of-scope',null,'c2','x','x',${NOW},'x','x')`,
	},
	'take over the text of another matter': {
		sql: (g) => `update matter set current_version_id = '${g.version}' where id = '${g.other}'`,
	},
	'move a text back': {
		sql: (g) =>
			`delete from agenda_listing; delete from clearance_live; ${newVersion(g, 'v2', 9)}; update matter set current_version_id = 'v2' where id = '${g.matter}'; update matter set current_version_id = '${g.version}' where id = '${g.matter}'`,
	},
	'delete a matter': { sql: (g) => `delete from matter where id = '${g.other}'` },
	'give a matter another id': { sql: (g) => `update matter set id = 'm2' where id = '${g.other}'` },
	'move a row aside': { sql: (g) => `update matter set rowid = 77 where id = '${g.other}'`, only: 'sqlite' },
	'point an item at another matter': {
		sql: (g) => `update agenda_item set matter_id = '${g.other}' where id = '${g.item}'`,
	},
	'move an item to no meeting': {
		sql: (g) => `update agenda_item set meeting_id = null where id = '${g.item}'`,
	},
	'delete an item': {
		sql: (g) => `delete from agenda_listing; delete from agenda_item where id = '${g.item}'`,
	},
	'unfix an agenda': {
		sql: () => "update meeting set state = 'fixed'; update meeting set state = 'preparing'",
	},
	'hold a meeting that was never fixed': { sql: () => "update meeting set state = 'held'" },
	'list into a fixed agenda': {
		sql: (g) =>
			`delete from agenda_listing; update meeting set state = 'fixed'; ${listing(g, g.clearance, g.matter, g.version, g.hash, g.item)}`,
	},
	'delete a meeting': { sql: () => 'delete from agenda_listing; delete from meeting' },
	'decide what is not listed': {
		sql: (g) =>
			`delete from agenda_listing; insert into agenda_outcome (jurisdiction_id, agenda_item_id, meeting_id, matter_id, clearance_id, outcome, decision_text, dissent, recorded_by, post_id, recorded_at) values ('${g.j}','${g.item}','${g.meeting}','${g.matter}','${g.clearance}','passed','','','x','x',${NOW})`,
	},
	'edit the trail': { sql: () => "update audit_entry set leaf = 'x'" },
	'delete from the trail': { sql: () => 'delete from audit_entry' },
	'replace an entry': {
		sql: (g) =>
			`insert or replace into audit_entry select jurisdiction_id, stream, seq, prev, hash, 'forged', at, kind, outcome, actor_id, matter_id from audit_entry where stream = 'matter/${g.matter}' and seq = 1`,
		only: 'sqlite',
	},
	'fork the trail': {
		sql: (g) =>
			`insert into audit_entry (jurisdiction_id, stream, seq, prev, hash, leaf, at, kind, outcome) select jurisdiction_id, stream, 900, prev, '${FORGED}', 'x', at, kind, outcome from audit_entry where stream = 'matter/${g.matter}' and seq = 2`,
	},
	'leave a gap in the trail': {
		sql: (g) =>
			`insert into audit_entry (jurisdiction_id, stream, seq, prev, hash, leaf, at, kind, outcome) values ('${g.j}','matter/${g.matter}',900,'${'0'.repeat(64)}','${FORGED}','x',${NOW},'x','done')`,
	},
	'move a stream’s head': { sql: () => "update audit_stream set seq = 1, hash = '" + FORGED + "'" },
	'forget a stream': { sql: () => 'delete from audit_stream' },
	'edit an opinion': { sql: () => "update opinion set conclusion = 'unlawful'" },
	'delete an opinion item': { sql: () => 'delete from opinion; delete from opinion_point' },
	'edit a counsel’s opinion': { sql: () => "update counsel_opinion set conclusion = 'unlawful'" },
	'edit a material': { sql: () => "update material set name = 'x'" },
	'truncate the trail': { sql: () => 'truncate audit_entry cascade', only: 'postgresql' },
	'truncate the listings': { sql: () => 'truncate agenda_listing', only: 'postgresql' },
	'truncate in replica mode': {
		sql: () => "set session_replication_role = replica; update clearance set explanation = 'x'",
		only: 'postgresql',
	},
}

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId, itemId, meetingId } = await listedItem(shell, org)
	const live = await shell.db.clearanceLive.findFirstOrThrow({ where: { matterId } })
	const other = await submittedMatter(shell, org)
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
	}
	return { shell, names }
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

test(
	'no statement brings an uncleared text onto an agenda or bends a record, by any way to the database',
	{ timeout: 240_000 },
	async () => {
		const place = await ground()
		const { url } = place.shell
		const engine = url.startsWith('file:') ? 'sqlite' : 'postgresql'
		const before = await pictureOf(place)
		const broken: string[] = []
		let tried = 0
		for (const [name, { sql, only }] of Object.entries(ATTACKS)) {
			if (only && only !== engine) continue
			for (const way of rawWaysTo(url)) {
				tried += 1
				const statement = engine === 'sqlite' ? `begin; ${sql(place.names)}; rollback` : sql(place.names)
				if (!(await isRefused(url, way, statement))) broken.push(`${name} (${way})`)
			}
		}
		expect(broken).toEqual([])
		expect(tried).toBeGreaterThan(40)
		expect(await pictureOf(place)).toEqual(before)
	},
)

test('where a wall was torn down, a forged listing is in the table, is not shown, and is counted as a violation', async () => {
	const place = await ground()
	const { shell, names } = place
	if (!shell.url.startsWith('file:')) return
	const torn = 'drop trigger agenda_listing_is_cleared; drop trigger agenda_listing_meets_an_open_agenda'
	expect(await isRefused(shell.url, 'library, foreign keys off', torn)).toBe(false)
	const forged = listing(names, 'none', names.other, names.otherVersion, names.otherHash)
	expect(await isRefused(shell.url, 'library, foreign keys off', forged)).toBe(false)
	const shown = await shell.db.$queryRaw<{ matter_id: string }[]>`SELECT matter_id FROM agenda_effective`
	expect(shown.map((row) => row.matter_id)).toEqual([names.matter])
	expect(await shell.db.$queryRaw`SELECT matter_id FROM gate_violation`).toEqual([{ matter_id: names.other }])
})
