import { expect, test } from 'vitest'
import { type Stop, countPeriod, explainPeriod, usedDays } from '#app/domain/calendar/count-period.ts'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
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
const stop = (from: string, to: string | null = from): Stop => ({
	from: day(from),
	to: to === null ? null : day(to),
})

/**
 * Twenty-three periods around the National Day of 2026, counted by hand on a wall calendar: work on Sunday 9-20 and
 * Saturday 10-10; rest on 9-25 to 9-27 and 10-1 to 10-7. Begin, days, stops, due day, gross, working days stood still.
 */
const BY_HAND: [
	string,
	string,
	number,
	Stop[],
	{ due: string; gross: number; stopped: number; provisional?: true } | null,
][] = [
	['the day of receipt is not counted', '2026-09-17', 1, [], { due: '2026-09-18', gross: 1, stopped: 0 }],
	['the make-up Sunday is a day', '2026-09-18', 1, [], { due: '2026-09-20', gross: 1, stopped: 0 }],
	['over both holidays', '2026-09-18', 10, [], { due: '2026-10-09', gross: 10, stopped: 0 }],
	['a day later', '2026-09-21', 10, [], { due: '2026-10-12', gross: 10, stopped: 0 }],
	['over Mid-Autumn', '2026-09-24', 2, [], { due: '2026-09-29', gross: 2, stopped: 0 }],
	['received on a day of rest', '2026-09-25', 1, [], { due: '2026-09-28', gross: 1, stopped: 0 }],
	['the last day before the holiday', '2026-09-30', 1, [], { due: '2026-10-08', gross: 1, stopped: 0 }],
	['due on the make-up Saturday', '2026-09-30', 3, [], { due: '2026-10-10', gross: 3, stopped: 0 }],
	['the Sunday after it is none', '2026-09-30', 4, [], { due: '2026-10-12', gross: 4, stopped: 0 }],
	['a review from the eve', '2026-09-30', 10, [], { due: '2026-10-20', gross: 10, stopped: 0 }],
	['received within the holiday', '2026-10-03', 5, [], { due: '2026-10-13', gross: 5, stopped: 0 }],
	['a Friday before a working Saturday', '2026-10-09', 1, [], { due: '2026-10-10', gross: 1, stopped: 0 }],
	['seven days from the Saturday', '2026-10-10', 7, [], { due: '2026-10-20', gross: 7, stopped: 0 }],
	[
		'stopped over Mid-Autumn',
		'2026-09-21',
		10,
		[stop('2026-09-24', '2026-09-28')],
		{ due: '2026-10-14', gross: 12, stopped: 2 },
	],
	[
		'stopped over the National Day',
		'2026-09-28',
		10,
		[stop('2026-09-30', '2026-10-08')],
		{ due: '2026-10-20', gross: 12, stopped: 2 },
	],
	[
		'stopped within the holiday',
		'2026-09-29',
		5,
		[stop('2026-10-01', '2026-10-05')],
		{ due: '2026-10-12', gross: 5, stopped: 0 },
	],
	[
		'stopped and answered on the last day',
		'2026-09-28',
		3,
		[stop('2026-10-08')],
		{ due: '2026-10-09', gross: 4, stopped: 1 },
	],
	[
		'stopped over the working Saturday',
		'2026-10-08',
		5,
		[stop('2026-10-10', '2026-10-12')],
		{ due: '2026-10-16', gross: 7, stopped: 2 },
	],
	[
		'stopped twice',
		'2026-09-14',
		10,
		[stop('2026-09-16', '2026-09-17'), stop('2026-09-30', '2026-10-09')],
		{ due: '2026-10-10', gross: 15, stopped: 5 },
	],
	['ten days and five more', '2026-09-18', 15, [], { due: '2026-10-15', gross: 15, stopped: 0 }],
	['shortened to three', '2026-09-28', 3, [], { due: '2026-10-08', gross: 3, stopped: 0 }],
	[
		'begun 11-02, paused 11-05, answered 11-10',
		'2026-11-02',
		10,
		[stop('2026-11-05', '2026-11-10')],
		{ due: '2026-11-20', gross: 14, stopped: 4 },
	],
	[
		'into a year whose notice is not loaded',
		'2026-12-28',
		5,
		[],
		{ due: '2027-01-04', gross: 5, stopped: 0, provisional: true },
	],
]

test.each(BY_HAND)('by hand: %s', (_case, from, days, stops, right) => {
	const counted = countPeriod({ startsOn: day(from), days, stops }, calendar)
	expect(counted && { due: counted.day, provisional: counted.provisional }).toEqual(
		right && { due: right.due, provisional: right.provisional ?? false },
	)
	if (!counted) return
	expect(explainPeriod({ startsOn: day(from), stops }, counted.day, calendar)).toMatchObject({
		gross: right?.gross,
		stopped: right?.stopped,
	})
})

test('while nobody knows when a stopped clock goes on, it has no due day; one that ran out before has', () => {
	const open = [stop('2026-09-24', null)]
	expect(countPeriod({ startsOn: day('2026-09-21'), days: 10, stops: open }, calendar)).toBeNull()
	expect(countPeriod({ startsOn: day('2026-09-21'), days: 2, stops: open }, calendar)?.day).toBe('2026-09-23')
	expect(usedDays({ startsOn: day('2026-09-21'), stops: open }, day('2026-10-20'), calendar)).toBe(2)
})

test('a due day says the holidays that it lies behind, and the Saturdays and Sundays that count', () => {
	expect(explainPeriod({ startsOn: day('2026-09-18'), stops: [] }, day('2026-10-12'), calendar)).toEqual({
		gross: 12,
		stopped: 0,
		holidays: [
			{ from: '2026-09-25', to: '2026-09-27' },
			{ from: '2026-10-01', to: '2026-10-07' },
		],
		makeUpDays: ['2026-09-20', '2026-10-10'],
	})
})

test('loading the notice of the next year makes a provisional day final, and another where it must be', () => {
	const period = { startsOn: day('2026-12-28'), days: 5, stops: [] }
	const loaded = {
		exceptions: new Map([...calendar.exceptions, ['2027-01-01', 'rest'] as const]),
		coveredUntil: 2027,
	}
	expect(countPeriod(period, loaded)).toEqual({ day: '2027-01-05', provisional: false })
})
