import { expect, test } from 'vitest'
import { closeMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { readOutcomesPage } from '#app/services/meeting/read-outcomes-page.server.ts'
import { recordOutcome } from '#app/services/meeting/record-outcome.server.ts'
import { correctRecord } from '#app/services/minutes/correct-record.server.ts'
import { type DiscussionGiven, recordDiscussion } from '#app/services/minutes/record-discussion.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { PRESENT, discussed, heldMeeting, orderAt, record } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function held() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { meetingId, itemId } = await heldMeeting(shell, org)
	const { secretary, otherSecretary } = org.actors
	const order = () => orderAt(shell, meetingId)
	const attend = (given = PRESENT) => recordAttendance(shell, secretary, order(), given)
	const discuss = (change: Partial<DiscussionGiven> = {}) =>
		recordDiscussion(shell, secretary, order(), { ...discussed(itemId), ...change })
	const decide = (outcome: string) =>
		recordOutcome(shell, secretary, order(), {
			agendaItemId: itemId,
			outcome,
			decisionText: '会议议定如上。',
			dissent: '',
		})
	const close = (actor = otherSecretary) => closeMeeting(shell, actor, order())
	const outcomesOpen = async () =>
		must(await readOutcomesPage(shell, secretary, meetingId)).open.flatMap(({ outcomes }) => outcomes)
	return { shell, org, meetingId, itemId, attend, discuss, decide, close, outcomesOpen }
}

/** Two of four members: not more than half. */
const HALF = { ...PRESENT, total: '4', absent: '钱某某 副区长\n周某某 副区长' }

test('[33] a decision needs its quorum and its discussion, and says what the head decided there', async () => {
	const { attend, discuss, decide, outcomesOpen } = await held()
	expect(await discuss()).toMatchObject({ reason: { problem: 'attendance-first' } })
	expect(await decide('passed')).toMatchObject({ reason: { problem: 'not-discussed' } })
	expect(await outcomesOpen()).toEqual(['not-reached', 'removed', 'withdrawn'])
	must(await attend(HALF))
	must(await discuss())
	expect(await decide('passed')).toMatchObject({ reason: { problem: 'no-quorum' } })
	must(await attend())
	expect(await decide('not-passed')).toMatchObject({ reason: { problem: 'against-the-head' } })
	expect(await outcomesOpen()).toEqual([
		'passed',
		'passed-in-principle',
		'other',
		'not-reached',
		'removed',
		'withdrawn',
	])
	must(await decide('passed'))
})

test('what is recorded anew does not contradict the outcome that is there', async () => {
	const { attend, discuss, decide } = await held()
	must(await attend())
	must(await discuss())
	must(await decide('passed'))
	const against = '李某某 不同意 理由不足。\n赵某某 不同意 理由不足。'
	expect(await discuss({ opinions: against })).toMatchObject({ reason: { problem: 'against-the-outcome' } })
	must(await discuss({ opinions: '李某某 缓议 再等一年。\n赵某某 同意' }))
	expect(await attend(HALF)).toMatchObject({ reason: { problem: 'no-quorum' } })
	expect(await attend({ ...PRESENT, member: '赵某某 区长', total: '1' })).toMatchObject({
		reason: { problem: 'spoke-there' },
	})
})

test('an item that was not taken up has no discussion', async () => {
	const { attend, discuss, decide } = await held()
	must(await attend())
	must(await decide('not-reached'))
	expect(await discuss()).toMatchObject({ reason: { problem: 'was-not-discussed' } })
})

test('the newest discussion counts, and the trail keeps each in its own words', async () => {
	const { shell, org, meetingId, itemId, attend, discuss } = await held()
	must(await attend())
	must(await discuss())
	must(await discuss({ opinions: '赵某某 同意\n李某某 不同意 应当先公示。' }))
	const page = must(await readMeetingPage(shell, org.actors.leader, meetingId))
	expect(page.isDraft).toBe(true)
	expect(page.quorum).toEqual({ status: 'met', members: 3, present: 2 })
	expect(page.outcomes).toMatchObject([
		{
			agendaItemId: itemId,
			outcome: null,
			discussion: { isHeadLast: false, dissenting: ['李某某'], reviewBodyMissing: null },
		},
	])
	const entry = await lastEntry(shell, `meeting/${meetingId}`)
	expect(entry).toMatchObject({ kind: 'discussion.recorded', outcome: 'done' })
	expect(JSON.stringify(entry)).toContain('应当先公示。')
	expect(await shell.db.itemDiscussion.count()).toBe(2)
})

test('where the lists do not name the review body the record says so', async () => {
	const { shell, org, meetingId, attend, discuss } = await held()
	must(await attend())
	must(await discuss({ attending: '' }))
	const page = must(await readMeetingPage(shell, org.actors.secretary, meetingId))
	expect(page.outcomes[0]?.discussion?.reviewBodyMissing).toMatch(/司法局$/)
})

test('a second person confirms: never one who recorded a discussion; then nothing of it changes, and a correction is seen', async () => {
	const { shell, org, meetingId, itemId, attend, discuss, close } = await held()
	const { secretary, otherSecretary, leader } = org.actors
	must(await attend())
	const given = discussed(itemId)
	must(await recordDiscussion(shell, otherSecretary, orderAt(shell, meetingId), given))
	must(await record(shell, org, meetingId, itemId, 'passed'))
	expect(await close()).toMatchObject({ reason: { problem: 'recorded-outcomes' } })
	const correct = (actor = secretary) =>
		correctRecord(shell, actor, orderAt(shell, meetingId), {
			agendaItemId: itemId,
			words: '汇报人应当是王某。',
			reason: '姓名笔误。',
		})
	expect(await correct()).toMatchObject({ reason: { code: 'meeting-transition-refused' } })
	must(await close(leader))
	expect(await discuss()).toMatchObject({ reason: { code: 'meeting-transition-refused' } })
	expect(await attend()).toMatchObject({ reason: { code: 'meeting-transition-refused' } })
	const before = await shell.db.sealedPaper.findMany()
	must(await correct())
	expect(
		(await shell.db.sealedPaper.findMany()).filter(({ id }) => before.some((paper) => paper.id === id)),
	).toEqual(before)
	const page = must(await readMeetingPage(shell, leader, meetingId))
	expect(page).toMatchObject({
		isDraft: false,
		corrections: [{ words: '汇报人应当是王某。', reason: '姓名笔误。' }],
	})
	expect(await noticesOf(shell, leader)).toContain('record.corrected')
	expect(await correct(leader)).toMatchObject({ reason: { code: 'not-permitted' } })
})

test('the database keeps what was said: no row changes or goes, and none joins a record that is confirmed', async () => {
	const { shell, meetingId, attend, discuss, decide, close } = await held()
	must(await attend())
	must(await discuss())
	const kept = await shell.db.itemDiscussion.findFirstOrThrow({ where: { meetingId } })
	const voice = await shell.db.itemVoice.findFirstOrThrow({ where: { discussionId: kept.id } })
	for (const statement of [
		'delete from item_voice',
		`update item_voice set words = 'x'`,
		'delete from item_discussion',
	])
		await expect(shell.db.$executeRawUnsafe(statement), statement).rejects.toThrow()
	const correction = {
		jurisdictionId: kept.jurisdictionId,
		id: shell.newId(),
		meetingId,
		words: 'x',
		reason: 'x',
		correctedBy: kept.recordedBy,
		postId: kept.postId,
		correctedAt: kept.recordedAt,
	}
	await expect(shell.db.recordCorrection.create({ data: correction })).rejects.toThrow()
	must(await decide('passed'))
	must(await close())
	await expect(shell.db.itemDiscussion.create({ data: { ...kept, id: shell.newId() } })).rejects.toThrow()
	await expect(shell.db.itemVoice.create({ data: { ...voice, position: 99 } })).rejects.toThrow()
})
