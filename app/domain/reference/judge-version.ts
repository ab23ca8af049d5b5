import { type PlainDate, addDays } from '#app/domain/calendar/plain-date.ts'
import type { Problem } from '#app/domain/problem.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type NumberField, numberKey } from './number-fields.ts'

/** A new version may be proposed so many days ahead: a year. */
const FURTHEST_DAYS = 366

/**
 * What speaks against a new version that holds from this day: a day that is past would change what was counted already,
 * and a version that is later, or of the same day, would hide it.
 *
 * @param newest the day of the newest version that there is; null for an entry without one
 */
export function dayOfVersionProblem(
	from: PlainDate,
	today: PlainDate,
	newest: string | null,
): Problem | null {
	if (from < today) return 'before-today'
	if (from > addDays(today, FURTHEST_DAYS)) return 'too-far-ahead'
	return newest !== null && from <= newest ? 'later-version' : null
}

/** The field whose number is missing or outside of its bounds, by its key. */
export type NumberFault = { readonly key: string; readonly problem: Problem }

/** The numbers of an entry, each within its bounds; or the first that is not. */
export function judgeNumbers(
	fields: readonly NumberField[],
	given: Readonly<Record<string, number>>,
): Result<Readonly<Record<string, number>>, NumberFault> {
	const numbers: Record<string, number> = {}
	for (const field of fields) {
		const key = numberKey(field)
		const number = given[key]
		if (number === undefined) return refuse({ key, problem: 'missing' })
		if (number < field.least || number > field.most) return refuse({ key, problem: 'out-of-bounds' })
		numbers[key] = number
	}
	return accept(numbers)
}
