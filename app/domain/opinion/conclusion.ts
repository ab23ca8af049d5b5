/** The three conclusions of a review: 合法、应当予以修改、不合法 (国办发〔2018〕115号 (六)). */
export const CONCLUSIONS = ['lawful', 'amend', 'unlawful'] as const

export type Conclusion = (typeof CONCLUSIONS)[number]

/** 必须修改 or 建议: a mandatory item stands in the way of clearance, an advisory one does not. */
export const ITEM_KINDS = ['must', 'advice'] as const

export type ItemKind = (typeof ITEM_KINDS)[number]
