import {
	type PlainDate,
	addDays,
	dayProblem,
	daysBetween,
	parsePlainDate,
	weekday,
} from '#app/domain/calendar/plain-date.ts'
import type { Problem } from '#app/domain/problem.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { CalendarYear } from './entry-value.ts'

/** A day, or a first and a last day with 至 or a dash between. */
const SPAN = /^(\d{4}-\d{2}-\d{2})(?:(?:至|到|~|～|—|–)(\d{4}-\d{2}-\d{2}))?$/
/** The longest rest that a notice gives at once, and the most days that a year's notice names; both with room. */
const LONGEST_SPAN = 16
const MOST_DAYS = 60
/** Law gives thirteen days (全国年节及纪念日放假办法, as amended 2024, art. 2); with weekends no notice names fewer. */
const FEWEST_REST = 13

/** The days of a typed list: days and spans of days, with anything that separates between; null where one is neither. */
export function readDays(typed: string): PlainDate[] | null {
	const parts = typed.replaceAll(/\s*(至|到|~|～|—|–)\s*/g, '$1').split(/[\s,，、;；]+/)
	const days: PlainDate[] = []
	for (const part of parts.filter((each) => each !== '')) {
		const span = spanOf(part)
		if (span === null || days.length + span.length > MOST_DAYS) return null
		days.push(...span)
	}
	return days
}

function spanOf(part: string): PlainDate[] | null {
	const [, from = '', to = from] = SPAN.exec(part) ?? []
	if (dayProblem(from) ?? dayProblem(to)) return null
	const first = parsePlainDate(from)
	const length = daysBetween(first, parsePlainDate(to)) + 1
	if (length < 1 || length > LONGEST_SPAN) return null
	return Array.from({ length }, (_, at) => addDays(first, at))
}

/** What is wrong with a year of the calendar, and in which of its two lists. */
export type YearFault = { readonly field: 'rest' | 'work'; readonly problem: Problem }

/**
 * Reads a year's days of rest and its make-up working days. Days of rest lie in the year or in the last ten days before
 * it, as some New Year holidays begin; work is made up on Saturdays and Sundays; no day is both.
 */
export function judgeYear(year: number, rest: string, work: string): Result<CalendarYear, YearFault> {
	const resting = readDays(rest)
	if (resting === null) return refuse({ field: 'rest', problem: 'not-days' })
	const working = readDays(work)
	if (working === null) return refuse({ field: 'work', problem: 'not-days' })
	if (!resting.every((day) => isOfYear(day, year))) return refuse({ field: 'rest', problem: 'not-days' })
	if (!working.every((day) => isOfYear(day, year))) return refuse({ field: 'work', problem: 'not-days' })
	if (new Set(resting).size < resting.length) return refuse({ field: 'rest', problem: 'not-days' })
	if (new Set([...resting, ...working]).size < resting.length + working.length)
		return refuse({ field: 'work', problem: 'not-days' })
	if (resting.length < FEWEST_REST) return refuse({ field: 'rest', problem: 'not-days' })
	if (working.some((day) => weekday(day) < 6)) return refuse({ field: 'work', problem: 'no-weekend' })
	return accept({ year, rest: resting.toSorted(), work: working.toSorted() })
}

function isOfYear(day: PlainDate, year: number): boolean {
	return day.startsWith(`${year}-`) || (day.startsWith(`${year - 1}-12-`) && day >= `${year - 1}-12-22`)
}

/**
 * Whether a year may be loaded: this one, or the next after the last that is known. A year that is left out would be
 * counted by weekdays and not show as provisional.
 */
export function isYearInTurn(year: number, thisYear: number, coveredUntil: number): boolean {
	return year >= thisYear && year <= Math.max(coveredUntil + 1, thisYear)
}
