import { expect, test } from 'vitest'
import { loadLimits, loadReference } from '#app/db/load-reference.server.ts'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { requestPause } from '#app/services/intake/pause-review.server.ts'
import { readClockPage } from '#app/services/intake/read-clock-page.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { returnMatter } from '#app/services/intake/return-matter.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import type { ProposalForm } from '#app/services/reference/propose-reference.server.ts'
import { must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openedMeeting } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { changedEntry } from '#tests/support/reference-steps.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const TUESDAY = new Date('2026-11-24T01:30:00.000Z')
const GROUNDS = {
	mark: 'verified',
	source: '《青禾区合法性审查办法》第八条',
	reason: '区办法已经印发。',
	from: parsePlainDate('2026-11-24'),
} as const

/** From Tuesday a normative document is reviewed in 15 working days and not in 10. */
const LONGER: ProposalForm = {
	...GROUNDS,
	intent: 'numbers',
	kind: 'track-periods',
	code: 'normative-document',
	numbers: { accept: 4, supplement: 5, review: 15, revise: 10, recheck: 3, postCheck: 2 },
}
/** From Tuesday a review may be paused for 5 working days and not for 30. */
const SHORTER: ProposalForm = {
	...GROUNDS,
	intent: 'numbers',
	kind: 'review-limits',
	code: 'review-clock',
	numbers: {
		pause: 5,
		extension: 10,
		urgent: 1,
		'guaranteed_government-decision': 7,
		'guaranteed_department-decision': 7,
		'guaranteed_normative-document': 5,
	},
}

/** A matter of Monday, and rules that are others from Tuesday on. */
async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const monday = await submittedMatter(shell, org)
	await changedEntry(shell, org, LONGER)
	await changedEntry(shell, org, SHORTER)
	shell.setNow(TUESDAY)
	const accept = async (id: string) =>
		must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, id)))
	const daysOf = async (matterId: string, kind: string) => {
		const rows = await shell.db.deadline.findMany({ where: { matterId, kind }, orderBy: { id: 'desc' } })
		return rows[0]?.periodDays
	}
	return { shell, org, monday, accept, daysOf }
}

test('a matter keeps the periods of the day of its submission; one that is submitted later has the new ones', async () => {
	const { shell, org, monday, accept, daysOf } = await ground()
	const tuesday = await submittedMatter(shell, org)
	await accept(monday)
	await accept(tuesday)
	expect(await daysOf(monday, 'accept')).toBe(2)
	expect(await daysOf(tuesday, 'accept')).toBe(4)
	expect(await daysOf(monday, 'review')).toBe(10)
	expect(await daysOf(tuesday, 'review')).toBe(15)
})

test('its page says the limits of its day, and its acts are held to them', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const monday = await reviewingMatter(shell, org)
	await changedEntry(shell, org, SHORTER)
	shell.setNow(TUESDAY)
	const tuesday = await reviewingMatter(shell, org)
	const { lead, reviewer } = org.actors
	const pause = async (id: string) => must(await readClockPage(shell, lead, id)).limits.pause
	expect(await pause(monday)).toBe(30)
	expect(await pause(tuesday)).toBe(5)
	// Until 11 December are 13 working days.
	const asked = { cause: 'experts', until: parsePlainDate('2026-12-11'), words: '请专家论证。' } as const
	expect(await requestPause(shell, reviewer, orderOn(shell, monday), asked)).toMatchObject({ ok: true })
	expect(await requestPause(shell, reviewer, orderOn(shell, tuesday), asked)).toMatchObject({
		reason: { problem: 'pause-too-long' },
	})
})

test('a matter that was returned and is submitted anew has the rules of its new day', async () => {
	const { shell, org, monday, accept, daysOf } = await ground()
	const { registrar, drafter, head } = org.actors
	const back = { reasonCode: 'papers-not-conforming', words: '材料不符合要求。' }
	must(await returnMatter(shell, registrar, orderOn(shell, monday), back))
	must(await prepareSubmission(shell, drafter, orderOn(shell, monday)))
	must(await submitMatter(shell, head, orderOn(shell, monday)))
	expect(await daysOf(monday, 'accept')).toBe(4)
	await accept(monday)
	expect(await daysOf(monday, 'review')).toBe(15)
})

test('a calendar that is published later holds for every matter, and a list that grew later for none of before', async () => {
	const { shell, org } = await ground()
	await changedEntry(shell, org, {
		intent: 'year',
		kind: 'working-days',
		code: '2027',
		source: '国务院办公厅关于2027年部分节假日安排的通知',
		reason: '通知已经公布。',
		from: parsePlainDate('2026-11-24'),
		rest: '2027-01-01 至 2027-01-03 2027-02-05 至 2027-02-14',
		work: '',
	})
	const monday = await loadReference(shell.db, '2026-11-24', '2026-11-23')
	expect(monday.calendar.coveredUntil).toBe(2027)
	expect(monday.limits.pause).toBe(30)
	expect((await loadReference(shell.db, '2026-11-24')).limits.pause).toBe(5)
	// Of a day before the first version the limits are those of the first, and of lists there is nothing.
	const before = await loadReference(shell.db, '2026-11-24', '2001-01-01')
	expect([before.limits.pause, before.checklist.length]).toEqual([30, 0])
})

test('a proposal for a meeting is judged by the limits of the day on which it was made', async () => {
	const { shell } = await ground()
	const limitsOn = await loadLimits(shell.db, '2026-11-24')
	expect(limitsOn('2026-11-23').pause).toBe(30)
	expect(limitsOn('2026-11-24').pause).toBe(5)
})

test('limits that two have confirmed are not called a default any more, where they speak', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const meetingId = await openedMeeting(shell, org)
	const closing = async () => must(await readMeetingPage(shell, org.actors.secretary, meetingId)).closing
	expect(await closing()).toMatchObject({ days: 7, isAssumed: true })
	await changedEntry(shell, org, {
		...GROUNDS,
		intent: 'check',
		kind: 'review-limits',
		code: 'proposal-lead',
	})
	expect(await closing()).toMatchObject({ days: 7, isAssumed: true })
	shell.setNow(TUESDAY)
	expect(await closing()).toMatchObject({ days: 7, isAssumed: false })
})
