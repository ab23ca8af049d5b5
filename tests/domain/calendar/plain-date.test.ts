import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	addDays,
	addMonths,
	dayProblem,
	daysBetween,
	instantOf,
	parsePlainDate,
	plainDateIn,
	weekday,
} from '#app/domain/calendar/plain-date.ts'

const day = parsePlainDate
const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2026-01-01'), days))

test('it is already tomorrow in China when it is four in the afternoon in Greenwich', () => {
	expect(plainDateIn(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23')
	expect(plainDateIn(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24')
})

test('the day of an instant on a day is that day, at any time of it', () => {
	fc.assert(
		fc.property(
			someDay,
			fc.constantFrom('00:00', '08:30', '17:30', '23:59'),
			(date, time) => plainDateIn(instantOf(date, time)) === date,
		),
	)
})

test.each([
	['six months later is the same day', '2026-05-23', 6, '2026-11-23'],
	['or the last day of a shorter month', '2026-08-31', 6, '2027-02-28'],
	['over the end of a year', '2026-10-15', 6, '2027-04-15'],
	['the shorter month is the one that it ends in', '2026-10-31', 4, '2027-02-28'],
	['in a leap year February has one day more', '2027-12-31', 2, '2028-02-29'],
] as const)('%s', (_rule, from, months, to) => {
	expect(addMonths(day(from), months)).toBe(to)
})

test('days added and the days between agree', () => {
	fc.assert(
		fc.property(
			someDay,
			fc.integer({ min: -500, max: 500 }),
			(date, days) => daysBetween(date, addDays(date, days)) === days,
		),
	)
})

test.each([
	'2026-02-30',
	'2026-13-01',
	'26-01-01',
	'2026-1-1',
	'+002026-01-01',
	'2026-01-01T00:00',
	' 2026-01-01',
	'2026-01-01 ',
	'明天',
])('%j is no calendar day', (text) => {
	expect(() => parsePlainDate(text)).toThrow(RangeError)
	expect(dayProblem(text)).toBe('not-a-date')
})

test('a day that was not typed is missing, one that exists has no problem', () => {
	expect(() => parsePlainDate('')).toThrow(RangeError)
	expect(dayProblem('')).toBe('missing')
	expect(dayProblem('2028-02-29')).toBeNull()
})

test('the twenty-third of November 2026 is a Monday', () => {
	expect(weekday(day('2026-11-23'))).toBe(1)
})
