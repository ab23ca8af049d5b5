/** What the reviewer finds of a text that was changed after a meeting: as the meeting said, to be mended, or beyond it. */
export const CHECK_RESULTS = ['as-decided', 'sent-back', 'new-round'] as const

export type CheckResult = (typeof CHECK_RESULTS)[number]
