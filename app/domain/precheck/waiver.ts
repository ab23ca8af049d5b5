/** What the intake may answer to who asks that invisible characters of a version be let stand. */
export const WAIVER_DECISIONS = ['granted', 'declined'] as const

export type WaiverDecision = (typeof WAIVER_DECISIONS)[number]
