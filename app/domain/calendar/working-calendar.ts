import { type PlainDate, addDays, instantOf, weekday } from './plain-date.ts'

/**
 * The working days: weekdays, less the days of rest, plus the make-up working days (调休) that the State Council's
 * yearly notice names. `coveredUntil` is the last year whose notice is known.
 */
export type WorkingCalendar = {
	readonly exceptions: ReadonlyMap<string, 'rest' | 'work'>
	readonly coveredUntil: number
}

/** The last day of a period; provisional when it was counted through a year whose notice is not published yet. */
export type PeriodEnd = { readonly day: PlainDate; readonly provisional: boolean }

/** Whether a day is a working day; a make-up day counts even when it is a Saturday. */
export function isWorkingDay(day: PlainDate, calendar: WorkingCalendar): boolean {
	const exception = calendar.exceptions.get(day)
	return exception ? exception === 'work' : weekday(day) <= 5
}

/**
 * The last day of a period of working days. The day on which it begins is not counted (民法典 art. 201): a one-day
 * period that begins on a Thursday ends on the Friday.
 *
 * @throws RangeError if `days` is not a whole number of at least 1
 */
export function endOfPeriod(beginsOn: PlainDate, days: number, calendar: WorkingCalendar): PeriodEnd {
	if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a period: ${days} days`)
	let day = beginsOn
	for (let left = days; left > 0;) {
		day = addDays(day, 1)
		if (isWorkingDay(day, calendar)) left -= 1
	}
	return { day, provisional: Number(day.slice(0, 4)) > calendar.coveredUntil }
}

/** The working days after `from` up to and with `to`; negative, counted the other way, when `to` is earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
	if (to < from) return -workingDaysBetween(to, from, calendar)
	let count = 0
	for (let day = from; day < to;) {
		day = addDays(day, 1)
		if (isWorkingDay(day, calendar)) count += 1
	}
	return count
}

/**
 * The last working day from which there are at least `days` working days to `day`, which counts itself when it is one:
 * by then something must have come in that is due that long before.
 */
export function lastWorkingDayBefore(day: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
	let before = day
	for (let left = days; left > 0 || !isWorkingDay(before, calendar); before = addDays(before, -1))
		if (isWorkingDay(before, calendar)) left -= 1
	return before
}

/** The instant at which a due day ends: 17:30, when the offices close. */
export function dueInstant(day: PlainDate): Date {
	return instantOf(day)
}
