import { type PlainDate, dayProblem, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { DocumentDays } from './standing.ts'

/** The days of a document as a form brings them; an empty `validUntil` means that it states none. */
export type TypedDays = { readonly [Field in keyof DocumentDays]: string }

/**
 * Reads the days of a document. It may enter into force on the day of its publication, never before: what is not
 * published is no ground for administration (国办发〔2018〕37号 (八); 优化营商环境条例 art. 64). A day of publication
 * that is still to come is refused, for this is a register of what was published.
 */
export function readDocumentDays(typed: TypedDays, today: PlainDate): Result<DocumentDays, Unfitting> {
	const publishedOn = readDay('publishedOn', typed.publishedOn)
	if (!publishedOn.ok) return publishedOn
	if (publishedOn.value > today) return unfit('publishedOn', 'published-in-the-future')
	const effectiveOn = readDay('effectiveOn', typed.effectiveOn)
	if (!effectiveOn.ok) return effectiveOn
	if (effectiveOn.value < publishedOn.value) return unfit('effectiveOn', 'before-publication')
	const days = { publishedOn: publishedOn.value, effectiveOn: effectiveOn.value }
	if (typed.validUntil === '') return accept({ ...days, validUntil: null })
	const validUntil = readDay('validUntil', typed.validUntil)
	if (!validUntil.ok) return validUntil
	if (validUntil.value < effectiveOn.value) return unfit('validUntil', 'before-effect')
	return accept({ ...days, validUntil: validUntil.value })
}

/**
 * Reads the day from which a document no longer holds. A day to come is fine: documents are repealed in advance. What
 * was not published yet, or has lapsed by then, cannot be repealed.
 */
export function readRepealDay(typed: string, days: DocumentDays): Result<PlainDate, Unfitting> {
	const repealedOn = readDay('repealedOn', typed)
	if (!repealedOn.ok) return repealedOn
	if (repealedOn.value < days.publishedOn) return unfit('repealedOn', 'repealed-before-publication')
	if (days.validUntil !== null && repealedOn.value > days.validUntil)
		return unfit('repealedOn', 'repealed-after-lapse')
	return repealedOn
}

function readDay(field: string, typed: string): Result<PlainDate, Unfitting> {
	const problem = dayProblem(typed)
	return problem ? unfit(field, problem) : accept(parsePlainDate(typed))
}

function unfit(field: string, problem: Problem): Result<never, Unfitting> {
	return refuse({ code: 'unfitting', field, problem })
}
