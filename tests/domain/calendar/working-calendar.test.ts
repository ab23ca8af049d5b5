import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, parsePlainDate, weekday } from '#app/domain/calendar/plain-date.ts'
import {
	type WorkingCalendar,
	dueInstant,
	endOfPeriod,
	isWorkingDay,
	workingDaysBetween,
} from '#app/domain/calendar/working-calendar.ts'
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
	['the make-up Sunday after New Year counts', '2025-12-31', 1, '2026-01-04'],
	['the make-up Saturday before the Spring Festival counts', '2026-02-13', 1, '2026-02-14'],
	['the Spring Festival holiday is skipped', '2026-02-14', 1, '2026-02-24'],
	['the make-up Saturday after the Spring Festival counts', '2026-02-27', 1, '2026-02-28'],
	['the Qingming holiday is skipped', '2026-04-03', 1, '2026-04-07'],
	['the Labour Day holiday is skipped', '2026-04-30', 1, '2026-05-06'],
	['the make-up Saturday after Labour Day counts', '2026-05-08', 1, '2026-05-09'],
	['the Dragon Boat holiday is skipped', '2026-06-18', 1, '2026-06-22'],
	['the make-up Sunday before the National Day counts', '2026-09-18', 1, '2026-09-20'],
	['the Mid-Autumn holiday is skipped', '2026-09-24', 1, '2026-09-28'],
	['the make-up Saturday after the National Day counts', '2026-10-09', 1, '2026-10-10'],
	['ten working days over an ordinary fortnight', '2026-11-02', 10, '2026-11-16'],
] as const)('%s', (_rule, from, days, last) => {
	expect(endOfPeriod(day(from), days, calendar)).toEqual({ day: last, provisional: false })
})

test('2026 has the 248 working days that 104 weekend days and 13 statutory holidays leave (全国年节及纪念日放假办法)', () => {
	expect(workingDaysBetween(day('2025-12-31'), day('2026-12-31'), calendar)).toBe(365 - 104 - 13)
})

test('a make-up day is a day of the weekend, and no day is both rest and make-up', () => {
	for (const { body } of WORKING_DAYS) {
		for (const made of body.work) expect(weekday(day(made)), made).toBeGreaterThanOrEqual(6)
		expect(body.work.filter((made) => body.rest.includes(made))).toEqual([])
		for (const each of [...body.rest, ...body.work]) expect(Number(each.slice(0, 4))).toBe(body.year)
	}
})

test('a year is known from its notice on, so that a period begun in December counts through it', () => {
	for (const { effectiveFrom, body } of WORKING_DAYS)
		expect(daysBetween(day(effectiveFrom), day(`${body.year}-01-01`))).toBeGreaterThan(0)
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
	fc.assert(
		fc.property(
			someDay,
			someDay,
			(a, b) => workingDaysBetween(a, b, calendar) === -workingDaysBetween(b, a, calendar),
		),
	)
})

test('a working day ends at half past five in China', () => {
	expect(dueInstant(day('2026-11-25')).toISOString()).toBe('2026-11-25T09:30:00.000Z')
})
