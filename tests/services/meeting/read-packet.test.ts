import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { readMeetings } from '#app/services/meeting/read-meetings.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { paragraphsIn } from '#app/domain/legal-text/placed-document.ts'
import { type PacketItem, readPacket } from '#app/services/meeting/read-packet.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { matterOf, must, submittedMatter } from '#tests/support/drafting-steps.ts'
import { clearedProposal, list, listedItem, openedMeeting, proposed } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { clearanceOn } from '#tests/support/review-rows.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('a cleared item is printed whole: eleven rules and two terms, the cleared text, the opinion', async () => {
	const { shell, org } = await desk()
	const { meetingId, matterId } = await listedItem(shell, org)
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(packet.agenda).toMatchObject([{ matterId, problem: null }])
	expect(packet.items).toHaveLength(1)
	const [item] = packet.items
	expect(item?.rules).toHaveLength(11)
	expect(item?.terms).toMatchObject([{ id: 'lead-time' }, { id: 'leader-consent', status: 'unverified' }])
	expect(item?.changes).toBe(null)
	expect(wordsOf(item)).toContain('第四条')
	expect(item?.opinion).toMatchObject({ conclusion: 'lawful' })
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

test('the packet prints the bytes that were cleared, whatever the database says that they read', async () => {
	const { shell, org } = await desk()
	const { meetingId, matterId } = await listedItem(shell, org)
	await tearDownWalls(shell.url)
	const forged = `update draft_version set text = replace(text, '二年', '五年') where matter_id = '${matterId}'`
	await runRaw(shell.url, forged)
	const packet = must(await readPacket(shell, org.actors.secretary, meetingId))
	expect(wordsOf(packet.items[0])).toContain('有效期二年')
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
	await shell.db.matter.updateMany({ where: { id: shut }, data: { state: 'accepted' } })
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

test('a head reads agenda and papers of the meeting that they chair, and of no other', async () => {
	const { shell, org } = await desk()
	const { head, secretary } = org.actors
	const { meetingId } = await listedItem(shell, org)
	expect(await readMeetingPage(shell, head, meetingId)).toMatchObject({ reason: { code: 'not-found' } })
	const chaired = await createMeeting(shell, secretary, shell.newId(), {
		kind: 'office',
		title: '第7次办公会议',
		day: '2026-12-11',
		time: '09:00',
		place: '二楼会议室',
		chairId: head.personId,
	})
	const own = must(chaired).value.meetingId
	expect(must(await readMeetingPage(shell, head, own)).heading).toMatchObject({ id: own, open: [] })
	expect(must(await readPacket(shell, head, own)).items).toEqual([])
	expect(must(await readMeetings(shell, head, null)).meetings.map((meeting) => meeting.id)).toEqual([own])
	expect(must(await readMeetings(shell, org.actors.otherHead, null)).meetings).toEqual([])
})

test('L3: each line of an item’s sheet has its fact, its article and its mark', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const [item] = must(await readPacket(shell, org.actors.secretary, meetingId)).items
	const rule = (id: string) => item?.rules.find((each) => each.id === id)
	expect(rule('H2')).toMatchObject({
		fact: 'found-lawful',
		figures: { opinion: expect.stringContaining('审〔') },
	})
	expect(rule('H10')?.figures).toMatchObject({ reviewer: expect.stringMatching(/./), recusals: 0 })
	expect(rule('H11')).toMatchObject({ fact: 'law-confirmed', mark: 'not-tested' })
	expect(rule('H12')).toMatchObject({ status: 'signed-fact', mark: 'declared' })
	for (const each of item?.rules ?? []) expect(each.grounds.length, each.id).toBeGreaterThan(0)
})

function wordsOf(item: PacketItem | undefined): string {
	const lines = (item?.reading.document.blocks ?? []).flatMap(paragraphsIn)
	return lines.map(({ label, body }) => label + body).join('\n')
}
