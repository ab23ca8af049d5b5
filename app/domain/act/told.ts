/** Somebody who is told because their hand was on the matter when it was done. */
export type ToldHand = 'drafter' | 'head' | 'reviewer' | 'checker' | 'signer' | 'clearance-signer'

/** Those who are told because of a post, in the organ that the matter is with or goes to. */
export type ToldPost =
	| 'drafting-heads'
	| 'registrars'
	| 'review-leads'
	| 'checkers'
	| 'signing-officers'
	| 'agenda-secretaries'

/** Who is told of an act (知会). `named` are those whom the act itself is about: its command names them. */
export type Told = ToldHand | ToldPost | 'named'

/** Everybody who holds a clearance in hand, and is told when it falls. */
export const CLEARANCE_HOLDERS = [
	'reviewer',
	'checker',
	'signer',
	'clearance-signer',
	'head',
	'agenda-secretaries',
] as const satisfies readonly Told[]
