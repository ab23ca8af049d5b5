/** 采纳、部分采纳、未采纳: the drafter's answer to one opinion item. */
export const REPLY_ANSWERS = ['adopted', 'partly', 'not-adopted'] as const

export type ReplyAnswer = (typeof REPLY_ANSWERS)[number]

/** 已落实、未落实、保留不同意见: the reviewer's verdict on one item when re-checking. */
export const RECHECK_VERDICTS = ['settled', 'unsettled', 'retained'] as const

export type RecheckVerdict = (typeof RECHECK_VERDICTS)[number]

/**
 * Whether an answer needs a written reason: every 未采纳 does, and so does 部分采纳, for what was left out
 * (国办发〔2018〕115号 (六): 未完全采纳的，说明理由和依据).
 */
export function needsReason(answer: ReplyAnswer): boolean {
	return answer !== 'adopted'
}
