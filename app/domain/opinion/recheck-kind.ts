/** Why a text is re-checked: a revision, a textual correction after clearance, or a clearance that ran out. */
export const RECHECK_KINDS = ['revision', 'correction', 'expiry'] as const

export type RecheckKind = (typeof RECHECK_KINDS)[number]
