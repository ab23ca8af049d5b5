import { expect, test } from 'vitest'
import { openDatabase } from '#app/db/open-database.server.ts'
import { addDays, instantOf, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { decidePause, requestPause } from '#app/services/intake/pause-review.server.ts'
import { decideRecusal, requestRecusal } from '#app/services/intake/recuse-reviewer.server.ts'
import { sweepDigests } from '#app/services/reminders/sweep-digests.server.ts'
import { sweepReminders } from '#app/services/reminders/sweep-reminders.server.ts'
import { readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { counselSays, reviewingMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const at = (day: string) => instantOf(parsePlainDate(day), '09:00')

/** A matter in review from Monday 23 November on, counsel heard: the reviewer’s turn alone. */
async function runningReview() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	await shell.db.notice.deleteMany()
	const { deadlines } = await matterOf(shell, org, matterId)
	const { startsOn, periodDays, dueOn } = deadlines.find(({ kind }) => kind === 'review') ?? {}
	return { shell, org, matterId, startsOn, periodDays, dueOn }
}

const reminders = async (shell: TestShell, person: Actor) =>
	(await shell.db.notice.findMany({ where: { personId: person.personId }, orderBy: { id: 'asc' } }))
		.filter(({ kind }) => kind.startsWith('reminder.'))
		.map(({ kind, detail }) => [kind, JSON.parse(detail) as unknown])

/** Both sweeps at nine and at three, day by day, as the hourly job would run them. */
async function sweepDaily(shell: TestShell, from: string, days: number): Promise<void> {
	for (let on = parsePlainDate(from), left = days; left > 0; on = addDays(on, 1), left -= 1)
		for (const time of ['09:00', '15:00']) {
			shell.setNow(instantOf(on, time))
			await sweepReminders(shell)
			await sweepDigests(shell)
		}
}

test('the reviewer is reminded once at half, on the day before, on the due day and after it; the lead gets one digest a working day', async () => {
	const { shell, org, startsOn, periodDays, dueOn } = await runningReview()
	expect([startsOn, periodDays, dueOn]).toEqual(['2026-11-23', 10, '2026-12-07'])
	await sweepDaily(shell, '2026-11-23', 19)
	expect(await reminders(shell, org.actors.reviewer)).toEqual([
		['reminder.half', { dueOn: '2026-12-07' }],
		['reminder.eve', { dueOn: '2026-12-07' }],
		['reminder.due', { dueOn: '2026-12-07' }],
		['reminder.overdue', { dueOn: '2026-12-07' }],
	])
	// From Tuesday 8 to Friday 11 December.
	expect(await reminders(shell, org.actors.lead)).toEqual(
		Array.from({ length: 4 }, () => ['reminder.digest', { count: 1 }]),
	)
	for (const other of ['drafter', 'head', 'otherReviewer', 'checker', 'signer', 'secretary'] as const)
		expect(await reminders(shell, org.actors[other]), other).toEqual([])
})

test('what is overdue is never cleared: a hundred days later nothing has moved', async () => {
	const { shell, org, matterId } = await runningReview()
	const before = await matterOf(shell, org, matterId)
	shell.setNow(at('2027-03-24'))
	await sweepReminders(shell)
	await sweepDigests(shell)
	const after = await matterOf(shell, org, matterId)
	expect(after).toEqual(before)
	expect(after).toMatchObject({ state: 'reviewing', clearances: [], live: null })
})

test('a sweep that comes late says what holds now, once, and not what was missed', async () => {
	const { shell, org } = await runningReview()
	shell.setNow(at('2026-12-09'))
	await sweepReminders(shell)
	await sweepReminders(shell)
	expect(await reminders(shell, org.actors.reviewer)).toEqual([['reminder.overdue', { dueOn: '2026-12-07' }]])
})

test('two processes at once, and one that starts anew, remind once', async () => {
	const { shell, org } = await runningReview()
	const other = openDatabase(shell.url)
	const onPostgresql = shell.url.startsWith('postgres')
	const second = { ...shell, db: other }
	for (const day of ['2026-12-04', '2026-12-07', '2026-12-08']) {
		shell.setNow(at(day))
		const sweeps = [
			() => sweepReminders(shell),
			() => sweepReminders(second),
			() => sweepReminders(shell),
			() => sweepDigests(second),
			() => sweepDigests(shell),
		]
		// Two writers of one SQLite file wait for each other, which two connections of one thread cannot.
		if (onPostgresql) await Promise.all(sweeps.map((sweep) => sweep()))
		else for (const sweep of sweeps) await sweep()
	}
	await other.$disconnect()
	const again = openDatabase(shell.url)
	await sweepReminders({ ...shell, db: again })
	await sweepDigests({ ...shell, db: again })
	await again.$disconnect()
	expect((await reminders(shell, org.actors.reviewer)).map(([kind]) => kind)).toEqual([
		'reminder.eve',
		'reminder.due',
		'reminder.overdue',
	])
	expect((await reminders(shell, org.actors.lead)).map(([kind]) => kind)).toEqual(['reminder.digest'])
})

test('a pause moves the due day, and the day before and the due day are said of the new one', async () => {
	const { shell, org, matterId } = await runningReview()
	shell.setNow(at('2026-12-04'))
	await sweepReminders(shell)
	const until = parsePlainDate('2026-12-08')
	must(
		await requestPause(shell, org.actors.reviewer, orderOn(shell, matterId), {
			cause: 'consultation',
			words: '征求意见。',
			until,
		}),
	)
	must(
		await decidePause(shell, org.actors.lead, orderOn(shell, matterId), { isGranted: true, words: '同意。' }),
	)
	await sweepDaily(shell, '2026-12-05', 12)
	// Stopped from Friday 4 to Tuesday 8: two working days were left, which are Wednesday and Thursday.
	expect(await reminders(shell, org.actors.reviewer)).toEqual([
		['reminder.eve', { dueOn: '2026-12-07' }],
		['reminder.eve', { dueOn: '2026-12-10' }],
		['reminder.due', { dueOn: '2026-12-10' }],
		['reminder.overdue', { dueOn: '2026-12-10' }],
	])
})

test('who stepped back is not reminded; the lead, who must name another, is', async () => {
	const { shell, org, matterId } = await runningReview()
	const { reviewer, lead } = org.actors
	must(await requestRecusal(shell, reviewer, orderOn(shell, matterId), '系近亲属。'))
	must(await decideRecusal(shell, lead, orderOn(shell, matterId), { isGranted: true, words: '属实。' }))
	shell.setNow(at('2026-12-07'))
	await sweepReminders(shell)
	expect(await reminders(shell, reviewer)).toEqual([])
	expect(await reminders(shell, lead)).toEqual([['reminder.due', { dueOn: '2026-12-07' }]])
})

test('the line on the desk names the matter and its due day, and the digest how many are late', async () => {
	const { shell, org, matterId } = await runningReview()
	shell.setNow(at('2026-12-08'))
	await sweepReminders(shell)
	await sweepDigests(shell)
	expect(await readNotices(shell, org.actors.reviewer)).toMatchObject([
		{ kind: 'reminder.overdue', matterId, dueOn: '2026-12-07', overdue: null },
	])
	expect(await readNotices(shell, org.actors.lead)).toMatchObject([
		{ kind: 'reminder.digest', matterId: null, dueOn: null, overdue: 1 },
	])
})
