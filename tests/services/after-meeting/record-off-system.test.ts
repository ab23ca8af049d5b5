import { expect, test } from 'vitest'
import { closeMeeting } from '#app/services/meeting/hold-meeting.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { readPacket } from '#app/services/packet/read-packet.server.ts'
import { recordOffSystem } from '#app/services/after-meeting/record-off-system.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { heldMeeting, openedMeeting, orderAt, record } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const GIVEN = {
	title: '青禾区老旧小区改造补助方案',
	organ: '区住房和城乡建设局',
	decisionText: '原则同意，由区住建局组织实施。',
	reason: '会上临时提出，没有送审。',
}
const SENTENCE = '以下1项未经系统准入，会后登记：'

async function held() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { meetingId, itemId } = await heldMeeting(shell, org)
	const report = (given = GIVEN) =>
		recordOffSystem(shell, org.actors.secretary, orderAt(shell, meetingId), given)
	const close = async () => {
		must(await record(shell, org, meetingId, itemId, 'passed'))
		must(await closeMeeting(shell, org.actors.leader, orderAt(shell, meetingId)))
	}
	const paper = async () =>
		JSON.stringify(must(await readPacket(shell, org.actors.secretary, meetingId)).outcomes)
	return { shell, org, meetingId, report, close, paper }
}

test('H15 what was taken up outside the system stands in the record, in the paper of the outcomes and in the trail', async () => {
	const { shell, org, meetingId, report, close, paper } = await held()
	must(await report())
	expect(await lastEntry(shell, `meeting/${meetingId}`)).toMatchObject({
		kind: 'off-system.recorded',
		outcome: 'done',
	})
	expect(await noticesOf(shell, org.actors.lead)).toContain('off-system.recorded')
	const page = must(await readMeetingPage(shell, org.actors.leader, meetingId))
	expect(page.offSystem).toMatchObject([GIVEN])
	expect(page.agenda.map(({ title }) => title)).not.toContain(GIVEN.title)
	await close()
	const printed = await paper()
	for (const words of [SENTENCE, ...Object.values(GIVEN)]) expect(printed).toContain(words)
})

test('H15 where nothing was recorded the paper says nothing of it; what comes to light after the closing joins the record', async () => {
	const { shell, org, meetingId, report, close, paper } = await held()
	await close()
	expect(await paper()).not.toContain('未经系统准入')
	must(await report())
	expect(must(await readMeetingPage(shell, org.actors.leader, meetingId)).offSystem).toMatchObject([GIVEN])
})

test('H15 it is recorded by the secretary, in full, and of a meeting that was held', async () => {
	const { shell, org, meetingId, report } = await held()
	expect(await report({ ...GIVEN, reason: ' ' })).toMatchObject({ reason: { field: 'reason' } })
	expect(await recordOffSystem(shell, org.actors.leader, orderAt(shell, meetingId), GIVEN)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	const planned = await openedMeeting(shell, org)
	expect(await recordOffSystem(shell, org.actors.secretary, orderAt(shell, planned), GIVEN)).toMatchObject({
		ok: false,
	})
})

test('H15 the database hides nothing: the row stays, and none is written for a meeting that was not held', async () => {
	const { shell, org, meetingId, report } = await held()
	must(await report())
	for (const statement of ['delete from off_system_item', `update off_system_item set title = 'x'`])
		await expect(shell.db.$executeRawUnsafe(statement), statement).rejects.toThrow()
	const row = await shell.db.offSystemItem.findFirstOrThrow({ where: { meetingId } })
	const planned = await openedMeeting(shell, org)
	await expect(
		shell.db.offSystemItem.create({ data: { ...row, id: shell.newId(), meetingId: planned } }),
	).rejects.toThrow()
})
