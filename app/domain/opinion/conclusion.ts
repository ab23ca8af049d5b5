/** The three conclusions of a review: 合法、应当予以修改、不合法 (国办发〔2018〕115号 (六)). Counsel come to no other. */
export const COUNSEL_CONCLUSIONS = ['lawful', 'amend', 'unlawful'] as const

export type CounselConclusion = (typeof COUNSEL_CONCLUSIONS)[number]

/**
 * With them the fourth, for decisions only: what explores a reform that the state has no rule on yet may go before the
 * meeting with its legal risks said aloud (明示法律风险, Decree 713 art. 25).
 */
export const CONCLUSIONS = [...COUNSEL_CONCLUSIONS, 'risk-flagged'] as const

export type Conclusion = (typeof CONCLUSIONS)[number]

/** The conclusions that clear a text by themselves, each with the kind of clearance that it brings. */
export const CLEARANCE_BY = { lawful: 'reviewed', 'risk-flagged': 'risk-flagged' } as const

/** A conclusion beside which nothing that was found wrong may stand. */
export type PassingConclusion = keyof typeof CLEARANCE_BY

/** Whether a conclusion clears a text by itself. */
export function passes(conclusion: Conclusion | null): conclusion is PassingConclusion {
	return conclusion !== null && conclusion in CLEARANCE_BY
}

/** 必须修改 or 建议: a mandatory item stands in the way of clearance, an advisory one does not. */
export const ITEM_KINDS = ['must', 'advice'] as const

export type ItemKind = (typeof ITEM_KINDS)[number]
