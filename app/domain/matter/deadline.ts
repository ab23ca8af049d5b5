/**
 * The periods of the procedure: acceptance, supplement, review, revision, re-check, after a meeting the amendment and its
 * check, and after an emergency order the review and the filing that it leaves owed. None of them clears by running out.
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
] as const

/**
 * What an emergency order leaves owed (补审, 备案): these periods run beside those of the procedure, and end only when it is
 * done.
 */
export const OWED_KINDS = ['after-review', 'order-filing'] as const satisfies readonly DeadlineKind[]

export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** What the review may stop its clock for (domain paper §8.4 [10]; what is not counted by practice, §8.2). */
export const PAUSE_CAUSES = ['consultation', 'experts', 'hearing', 'superior', 'investigation'] as const

export type PauseCause = (typeof PAUSE_CAUSES)[number]

/** Why a clock stands still: one of these, or because papers are awaited (补正). */
export const STOP_CAUSES = ['supplement', ...PAUSE_CAUSES] as const

export type StopCause = (typeof STOP_CAUSES)[number]

/** How a period that runs gets another length: more days (延长) or fewer (加急). */
export const CHANGE_KINDS = ['extension', 'urgency'] as const

export type ChangeKind = (typeof CHANGE_KINDS)[number]
