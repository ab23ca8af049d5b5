import { expect, test } from 'vitest'
import { type Paper, sentencesOf } from '#app/domain/paper/paper.ts'
import { addDays, instantOf, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type FollowUpAnswer, answerFollowUp } from '#app/services/follow-up/answer-follow-up.server.ts'
import { readFollowUpTasks, readFollowUps } from '#app/services/follow-up/read-follow-ups.server.ts'
import { setFollowUp } from '#app/services/follow-up/set-follow-up.server.ts'
import { closeMeeting } from '#app/services/meeting/hold-meeting.server.ts'
import { readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { sweepFollowUps } from '#app/services/reminders/sweep-follow-ups.server.ts'
import { countOwnTasks } from '#app/services/worklist/count-work.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { heldMeeting, orderAt, record } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

const WHAT = '印发办法，并公布办事指南。'

/** A meeting whose item was passed, and which gave the drafting organ a task before its record was confirmed. */
async function meetingWithTask() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { meetingId, itemId } = await heldMeeting(shell, org)
	must(await record(shell, org, meetingId, itemId, 'passed'))
	const { taskId } = must(await set(shell, org, meetingId, itemId)).value
	return { shell, org, meetingId, itemId, taskId }
}

function set(shell: TestShell, org: SampleOrganisation, meetingId: string, itemId: string, more = {}) {
	const given = { agendaItemId: itemId, organId: org.organs.agriculture, what: WHAT, dueOn: '2026-12-14' }
	return setFollowUp(shell, org.actors.secretary, orderAt(shell, meetingId), { ...given, ...more })
}

async function closed(shell: TestShell, org: SampleOrganisation, meetingId: string): Promise<void> {
	must(await closeMeeting(shell, org.actors.otherSecretary, orderAt(shell, meetingId)))
}

function answer(shell: TestShell, actor: Actor, meetingId: string, given: FollowUpAnswer) {
	return answerFollowUp(shell, actor, orderAt(shell, meetingId), given)
}

async function minutesOf(shell: TestShell): Promise<string[]> {
	const rows = await shell.db.sealedPaper.findMany({
		where: { kind: 'meeting-minutes' },
		orderBy: { id: 'asc' },
	})
	return rows.map(({ content }) =>
		sentencesOf(JSON.parse(content) as Paper)
			.map(({ text }) => text)
			.join('\n'),
	)
}

test('a task says what, whose and by when, stands on the minutes, and is in the work list of its unit once the record is confirmed', async () => {
	const { shell, org, meetingId } = await meetingWithTask()
	const { head, otherHead } = org.actors
	expect(await readFollowUpTasks(shell, head)).toEqual([])
	await closed(shell, org, meetingId)
	expect((await minutesOf(shell))[0]).toContain(
		'青禾区农业农村局负责：印发办法，并公布办事指南。办理时限：2026年12月14日。',
	)
	const [line, ...more] = await readFollowUpTasks(shell, head)
	expect(line).toMatchObject({ task: 'report', what: WHAT, dueOn: '2026-12-14', isLate: false })
	expect(more).toEqual([])
	expect(await countOwnTasks(shell, head)).toBeGreaterThan(0)
	expect(await readFollowUpTasks(shell, otherHead)).toEqual([])
})

test('its unit reports the result, the office sends it back or confirms it, and then it is closed for good', async () => {
	const { shell, org, meetingId, taskId } = await meetingWithTask()
	const { head, secretary } = org.actors
	const say = (actor: Actor, step: FollowUpAnswer['step'], words: string) =>
		answer(shell, actor, meetingId, { taskId, step, words })
	expect(await say(head, 'reported', '已印发。')).toMatchObject({
		reason: { code: 'meeting-transition-refused' },
	})
	await closed(shell, org, meetingId)
	expect(await say(secretary, 'confirmed', '属实。')).toMatchObject({ reason: { problem: 'not-reported' } })
	must(await say(head, 'reported', '已印发。'))
	expect(await say(head, 'reported', '又报一次。')).toMatchObject({ reason: { problem: 'already-reported' } })
	expect(await readFollowUpTasks(shell, head)).toEqual([])
	expect(await readFollowUpTasks(shell, secretary)).toMatchObject([{ task: 'answer' }])
	must(await say(secretary, 'returned', '办事指南没有公布。'))
	expect(await readFollowUpTasks(shell, head)).toMatchObject([{ task: 'report' }])
	must(await say(head, 'reported', '办事指南已公布。'))
	must(await say(secretary, 'confirmed', '已核实。'))
	expect(await readFollowUpTasks(shell, head)).toEqual([])
	expect(await readFollowUpTasks(shell, secretary)).toEqual([])
	expect(await say(head, 'reported', '再报。')).toMatchObject({ reason: { problem: 'already-ended' } })
	const { lines } = must(await readFollowUps(shell, secretary, meetingId))
	expect(lines[0]?.standing).toBe('confirmed')
	expect(lines[0]?.steps.map(({ step }) => step)).toEqual(['reported', 'returned', 'reported', 'confirmed'])
	expect(await verifyTrail(shell)).toMatchObject({ brokenStreams: 0, faultyRows: 0, forged: [] })
})

test('whoever reported a result does not confirm it, also where they keep the meeting themselves', async () => {
	const { shell, org, meetingId, taskId } = await meetingWithTask()
	await closed(shell, org, meetingId)
	const { head, secretary } = org.actors
	const both = { ...head, posts: [...head.posts, ...secretary.posts] }
	must(await answer(shell, both, meetingId, { taskId, step: 'reported', words: '已印发。' }))
	expect(await answer(shell, both, meetingId, { taskId, step: 'confirmed', words: '属实。' })).toMatchObject({
		reason: { problem: 'own-report' },
	})
})

test('a unit without a task learns nothing, and one with a task sees that and not the meeting', async () => {
	const { shell, org, meetingId, itemId, taskId } = await meetingWithTask()
	const housing = { organId: org.organs.housing, what: '另一件事。' }
	must(await set(shell, org, meetingId, itemId, housing))
	await closed(shell, org, meetingId)
	const { head, drafter, reviewer } = org.actors
	const own = must(await readFollowUps(shell, head, meetingId))
	expect(own.lines.map(({ what }) => what)).toEqual([WHAT])
	expect(own.isLinked).toBe(false)
	expect(must(await readFollowUps(shell, reviewer, meetingId)).lines).toHaveLength(2)
	expect(await readFollowUps(shell, drafter, meetingId)).toMatchObject({ reason: { code: 'not-found' } })
	const other = await shell.db.followUpTask.findFirstOrThrow({ where: { id: { not: taskId } } })
	const given = { taskId: other.id, step: 'reported', words: '已办。' } as const
	expect(await answer(shell, head, meetingId, given)).toMatchObject({ reason: { code: 'not-found' } })
})

test('a task needs an outcome, a unit that somebody leads, and a day ahead', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { meetingId, itemId } = await heldMeeting(shell, org)
	expect(await set(shell, org, meetingId, itemId)).toMatchObject({ reason: { problem: 'no-outcome' } })
	must(await record(shell, org, meetingId, itemId, 'passed'))
	const today = { dueOn: '2026-11-23' }
	expect(await set(shell, org, meetingId, itemId, today)).toMatchObject({
		reason: { problem: 'not-in-the-future' },
	})
	const nobody = { organId: org.organs.office }
	expect(await set(shell, org, meetingId, itemId, nobody)).toMatchObject({
		reason: { problem: 'unknown-organ' },
	})
})

test('a task that is given once the record is confirmed makes minutes of its own', async () => {
	const { shell, org, meetingId, itemId } = await meetingWithTask()
	await closed(shell, org, meetingId)
	must(await set(shell, org, meetingId, itemId, { what: '向区人大常委会报备。' }))
	const minutes = await minutesOf(shell)
	expect(minutes).toHaveLength(2)
	expect(minutes[1]).toContain('向区人大常委会报备。')
})

test('the head is reminded once at half, on the day before, on the day and after it, until the result is reported', async () => {
	const { shell, org, meetingId, taskId } = await meetingWithTask()
	await closed(shell, org, meetingId)
	const { head } = org.actors
	const reminded = async () =>
		(await shell.db.notice.findMany({ where: { personId: head.personId }, orderBy: { id: 'asc' } }))
			.map(({ kind }) => kind)
			.filter((kind) => kind.startsWith('reminder.'))
	for (let on = parsePlainDate('2026-11-23'), left = 25; left > 0; on = addDays(on, 1), left -= 1) {
		shell.setNow(instantOf(on, '09:00'))
		await sweepFollowUps(shell)
		await sweepFollowUps(shell)
	}
	expect(await reminded()).toEqual(['reminder.half', 'reminder.eve', 'reminder.due', 'reminder.overdue'])
	expect(await readFollowUpTasks(shell, head)).toMatchObject([{ isLate: true }])
	const told = (await readNotices(shell, head)).filter(({ kind }) => kind.startsWith('reminder.'))
	expect(told.map(({ task }) => task)).toEqual(Array.from({ length: 4 }, () => ({ what: WHAT, meetingId })))
	must(await answer(shell, head, meetingId, { taskId, step: 'reported', words: '已印发。' }))
	expect(await sweepFollowUps(shell)).toBe(0)
})

test('a task that should not have been given is taken back with its reason, and stands late, reminded and on new minutes no more', async () => {
	const { shell, org, meetingId, itemId, taskId } = await meetingWithTask()
	const { head, secretary } = org.actors
	const twice = must(await set(shell, org, meetingId, itemId, { what: '重复交办的一件。' })).value.taskId
	const withdrawn = (task: string, actor = secretary) =>
		answer(shell, actor, meetingId, { taskId: task, step: 'withdrawn', words: '重复交办。' })
	expect(await withdrawn(twice, head)).toMatchObject({ reason: { code: 'not-found' } })
	must(await withdrawn(twice))
	await closed(shell, org, meetingId)
	expect((await minutesOf(shell))[0]).not.toContain('重复交办的一件')
	expect(await readFollowUpTasks(shell, head)).toMatchObject([{ id: taskId }])
	must(await answer(shell, head, meetingId, { taskId, step: 'reported', words: '已印发。' }))
	must(await withdrawn(taskId))
	const minutes = await minutesOf(shell)
	expect(minutes).toHaveLength(2)
	expect([minutes[0]?.includes(WHAT), minutes[1]?.includes(WHAT)]).toEqual([true, false])
	shell.setNow(instantOf(parsePlainDate('2026-12-20')))
	expect(await readFollowUpTasks(shell, head)).toEqual([])
	expect(await readFollowUpTasks(shell, secretary)).toEqual([])
	expect(await sweepFollowUps(shell)).toBe(0)
	for (const step of ['reported', 'confirmed', 'returned', 'withdrawn'] as const)
		expect(
			await answer(shell, step === 'reported' ? head : secretary, meetingId, {
				taskId,
				step,
				words: '再办。',
			}),
		).toMatchObject({ reason: { problem: 'already-ended' } })
	const { lines } = must(await readFollowUps(shell, secretary, meetingId))
	expect(lines.map(({ standing, isLate, mayWithdraw }) => [standing, isLate, mayWithdraw])).toEqual([
		['withdrawn', false, false],
		['withdrawn', false, false],
	])
	expect(await verifyTrail(shell)).toMatchObject({ brokenStreams: 0, faultyRows: 0, forged: [] })
})
