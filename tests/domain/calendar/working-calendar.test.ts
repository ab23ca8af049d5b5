import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import { addDays, addMonths, daysBetween, instantOf, parsePlainDate, plainDateIn, weekday } from '#app/domain/calendar/plain-date.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { dueInstant, endOfPeriod, isWorkingDay, workingDaysBetween } from '#app/domain/calendar/working-calendar.ts'
import { WORKING_DAYS } from '#seeds/reference/working-days.ts'

const calendar: WorkingCalendar = {
	exceptions: new Map(
		WORKING_DAYS.flatMap(({ body }) => [
			...body.rest.map((day) => [day, 'rest'] as const),
			...body.work.map((day) => [day, 'work'] as const),
		]),
	),
	coveredUntil: 2026,
}
const day = parsePlainDate
const someDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2026-01-01'), days))

test.each([
	['the day of receipt is not counted', '2026-09-03', 1, '2026-09-04'],
	['a weekend is skipped', '2026-09-04', 1, '2026-09-07'],
	['the National Day holiday is skipped', '2026-09-30', 1, '2026-10-08'],
	['a make-up Saturday counts', '2026-10-09', 1, '2026-10-10'],
	['ten working days over an ordinary fortnight', '2026-11-02', 10, '2026-11-16'],
] as const)('%s', (_rule, from, days, last) => {
	expect(endOfPeriod(day(from), days, calendar)).toEqual({ day: last, provisional: false })
})

test('a date in a year whose notice is not published is provisional', () => {
	expect(endOfPeriod(day('2026-12-30'), 5, calendar)).toMatchObject({ provisional: true })
})

test.each([0, -1, 1.5])('a period of %s days is no period', (days) => {
	expect(() => endOfPeriod(day('2026-09-03'), days, calendar)).toThrow(RangeError)
})

test('a period ends on a working day, and holds as many working days as it is long', () => {
	fc.assert(
		fc.property(someDay, fc.integer({ min: 1, max: 40 }), (from, days) => {
			const end = endOfPeriod(from, days, calendar)
			return isWorkingDay(end.day, calendar) && workingDaysBetween(from, end.day, calendar) === days
		}),
	)
})

test('days counted back are the negative of days counted forward', () => {
	fc.assert(fc.property(someDay, someDay, (a, b) => workingDaysBetween(a, b, calendar) === -workingDaysBetween(b, a, calendar)))
})

test('a working day ends at half past five in China', () => {
	expect(dueInstant(day('2026-11-25')).toISOString()).toBe('2026-11-25T09:30:00.000Z')
})

test('it is already tomorrow in China when it is four in the afternoon in Greenwich', () => {
	expect(plainDateIn(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23')
	expect(plainDateIn(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24')
})

test('the day of an instant on a day is that day, at any time of it', () => {
	fc.assert(
		fc.property(someDay, fc.constantFrom('00:00', '08:30', '17:30', '23:59'), (date, time) => plainDateIn(instantOf(date, time)) === date),
	)
})

test.each([
	['six months later is the same day', '2026-05-23', 6, '2026-11-23'],
	['or the last day of a shorter month', '2026-08-31', 6, '2027-02-28'],
	['over the end of a year', '2026-10-15', 6, '2027-04-15'],
] as const)('%s', (_rule, from, months, to) => {
	expect(addMonths(day(from), months)).toBe(to)
})

test('days added and the days between agree', () => {
	fc.assert(fc.property(someDay, fc.integer({ min: -500, max: 500 }), (date, days) => daysBetween(date, addDays(date, days)) === days))
})

test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', ''])('%j is no calendar day', (text) => {
	expect(() => parsePlainDate(text)).toThrow(RangeError)
})

test('the twenty-third of November 2026 is a Monday', () => {
	expect(weekday('2026-11-23' as PlainDate)).toBe(1)
})
