import { expect, test } from 'vitest'
import { type PlainDate, addDays, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { standingOf } from '#app/domain/calendar/reminder.ts'
import type { Period } from '#app/domain/calendar/count-period.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'

const day = parsePlainDate
/** National Day 2026: rest from 1 to 7 October; Sunday 20 September and Saturday 10 October are worked. */
const CALENDAR: WorkingCalendar = {
	exceptions: new Map([
		['2026-09-20', 'work'],
		['2026-10-01', 'rest'],
		['2026-10-02', 'rest'],
		['2026-10-05', 'rest'],
		['2026-10-06', 'rest'],
		['2026-10-07', 'rest'],
		['2026-10-10', 'work'],
	]),
	coveredUntil: 2026,
}

/** The first day of each stage, looked for day by day over two months. */
function firstDays(period: Period): Record<string, PlainDate> {
	const found: Record<string, PlainDate> = {}
	for (let at = period.startsOn; at < addDays(period.startsOn, 60); at = addDays(at, 1)) {
		const stage = standingOf(period, at, CALENDAR)?.stage
		if (stage) found[stage] ??= at
	}
	return found
}

test.each<[string, Omit<Period, 'startsOn'> & { startsOn: string }, Record<string, string>]>([
	[
		'ten working days from Monday 23 November',
		{ startsOn: '2026-11-23', days: 10, stops: [] },
		{ half: '2026-11-30', eve: '2026-12-04', due: '2026-12-07', overdue: '2026-12-08' },
	],
	[
		'over National Day: 27 September counts as no day, 10 October as one',
		{ startsOn: '2026-09-28', days: 5, stops: [] },
		{ half: '2026-10-08', eve: '2026-10-09', due: '2026-10-10', overdue: '2026-10-11' },
	],
	[
		'an odd number of days: half is the day on which half is reached',
		{ startsOn: '2026-11-23', days: 5, stops: [] },
		{ half: '2026-11-26', eve: '2026-11-27', due: '2026-11-30', overdue: '2026-12-01' },
	],
	[
		'two days: the first is both half and the day before, and is said once',
		{ startsOn: '2026-11-23', days: 2, stops: [] },
		{ eve: '2026-11-24', due: '2026-11-25', overdue: '2026-11-26' },
	],
	[
		'one day: it is due, and nothing lies before it',
		{ startsOn: '2026-11-23', days: 1, stops: [] },
		{ due: '2026-11-24', overdue: '2026-11-25' },
	],
	[
		'a stop from Thursday to Tuesday, both included, moves what comes after it',
		{ startsOn: '2026-11-02', days: 10, stops: [{ from: day('2026-11-05'), to: day('2026-11-10') }] },
		{ half: '2026-11-13', eve: '2026-11-19', due: '2026-11-20', overdue: '2026-11-21' },
	],
	[
		'a clock that stands still with no end in sight reminds nobody',
		{ startsOn: '2026-11-02', days: 4, stops: [{ from: day('2026-11-03'), to: null }] },
		{},
	],
])('reminders of %s', (_name, period, expected) => {
	expect(firstDays({ ...period, startsOn: day(period.startsOn) })).toEqual(expected)
})

test('while the clock stands still nobody is reminded, also of what was reached before', () => {
	const period = {
		startsOn: day('2026-11-02'),
		days: 4,
		stops: [{ from: day('2026-11-05'), to: day('2026-11-06') }],
	}
	expect(standingOf(period, day('2026-11-04'), CALENDAR)).toEqual({ stage: 'half', dueOn: '2026-11-10' })
	expect(standingOf(period, day('2026-11-05'), CALENDAR)).toBeNull()
	expect(standingOf(period, day('2026-11-09'), CALENDAR)).toEqual({ stage: 'eve', dueOn: '2026-11-10' })
})
