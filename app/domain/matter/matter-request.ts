/** What one asks on a matter and somebody else decides. */
export const REQUEST_KINDS = ['pause', 'urgency', 'objection', 'termination', 'merger'] as const

export type RequestKind = (typeof REQUEST_KINDS)[number]

/**
 * Why a review is hurried. A normative document may be only for an emergency or an urgent order of a superior
 * (国办发〔2018〕115号 (五)); what a meeting date asks for is a reason like any other elsewhere.
 */
export const URGENCY_CAUSES = ['emergency', 'superior-order', 'other'] as const

export type UrgencyCause = (typeof URGENCY_CAUSES)[number]

/** How a matter may be asked to end before a meeting has decided: for good (终止), or as part of another (并案). */
export const ENDINGS = ['termination', 'merger'] as const satisfies readonly RequestKind[]

export type Ending = (typeof ENDINGS)[number]

/** The requests that are about the clock of a review. */
export const CLOCK_REQUESTS = ['pause', 'urgency'] as const satisfies readonly RequestKind[]

export type ClockRequestKind = (typeof CLOCK_REQUESTS)[number]
