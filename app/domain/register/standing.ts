import type { PlainDate } from '#app/domain/calendar/plain-date.ts'

/** How a published document stands: 尚未施行、现行有效、已失效、已废止、登记已撤销. */
export const STANDINGS = ['not-yet-in-force', 'in-force', 'lapsed', 'repealed', 'withdrawn'] as const

export type Standing = (typeof STANDINGS)[number]

/** What may end a document in the register. */
export const ENDINGS = ['repealed', 'withdrawn'] as const

export type Ending = (typeof ENDINGS)[number]

/** What ends a document in the register: 废止 from a day on, or 撤销登记 of what was entered by mistake. */
export type DocumentEnding =
	| { readonly kind: 'repealed'; readonly repealedOn: PlainDate }
	| { readonly kind: 'withdrawn' }

/** The days that a document states of itself: 公布日期, 施行日期, 有效期至 (null where it states none). */
export type DocumentDays = {
	readonly publishedOn: PlainDate
	readonly effectiveOn: PlainDate
	readonly validUntil: PlainDate | null
}

/**
 * How a document stands on a day (国办发〔2018〕37号 (八): what is registered, numbered and issued as one, is read as
 * one). The last day of its validity still counts; the day of its repeal does not.
 */
export function standingOn(day: PlainDate, days: DocumentDays, ending: DocumentEnding | null): Standing {
	if (ending?.kind === 'withdrawn') return 'withdrawn'
	if (ending && day >= ending.repealedOn) return 'repealed'
	if (days.validUntil !== null && day > days.validUntil) return 'lapsed'
	return day < days.effectiveOn ? 'not-yet-in-force' : 'in-force'
}
