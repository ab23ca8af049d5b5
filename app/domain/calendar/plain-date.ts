/** A calendar day, YYYY-MM-DD, as it is in China: no time, no zone. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

const DAY_MS = 86_400_000
/** China has had one time zone without summer time since 1992; every date of the tool is later. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/**
 * Reads a calendar day.
 *
 * @throws RangeError if the text is not a day that exists
 */
export function parsePlainDate(text: string): PlainDate {
	if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text}`)
	return text
}

/** Whether a text is a day that exists: the day that it names is written in the same way. */
function isPlainDate(text: string): text is PlainDate {
	const instant = new Date(`${text}T00:00:00.000Z`)
	return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}

/** What is wrong with what was typed as a calendar day, or null when it is one that exists. */
export function dayProblem(typed: string): 'missing' | 'not-a-date' | null {
	if (typed === '') return 'missing'
	return isPlainDate(typed) ? null : 'not-a-date'
}

/** The day that it is in China at an instant. */
export function plainDateIn(instant: Date): PlainDate {
	return dayOf(new Date(instant.getTime() + SHANGHAI_OFFSET_MS))
}

/** The instant of a time of day on a calendar day in China; 17:30 by default, when a working day ends. */
export function instantOf(day: PlainDate, time = '17:30'): Date {
	return new Date(`${day}T${time}:00.000+08:00`)
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
	return dayOf(new Date(utc(day) + days * DAY_MS))
}

/** The same day `months` months later, or the month's last day where it has no such day. */
export function addMonths(day: PlainDate, months: number): PlainDate {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
	const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
	return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))))
}

/** The number of calendar days from one day to another; negative when the other is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
	return Math.round((utc(to) - utc(from)) / DAY_MS)
}

/** The same of two days as a form stated them; null where either is none. */
export function statedDaysBetween(from: unknown, to: unknown): number | null {
	const [first, last] = [String(from), String(to)]
	if (dayProblem(first) ?? dayProblem(last)) return null
	return daysBetween(parsePlainDate(first), parsePlainDate(last))
}

/** The day of the week, 1 Monday to 7 Sunday. */
export function weekday(day: PlainDate): number {
	return new Date(utc(day)).getUTCDay() || 7
}

/** The day of an instant in UTC, in which days are counted here. */
function dayOf(instant: Date): PlainDate {
	// ISO text begins with the day.
	return instant.toISOString().slice(0, 10) as PlainDate
}

function utc(day: PlainDate): number {
	return Date.parse(`${day}T00:00:00.000Z`)
}
