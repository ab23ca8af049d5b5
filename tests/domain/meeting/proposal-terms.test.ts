import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { isWorkingDay } from '#app/domain/calendar/working-calendar.ts'
import { judgeProposal, proposalsCloseOn } from '#app/domain/meeting/proposal-terms.ts'

const CALENDAR = { exceptions: new Map([['2026-12-04', 'rest' as const]]), coveredUntil: 2026 }

function judge(proposedOn: string, meetingOn: string, consent = '分管副区长签批同意。') {
	return judgeProposal(
		{ proposedOn: parsePlainDate(proposedOn), meetingOn: parsePlainDate(meetingOn), consent },
		CALENDAR,
	)
}

test('seven working days before the meeting are in time, days of rest are not counted', () => {
	expect(judge('2026-11-25', '2026-12-07')[0]).toEqual({ id: 'lead-time', status: 'met', days: 7 })
	expect(judge('2026-11-26', '2026-12-07')[0]).toEqual({ id: 'lead-time', status: 'unmet', days: 6 })
})

test('consent is met by the words that were given, and by nothing else', () => {
	expect(judge('2026-11-25', '2026-12-07')[1]).toMatchObject({
		status: 'unverified',
		words: '分管副区长签批同意。',
	})
	expect(judge('2026-11-25', '2026-12-07', ' ')[1]).toMatchObject({ status: 'unmet' })
})

test('proposals close on the last working day that still has its lead time, whatever day the meeting is on', () => {
	const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(parsePlainDate('2026-11-10'), days))
	fc.assert(
		fc.property(someDay, (meetingOn) => {
			const last = proposalsCloseOn(meetingOn, CALENDAR)
			expect(isWorkingDay(last, CALENDAR)).toBe(true)
			expect(judge(last, meetingOn)[0]).toMatchObject({ status: 'met' })
			let next = addDays(last, 1)
			while (!isWorkingDay(next, CALENDAR)) next = addDays(next, 1)
			expect(judge(next, meetingOn)[0]).toMatchObject({ status: 'unmet' })
		}),
	)
})
