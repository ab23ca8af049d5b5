import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { consentRecord } from '#tests/support/sample-records.ts'
import { isWorkingDay } from '#app/domain/calendar/working-calendar.ts'
import { judgeProposal, proposalsCloseOn } from '#app/domain/meeting/proposal-terms.ts'

type Consent = Parameters<typeof judgeProposal>[0]['consent']

const CALENDAR = { exceptions: new Map([['2026-12-04', 'rest' as const]]), coveredUntil: 2026 }

function judge(proposedOn: string, meetingOn: string, consent: Consent = { state: 'none' }) {
	return judgeProposal(
		{ proposedOn: parsePlainDate(proposedOn), meetingOn: parsePlainDate(meetingOn), lead: 7, consent },
		CALENDAR,
	)
}

test('seven working days before the meeting are in time, days of rest are not counted', () => {
	expect(judge('2026-11-25', '2026-12-07')[0]).toEqual({ id: 'lead-time', status: 'met', days: 7, lead: 7 })
	expect(judge('2026-11-26', '2026-12-07')[0]).toEqual({ id: 'lead-time', status: 'unmet', days: 6, lead: 7 })
})

test('consent is a leader’s own signature or a signed paper; asked, sent back or on an older text it is none', () => {
	const on = (consent: Consent) => judge('2026-11-25', '2026-12-07', consent)[1]?.status
	const row = consentRecord({})
	expect(on({ state: 'given', row, way: 'signed', on: '2026-11-20' })).toBe('signed-fact')
	expect(on({ state: 'given', row, way: 'paper', on: '2026-11-20' })).toBe('signed-fact')
	expect(on({ state: 'none' })).toBe('unmet')
	expect(on({ state: 'asked', row, leaderId: 'leader' })).toBe('unmet')
	expect(on({ state: 'returned', row })).toBe('unmet')
	expect(on({ state: 'lapsed', row })).toBe('unmet')
	expect(on({ state: 'not-needed' })).toBe('not-applicable')
})

test('proposals close on the last working day that still has its lead time, whatever day the meeting is on', () => {
	const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(parsePlainDate('2026-11-10'), days))
	fc.assert(
		fc.property(someDay, (meetingOn) => {
			const last = proposalsCloseOn(meetingOn, 7, CALENDAR)
			expect(isWorkingDay(last, CALENDAR)).toBe(true)
			expect(judge(last, meetingOn)[0]).toMatchObject({ status: 'met' })
			let next = addDays(last, 1)
			while (!isWorkingDay(next, CALENDAR)) next = addDays(next, 1)
			expect(judge(next, meetingOn)[0]).toMatchObject({ status: 'unmet' })
		}),
	)
})
