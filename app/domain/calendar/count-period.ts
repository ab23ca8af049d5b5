import { type PlainDate, addDays, weekday } from './plain-date.ts'
import { type PeriodEnd, type WorkingCalendar, isWorkingDay } from './working-calendar.ts'

/**
 * The days on which a clock stands still, the first and the last included: the day on which it is stopped is no more the
 * reviewer's than the day on which the answer comes. `to` is null while nobody knows when it goes on.
 */
export type Stop = { readonly from: PlainDate; readonly to: PlainDate | null }

/** A period as it is counted: from the day after it begins, so many working days, less those on which it stood still. */
export type Period = {
	readonly startsOn: PlainDate
	readonly days: number
	readonly stops: readonly Stop[]
	/** The law says 日 and not 工作日: days of rest count like others. */
	readonly everyDay?: boolean
}

/** What lies between the first day and the due day, so that whoever reads the date can count it again. */
export type Explained = {
	/** The working days from the first to the due day, those included on which the clock stood still. */
	readonly gross: number
	/** Those on which it stood still. */
	readonly stopped: number
	/** Days of rest that would be working days by their weekday, each run of them as its first and last day. */
	readonly holidays: readonly { readonly from: PlainDate; readonly to: PlainDate }[]
	/** Saturdays and Sundays on which the offices work (调休). */
	readonly makeUpDays: readonly PlainDate[]
}

/**
 * The due day of a period: the day on which it begins is not counted (民法典 art. 201), nor is any day of a stop. Null
 * while a stop without an end keeps it from running out.
 *
 * @throws RangeError if `days` is not a whole number of at least 1
 */
export function countPeriod(
	{ startsOn, days, stops, everyDay = false }: Period,
	calendar: WorkingCalendar,
): PeriodEnd | null {
	if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a period: ${days} days`)
	let day = startsOn
	for (let left = days; left > 0;) {
		day = addDays(day, 1)
		if (stops.some(({ from, to }) => to === null && from <= day)) return null
		if ((everyDay || isWorkingDay(day, calendar)) && !stoodStill(day, stops)) left -= 1
	}
	return { day, provisional: !everyDay && Number(day.slice(0, 4)) > calendar.coveredUntil }
}

/** The days of a period that are used up when a day ends, as it counts them. */
export function usedDays(
	{ startsOn, stops, everyDay = false }: Omit<Period, 'days'>,
	until: PlainDate,
	calendar: WorkingCalendar,
): number {
	return daysFrom(startsOn, until).filter(
		(day) => (everyDay || isWorkingDay(day, calendar)) && !stoodStill(day, stops),
	).length
}

/** The working days of stops that have an end. */
export function stoppedDays(stops: readonly Stop[], calendar: WorkingCalendar): number {
	const days = stops.flatMap(({ from, to }) => (to === null ? [] : daysFrom(addDays(from, -1), to)))
	return days.filter((day) => isWorkingDay(day, calendar)).length
}

/** Says what lies between the first and the due day of a period. */
export function explainPeriod(
	{ startsOn, stops }: Omit<Period, 'days'>,
	dueOn: PlainDate,
	calendar: WorkingCalendar,
): Explained {
	const days = daysFrom(startsOn, dueOn)
	const working = days.filter((day) => isWorkingDay(day, calendar))
	return {
		gross: working.length,
		stopped: working.filter((day) => stoodStill(day, stops)).length,
		holidays: runsOf(days.filter((day) => calendar.exceptions.get(day) === 'rest')).filter(({ from, to }) =>
			daysFrom(addDays(from, -1), to).some((day) => weekday(day) <= 5),
		),
		makeUpDays: days.filter((day) => calendar.exceptions.get(day) === 'work' && weekday(day) > 5),
	}
}

function stoodStill(day: PlainDate, stops: readonly Stop[]): boolean {
	return stops.some(({ from, to }) => from <= day && (to === null || day <= to))
}

/** The days after the first up to and with the last. */
function daysFrom(first: PlainDate, last: PlainDate): PlainDate[] {
	const days: PlainDate[] = []
	for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) days.push(day)
	return days
}

/** Days that follow one another, as their first and last. */
function runsOf(days: readonly PlainDate[]): { from: PlainDate; to: PlainDate }[] {
	const runs: { from: PlainDate; to: PlainDate }[] = []
	for (const day of days) {
		const last = runs.at(-1)
		if (last && addDays(last.to, 1) === day) last.to = day
		else runs.push({ from: day, to: day })
	}
	return runs
}
