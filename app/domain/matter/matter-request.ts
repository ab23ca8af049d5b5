/** What one asks on a matter and somebody else decides. */
export const REQUEST_KINDS = ['pause', 'urgency'] as const

export type RequestKind = (typeof REQUEST_KINDS)[number]

/**
 * Why a review is hurried. A normative document may be only for an emergency or an urgent order of a superior
 * (国办发〔2018〕115号 (五)); what a meeting date asks for is a reason like any other elsewhere.
 */
export const URGENCY_CAUSES = ['emergency', 'superior-order', 'other'] as const

export type UrgencyCause = (typeof URGENCY_CAUSES)[number]
