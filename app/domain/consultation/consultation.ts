import type { StoredFacts } from '#app/domain/materials/step-facts.ts'
import { CONSULTATION_DAYS, consultationDays } from '#app/domain/materials/step.ts'
import { type PlainDate, addDays } from '#app/domain/calendar/plain-date.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** How a consultation ended for good: taken back with a reason, or by its adoption table (意见采纳情况). */
export const CONSULTATION_ENDS = ['cancelled', 'settled'] as const

export type ConsultationEnd = (typeof CONSULTATION_ENDS)[number]

/** A public consultation (公开征求意见) on one version of a draft; days are plain dates. */
export type ConsultationRecord = {
	readonly id: string
	/** What its public address ends with: nobody guesses it. */
	readonly code: string
	readonly versionId: string
	readonly contentSha256: string
	readonly fromDay: string
	readonly toDay: string
	readonly shorterReason: string | null
	readonly introduction: string
	readonly contact: string
	readonly openedBy: string
	readonly openedAt: Date
	readonly end: {
		readonly cause: ConsultationEnd
		readonly words: string | null
		readonly endedBy: string
		readonly endedAt: Date
	} | null
}

export type ConsultationsPart = { readonly consultations: readonly ConsultationRecord[] }

/** The consultation that has neither been taken back nor settled. */
export function openConsultation({ consultations }: ConsultationsPart): ConsultationRecord | null {
	return consultations.find(({ end }) => end === null) ?? null
}

/** The newest consultation that was not taken back: its days are those of the step, and nobody types others. */
export function heldConsultation({ consultations }: ConsultationsPart): ConsultationRecord | null {
	return consultations.filter(({ end }) => end?.cause !== 'cancelled').at(-1) ?? null
}

/** The days of a consultation as the step (H7) has them: the gate, the materials and the papers read these. */
export function daysAsFacts(
	consultation: Pick<ConsultationRecord, 'fromDay' | 'toDay' | 'shorterReason'>,
): StoredFacts {
	const { fromDay, toDay, shorterReason } = consultation
	return { from: fromDay, to: toDay, ...(shorterReason === null ? {} : { shorterReason }) }
}

/** The days of a consultation, counted by the calendar without the first (民法典 art. 201). */
export function daysOf({ fromDay, toDay }: Pick<ConsultationRecord, 'fromDay' | 'toDay'>): number {
	return consultationDays({ from: fromDay, to: toDay })
}

/** The day on which the thirtieth day ends for a consultation that begins on this one. */
export function lastOfThirtyDays(from: PlainDate): PlainDate {
	return addDays(from, CONSULTATION_DAYS)
}

/** No consultation begins later than so many days from now, or lasts longer: a year that was mistyped is caught. */
export const MOST_CONSULTATION_DAYS = 365

/** The longest reason for a shorter period: it stands above the public text. In UTF-16 code units. */
export const SHORTER_REASON_LIMIT = 1000

/** The longest list of other ways to be heard: address, telephone, contact points. In UTF-16 code units. */
export const CONTACT_LIMIT = 2000

/** What the drafter says of the period. */
export type PeriodGiven = {
	readonly from: PlainDate
	readonly to: PlainDate
	readonly shorterReason: string
}

/**
 * Judges a period that begins today or later. Fewer than 30 days need the reason that is published with it (Decree 713
 * art. 15: 一般不少于30日; 缩短期限的，公开征求意见时应当予以说明); with 30 or more a reason is left out.
 */
export function judgePeriod(
	{ from, to, shorterReason }: PeriodGiven,
	today: PlainDate,
): Result<Pick<ConsultationRecord, 'fromDay' | 'toDay' | 'shorterReason'>, Unfitting> {
	const unfitting = (field: string, problem: Unfitting['problem']) =>
		refuse({ code: 'unfitting' as const, field, problem })
	if (from < today) return unfitting('from', 'before-today')
	if (from > addDays(today, MOST_CONSULTATION_DAYS)) return unfitting('from', 'too-far-ahead')
	if (to <= from) return unfitting('to', 'not-after-start')
	const days = daysOf({ fromDay: from, toDay: to })
	if (days > MOST_CONSULTATION_DAYS) return unfitting('to', 'too-far-ahead')
	if (days >= CONSULTATION_DAYS) return accept({ fromDay: from, toDay: to, shorterReason: null })
	if (shorterReason === '') return unfitting('shorterReason', 'missing')
	return accept({ fromDay: from, toDay: to, shorterReason })
}

/** Where a consultation stands for whoever looks at it on a day. It closes by itself when its last day is over. */
export const CONSULTATION_STANDINGS = ['ahead', 'running', 'closed', 'settled', 'cancelled'] as const

export type ConsultationStanding = (typeof CONSULTATION_STANDINGS)[number]

/** The standing on a day in China; of a matter that was given up it is as if it had been taken back. */
export function standingOn(
	consultation: Pick<ConsultationRecord, 'fromDay' | 'toDay' | 'end'>,
	today: PlainDate,
	isMatterGivenUp: boolean,
): ConsultationStanding {
	if (consultation.end) return consultation.end.cause
	if (isMatterGivenUp) return 'cancelled'
	if (today < consultation.fromDay) return 'ahead'
	return today <= consultation.toDay ? 'running' : 'closed'
}
