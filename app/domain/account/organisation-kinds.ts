/** The kinds of organ that the tool tells apart. */
export const ORGAN_KINDS = [
	'department',
	'street',
	'government-office',
	'review-body',
	'adviser-office',
	'leadership',
	'supervision',
] as const

/** The kinds of unit: a legal unit (法制机构) reviews its own department's decisions. */
export const UNIT_KINDS = ['ordinary', 'legal'] as const

export type OrganKind = (typeof ORGAN_KINDS)[number]
export type UnitKind = (typeof UNIT_KINDS)[number]
