import { expect, test } from 'vitest'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Track } from '#app/domain/matter/track.ts'
import {
	decideUrgency,
	extendReview,
	requestUrgency,
} from '#app/services/intake/change-review-period.server.ts'
import { decidePause, requestPause, resumeReview } from '#app/services/intake/pause-review.server.ts'
import { readClockPage } from '#app/services/intake/read-clock-page.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { bodyFor, reviewingMatter, saveBody, withPost } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const day = parsePlainDate
const at = (date: string) => new Date(`${date}T01:30:00.000Z`)
const WAITING = { cause: 'consultation', words: '征求区财政局意见。', until: day('2026-11-13') } as const

/** A matter whose review of ten working days began on Monday, 2026-11-02: due 2026-11-16. */
async function underReview(tracks: readonly Track[] = ['government-decision']) {
	const shell = await openTestShell(at('2026-11-02'))
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org, tracks)
	const order = () => orderOn(shell, matterId)
	const due = async () => (await matterOf(shell, org, matterId)).dueOn
	return { shell, org, matterId, order, due, ...org.actors }
}

async function paused() {
	const house = await underReview()
	house.shell.setNow(at('2026-11-05'))
	must(await requestPause(house.shell, house.reviewer, house.order(), WAITING))
	must(await decidePause(house.shell, house.lead, house.order(), { isGranted: true, words: '同意。' }))
	return house
}

test('[10] begun 11-02, ten days, paused 11-05, answered 11-10, is due 11-20', async () => {
	const { shell, reviewer, order, due, matterId, drafter } = await paused()
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ kind: 'pause.decided' })
	expect(await noticesOf(shell, drafter)).toContain('pause.decided')
	// Should nobody resume it, it goes on by itself after 11-13: 11-03, 11-04, then eight days from 11-16.
	expect(await due()).toBe('2026-11-25')
	shell.setNow(at('2026-11-10'))
	must(await resumeReview(shell, reviewer, order(), '区财政局已复函。'))
	expect(await due()).toBe('2026-11-20')
	const page = must(await readClockPage(shell, drafter, matterId))
	expect(page.lines.at(-1)).toMatchObject({
		net: 10,
		dueOn: '2026-11-20',
		stops: [{ cause: 'consultation', from: '2026-11-05', to: '2026-11-10' }],
		explained: { gross: 14, stopped: 4, holidays: [], makeUpDays: [] },
	})
})

test('[10] a pause that is resumed late stood still no longer than it was to', async () => {
	const { shell, reviewer, order, due } = await paused()
	shell.setNow(at('2026-11-18'))
	must(await resumeReview(shell, reviewer, order(), '区财政局已复函。'))
	expect(await due()).toBe('2026-11-25')
})

test('[10] the lead decides on the pause, never on their own request; declined, the clock runs on', async () => {
	const { shell, org, reviewer, lead, signer, order, due, matterId } = await underReview()
	shell.setNow(at('2026-11-05'))
	must(await requestPause(shell, reviewer, order(), WAITING))
	const { items } = await readWorklist(shell, lead, null)
	expect(items.find((item) => item.matterId === matterId)?.turn).toMatchObject({ act: 'pause.decided' })
	const grant = { isGranted: true, words: '同意。' }
	expect(await decidePause(shell, signer, order(), grant)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	expect(
		await decidePause(shell, await withPost(shell, reviewer, 'review-lead'), order(), grant),
	).toMatchObject({ reason: { code: 'not-permitted' } })
	must(await decidePause(shell, lead, order(), { isGranted: false, words: '不必等。' }))
	expect(await due()).toBe('2026-11-16')
	expect((await matterOf(shell, org, matterId)).requests).toMatchObject([
		{ kind: 'pause', decision: { isGranted: false } },
	])
})

test('[10] while the clock stands still it is the reviewer’s turn to let it go on, and nothing is sent', async () => {
	const { shell, org, reviewer, order, matterId } = await paused()
	const { items } = await readWorklist(shell, reviewer, null)
	expect(items.find((item) => item.matterId === matterId)?.turn).toMatchObject({ act: 'clock.resumed' })
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	expect(await sendOpinion(shell, reviewer, order())).toMatchObject({
		reason: { unmet: expect.arrayContaining(['clock-runs']) as unknown },
	})
	expect(
		await requestSupplement(shell, reviewer, order(), [{ what: '起草说明', reason: '缺页。' }]),
	).toMatchObject({ reason: { unmet: ['clock-runs'] } })
	expect(await requestPause(shell, reviewer, order(), WAITING)).toMatchObject({
		reason: { unmet: ['clock-runs'] },
	})
})

test('[10] all pauses of a period together stay within thirty working days', async () => {
	const { shell, reviewer, order } = await paused()
	shell.setNow(at('2026-11-10'))
	must(await resumeReview(shell, reviewer, order(), '已复函。'))
	// 11-05, 11-06, 11-09 and 11-10 are used: 26 are left, 11-11 to 12-16.
	shell.setNow(at('2026-11-11'))
	const ask = (until: string) => requestPause(shell, reviewer, order(), { ...WAITING, until: day(until) })
	expect(await ask('2026-12-17')).toMatchObject({ reason: { field: 'until', problem: 'pause-too-long' } })
	expect(await ask('2026-11-11')).toMatchObject({ reason: { field: 'until', problem: 'day-not-ahead' } })
	must(await ask('2026-12-16'))
})

test('[11] the signing officer extends once, within the limit, with a reason, before it has run out', async () => {
	const { shell, reviewer, signer, drafter, order, due, matterId } = await underReview()
	const extend = (days: number, actor = signer) =>
		extendReview(shell, actor, order(), { days, words: '争议较大，需再论证。' })
	expect(await extend(5, reviewer)).toMatchObject({ reason: { code: 'not-permitted' } })
	expect(await extend(11)).toMatchObject({ reason: { field: 'days', problem: 'extension-too-long' } })
	expect(await extendReview(shell, signer, order(), { days: 5, words: ' ' })).toMatchObject({
		reason: { field: 'words', problem: 'missing' },
	})
	must(await extend(5))
	expect(await due()).toBe('2026-11-23')
	expect(await noticesOf(shell, drafter)).toContain('period.extended')
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ kind: 'period.extended' })
	expect(await extend(1)).toMatchObject({ reason: { unmet: ['period-is-not-extended'] } })
	expect(must(await readClockPage(shell, signer, matterId)).lines.at(-1)).toMatchObject({
		days: 10,
		net: 15,
		changes: [{ kind: 'extension', days: 5 }],
	})
})

test('[11] what has run out is overdue and is extended no more', async () => {
	const { shell, signer, order, due } = await underReview()
	shell.setNow(at('2026-11-17'))
	expect(await extendReview(shell, signer, order(), { days: 5, words: '来不及。' })).toMatchObject({
		reason: { field: 'days', problem: 'period-ran-out' },
	})
	expect(await due()).toBe('2026-11-16')
})

test('[12] urgency is asked by the drafting head, and what is fewer than law promises is said', async () => {
	const { shell, head, drafter, lead, order, due, matterId } = await underReview()
	const asked = { cause: 'superior-order', words: '上级要求本周内办结。' } as const
	expect(await requestUrgency(shell, drafter, order(), asked)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	must(await requestUrgency(shell, head, order(), asked))
	const decide = (days: number, saysFewer: boolean) =>
		decideUrgency(shell, lead, order(), { isGranted: true, words: '同意加急。', days, saysFewer })
	expect(await decide(10, false)).toMatchObject({ reason: { problem: 'not-shorter' } })
	expect(await decide(3, false)).toMatchObject({
		reason: { field: 'saysFewer', problem: 'fewer-than-guaranteed' },
	})
	must(await decide(3, true))
	expect(await due()).toBe('2026-11-05')
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'urgency.decided',
		detail: { days: 3, fewerThan: 7, dueOn: '2026-11-05' },
	})
	expect(must(await readClockPage(shell, drafter, matterId)).lines.at(-1)).toMatchObject({
		net: 3,
		fewerThan: 7,
	})
})

test('[12] a review is never hurried down to nothing; seven days need no word, a leader may decide too', async () => {
	const { shell, head, leader, order, due } = await underReview()
	must(await requestUrgency(shell, head, order(), { cause: 'other', words: '赶上下次会议。' }))
	const decide = (days: number) =>
		decideUrgency(shell, leader, order(), { isGranted: true, words: '同意。', days, saysFewer: true })
	shell.setNow(at('2026-11-05'))
	expect(await decide(3)).toMatchObject({ reason: { field: 'days', problem: 'no-time-left' } })
	must(await decide(7))
	expect(await due()).toBe('2026-11-11')
})

test('[12] a normative document is hurried in an emergency or by an order from above, else not', async () => {
	const { shell, head, order } = await underReview(['normative-document'])
	expect(
		await requestUrgency(shell, head, order(), { cause: 'other', words: '赶上下次会议。' }),
	).toMatchObject({ reason: { field: 'cause', problem: 'not-urgent' } })
	must(await requestUrgency(shell, head, order(), { cause: 'emergency', words: '防汛急需。' }))
})
