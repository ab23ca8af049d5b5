import type { FilingOrgan } from '#app/domain/register/filing.ts'

/** The filing of a published document with each of the organs that receive it (备案). */
const FILING_KINDS = [
	'filing-upper-government',
	'filing-peoples-congress',
	'filing-own-government',
] as const satisfies readonly `filing-${FilingOrgan}`[]

/**
 * The periods of the procedure: acceptance, supplement, review, revision, re-check, after a meeting the amendment and its
 * check, after an emergency order the review and the filing that it leaves owed, and after a publication the filing. None
 * of them clears by running out.
 */
export const DEADLINE_KINDS = [
	'accept',
	'supplement',
	'review',
	'revise',
	'recheck',
	'amend',
	'post-check',
	'after-review',
	'order-filing',
	...FILING_KINDS,
] as const

export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/**
 * What an emergency order or a publication leaves owed (补审, 备案): these periods run beside those of the procedure, and
 * end only when it is done.
 */
const OWED_KINDS: readonly DeadlineKind[] = ['after-review', 'order-filing', ...FILING_KINDS]

/** Whether it is owed: stopped by nothing, and ended by nothing but its being done. */
export function isOwed(kind: DeadlineKind): boolean {
	return OWED_KINDS.includes(kind)
}

/** The period in which a published document is filed with an organ. */
export function filingKindOf(organ: FilingOrgan): DeadlineKind {
	return `filing-${organ}`
}

/** Whether the law counts its days as they come (日); those of all other periods are working days (工作日). */
export function isInCalendarDays(kind: DeadlineKind): boolean {
	return FILING_KINDS.some((each) => each === kind)
}

/** What the review may stop its clock for (domain paper §8.4 [10]; what is not counted by practice, §8.2). */
export const PAUSE_CAUSES = ['consultation', 'experts', 'hearing', 'superior', 'investigation'] as const

export type PauseCause = (typeof PAUSE_CAUSES)[number]

/** Why a clock stands still: one of these, or because papers are awaited (补正). */
export const STOP_CAUSES = ['supplement', ...PAUSE_CAUSES] as const

export type StopCause = (typeof STOP_CAUSES)[number]

/** How a period that runs gets another length: more days (延长) or fewer (加急). */
export const CHANGE_KINDS = ['extension', 'urgency'] as const

export type ChangeKind = (typeof CHANGE_KINDS)[number]
