/** The periods of the procedure: acceptance, supplement, review, revision, re-check. None of them clears by running out. */
export const DEADLINE_KINDS = ['accept', 'supplement', 'review', 'revise', 'recheck'] as const

export type DeadlineKind = (typeof DEADLINE_KINDS)[number]
