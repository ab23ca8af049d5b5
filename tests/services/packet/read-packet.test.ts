import { byAnAct } from '#tests/support/by-an-act.ts'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { readMeetings } from '#app/services/meeting/read-meetings.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { paragraphsIn } from '#app/domain/legal-text/placed-document.ts'
import { type PacketItem, readPacket } from '#app/services/packet/read-packet.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	submittedMatter,
	uploadedText,
} from '#tests/support/drafting-steps.ts'
import {
	clearedProposal,
	heldMeeting,
	list,
	listedItem,
	openedMeeting,
	orderAt,
	proposed,
	record,
} from '#tests/support/meeting-steps.ts'
import { closeMeeting } from '#app/services/meeting/hold-meeting.server.ts'
import { sentencesOf } from '#app/domain/paper/paper.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { PASSWORD, withPost } from '#tests/support/review-steps.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { clearanceOn } from '#tests/support/review-rows.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

function wordsOf(item: PacketItem | undefined): string {
	const lines = (item?.reading.document.blocks ?? []).flatMap(paragraphsIn)
	return lines.map(({ label, body }) => label + body).join('\n')
}

test('a cleared item is printed whole: thirteen rules and two terms, the cleared text, the opinion', async () => {
	const { shell, org } = await desk()
	const { meetingId, matterId } = await listedItem(shell, org)
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet.agenda).toMatchObject([{ matterId, problem: null }])
	expect(packet.items).toHaveLength(1)
	const [item] = packet.items
	const table = item?.sheet.nodes.find((node) => node.kind === 'table')
	expect(table?.kind === 'table' ? table.rows : []).toHaveLength(15)
	expect(item?.changes).toBe(null)
	expect(wordsOf(item)).toContain('第四条')
	expect(item?.papers.map(({ title }) => title)).toEqual([
		'合法性审核通过确认',
		'青禾区司法局合法性审核意见书',
	])
	expect(item?.contentSha256).toBe((await matterOf(shell, org, matterId)).currentVersion?.contentSha256)
})

/** A listing written past the gate: every foreign key and trigger is content, only nobody signed the clearance. */
async function forgedListing(shell: TestShell, org: SampleOrganisation, meetingId: string) {
	const matterId = await submittedMatter(shell, org)
	await clearanceOn(shell, org, matterId, 'forged')
	const agendaItemId = await proposed(shell, org, matterId)
	const { clearanceId, versionId, contentSha256 } = await shell.db.clearanceLive.findFirstOrThrow({
		where: { matterId },
	})
	await shell.db.agendaItem.updateMany({
		where: { id: agendaItemId },
		data: { meetingId, state: 'listed', position: 9 },
	})
	await shell.db.agendaListing.create({
		data: {
			jurisdictionId: org.jurisdictionId,
			agendaItemId,
			meetingId,
			clearanceId,
			matterId,
			versionId,
			contentSha256,
			listedBy: org.actors.secretary.personId,
			listedAt: shell.now(),
		},
	})
	return { matterId, agendaItemId, clearanceId }
}

test('a clearance forged by SQL is named, and neither shown nor printed; the others are', async () => {
	const { shell, org } = await desk()
	const { meetingId, itemId } = await listedItem(shell, org)
	const forged = await forgedListing(shell, org, meetingId)
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet.agenda.find((entry) => entry.agendaItemId === forged.agendaItemId)).toMatchObject({
		problem: 'clearance-not-genuine',
		clearance: null,
	})
	expect(packet.items.map((item) => item.agendaItemId)).toEqual([itemId])
	const page = must(await readMeetingPage(shell, org.actors.secretary, meetingId))
	expect(page.agenda.filter((entry) => entry.problem !== null)).toHaveLength(1)
	const matter = must(await readMatterPage(shell, org.actors.head, forged.matterId))
	expect(matter.versions.map((version) => version.clearance)).toEqual([null])
	expect((await verifyTrail(shell)).forged).toMatchObject([
		{ clearanceId: forged.clearanceId, problem: 'signature' },
	])
})

test('T37 words that the file does not hold are not printed, and the item is named', async () => {
	const { shell, org } = await desk()
	const { meetingId, matterId } = await listedItem(shell, org)
	await tearDownWalls(shell.url)
	const forged = `update draft_version set text = replace(text, '二年', '五年') where matter_id = '${matterId}'`
	await runRaw(shell.url, forged)
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet.items).toEqual([])
	expect(packet.agenda.map(({ problem }) => problem)).toEqual(['record-altered'])
})

test('a file changed on disk takes the item’s pages out of the packet', async () => {
	const { shell, org } = await desk()
	const { meetingId, matterId } = await listedItem(shell, org)
	const [file] = (await matterOf(shell, org, matterId)).currentVersion?.files ?? []
	const sha256 = file?.sha256 ?? ''
	const path = join(shell.directory, 'blobs', 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
	chmodSync(path, 0o600)
	writeFileSync(path, '另一份文本')
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet).toMatchObject({ agenda: [{ problem: 'files-differ' }], items: [] })
})

test('a clearance that has run out is off the packet, though its listing still stands', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	shell.setNow(new Date('2027-05-24T01:30:00Z'))
	expect(must(await readPacket(shell, org.actors.secretary, meetingId))).toMatchObject({
		agenda: [{ problem: 'gate-shut' }],
		items: [],
	})
})

test('the packet is for those who go to the meeting', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	for (const name of ['secretary', 'leader', 'supervisor'] as const)
		expect((await readPacket(shell, org.actors[name], meetingId)).ok, name).toBe(true)
	expect(await readPacket(shell, org.actors.signer, meetingId)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	for (const name of ['drafter', 'head', 'systemAdministrator'] as const)
		expect(await readPacket(shell, org.actors[name], meetingId), name).toMatchObject({
			reason: { code: 'not-found' },
		})
})

test('the pool says of every proposal whether it can be listed, and counts what was blocked', async () => {
	const { shell, org } = await desk()
	const meetingId = await openedMeeting(shell, org)
	const open = await clearedProposal(shell, org)
	const shut = await submittedMatter(shell, org)
	await byAnAct(shell, (tx) => tx.matter.updateMany({ where: { id: shut }, data: { state: 'accepted' } }))
	const itemId = await proposed(shell, org, shut)
	await list(shell, org.actors.secretary, meetingId, itemId)
	await list(shell, org.actors.secretary, meetingId, itemId)
	const page = must(await readMeetingPage(shell, org.actors.secretary, meetingId))
	expect(page.pool.map((entry) => [entry.agendaItemId, entry.isOpen])).toEqual(
		expect.arrayContaining([
			[open.itemId, true],
			[itemId, false],
		]),
	)
	expect(page.blockedListings).toBe(2)
})

test('a head reads agenda and papers of their own organ’s meeting that they chair, and of no other', async () => {
	const { shell, org } = await desk()
	const { head, secretary } = org.actors
	const { meetingId } = await listedItem(shell, org)
	expect(await readMeetingPage(shell, head, meetingId)).toMatchObject({ reason: { code: 'not-found' } })
	const given = {
		title: '第7次会议',
		day: '2026-12-11',
		time: '09:00',
		place: '二楼会议室',
		chairId: head.personId,
	}
	const bySecretaryOf = (actor: Actor, kind: string) =>
		createMeeting(shell, actor, shell.newId(), { ...given, kind })
	// The government's meetings are chaired by a leader: whoever chairs one reads all of it and approves its agenda.
	expect(await bySecretaryOf(secretary, 'plenary')).toMatchObject({
		reason: { field: 'chairId', problem: 'unknown-person' },
	})
	const ownSecretary = await withPost(shell, org.actors.drafter, 'secretary')
	const own = must(await bySecretaryOf(ownSecretary, 'office')).value.meetingId
	expect(must(await readMeetingPage(shell, head, own)).heading).toMatchObject({ id: own, open: [] })
	expect(must(await readPacket(shell, head, own)).items).toEqual([])
	expect(must(await readMeetings(shell, head, null)).meetings.map((meeting) => meeting.id)).toEqual([own])
	expect(must(await readMeetings(shell, org.actors.otherHead, null)).meetings).toEqual([])
})

test('L3: each line of an item’s sheet has its fact, its article and its mark', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const [item] = must(await readPacket(shell, org.actors.secretary, meetingId)).items
	const table = item?.sheet.nodes.find((node) => node.kind === 'table')
	const rows = table?.kind === 'table' ? table.rows : []
	const words = rows.map(({ cells }) => cells.map((cell) => cell.map(({ text }) => text).join()))
	for (const [, rule, ground, fact, status] of words)
		for (const cell of [rule, ground, fact, status]) expect(cell, rule).not.toBe('')
	expect(words[1]).toEqual([
		'2',
		expect.any(String),
		expect.any(String),
		expect.stringMatching(/审〔2026〕.*结论：合法/),
		'√ 已满足',
	])
	expect(words[10]?.slice(3)).toEqual([
		expect.stringContaining('对照截至2026年8月15日的法律变动表'),
		'√ 已满足',
	])
	expect(words[11]).toEqual(expect.arrayContaining(['上传人声明不含涉密内容', '签 凭声明']))
	expect(words[14]?.[4]).toBe('× 未满足')
	const all = sentencesOf(item?.sheet ?? { nodes: [] })
		.map(({ text }) => text)
		.join('\n')
	for (const claim of ['未经系统准入的议题', '依据未变化', '满30日', '（印章）'])
		expect(all).not.toContain(claim)
})

test('L5: the packet of a closed meeting is what members saw, the same bytes as when it was fixed, with outcomes', async () => {
	const { shell, org } = await desk()
	const { secretary, otherSecretary } = org.actors
	const { meetingId, itemId } = await heldMeeting(shell, org)
	const seen = must(await readPacket(shell, secretary, meetingId))
	must(await record(shell, org, meetingId, itemId, 'passed'))
	must(await closeMeeting(shell, otherSecretary, orderAt(shell, meetingId)))
	shell.setNow(new Date('2027-12-24T01:30:00Z'))
	const closed = must(await readPacket(shell, secretary, meetingId))
	expect(closed.isRecord).toBe(true)
	expect(closed.agendaPaper?.seal).not.toBeNull()
	expect(closed.agendaPaper).toEqual(seen.agendaPaper)
	expect(closed.items).toHaveLength(1)
	expect(closed.items.map(({ sheet, contentSha256, papers }) => ({ sheet, contentSha256, papers }))).toEqual(
		seen.items.map(({ sheet, contentSha256, papers }) => ({ sheet, contentSha256, papers })),
	)
	const words = sentencesOf(closed.outcomes ?? { nodes: [] }).map(({ text }) => text)
	expect(words).toEqual(expect.arrayContaining(['通过', '会议议定如上。', closed.items[0]?.sheet.seal?.code]))
	expect((await verifyTrail(shell)).forged).toEqual([])
})

test('what fell off while the meeting was held stays in the record as members had it', async () => {
	const { shell, org } = await desk()
	const { meetingId, matterId, itemId } = await heldMeeting(shell, org)
	const [had] = must(await readPacket(shell, org.actors.secretary, meetingId)).items
	shell.setNow(new Date(shell.now().getTime() + 60_000))
	const given = { reason: '依据引用有误，需要更正。', password: PASSWORD }
	must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), given))
	must(await record(shell, org, meetingId, itemId, 'removed'))
	await byAnAct(shell, (tx) => tx.matter.updateMany({ where: { id: matterId }, data: { state: 'revising' } }))
	await uploadedText(shell, org, matterId, DRAFT_TEXT.replace('申请表', '登记表'))
	await clearanceOn(shell, org, matterId)
	const [item] = must(await readPacket(shell, org.actors.secretary, meetingId)).items
	expect(item).toMatchObject({ versionNo: had?.versionNo, contentSha256: had?.contentSha256 })
})

test('a sealed paper that was changed past the walls is named, and not printed', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await heldMeeting(shell, org)
	await tearDownWalls(shell.url)
	await runRaw(
		shell.url,
		"update sealed_paper set content = replace(content, '合法', '违法') where kind = 'meeting-agenda'",
	)
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet.broken).toEqual(['第43次常务会议议程'])
	expect(packet.agendaPaper).toBeNull()
})
