import type { DoingDefinition } from './definition.ts'
import { LEAD, OWN_HEAD, SIGNER } from './who.ts'

type Answer = { readonly request: string; readonly words: string }

/** What the trail keeps of each act by which the drafting head objects or asks to end a matter, and of the answers. */
export type RequestDetails = {
	'objection.filed': { readonly request: string; readonly basis: string; readonly words: string }
	'objection.answered': Answer & { readonly isGranted: boolean }
	'ending.requested': {
		readonly request: string
		readonly ending: 'termination' | 'merger'
		/** The matter that this one is merged into. */
		readonly into: string | null
		readonly words: string
	}
	'matter.terminated': Answer
	'matter.merged': Answer & { readonly into: string }
	'ending.declined': Answer
}

/** What was decided and is not asked for again: an opinion, an exclusion or a return. */
const OBJECTABLE = {
	revising: 'revising',
	'not-passed': 'not-passed',
	'out-of-scope': 'out-of-scope',
	returned: 'returned',
} as const

/** Every state that a review body knows and no meeting has decided; a draft that was never submitted is withdrawn. */
const UNDECIDED = {
	...OBJECTABLE,
	submitted: 'submitted',
	supplement: 'supplement',
	accepted: 'accepted',
	reviewing: 'reviewing',
	signoff: 'signoff',
	recheck: 'recheck',
	cleared: 'cleared',
} as const

function endingIn<const End extends string>(end: End) {
	return {
		submitted: end,
		supplement: end,
		accepted: end,
		reviewing: end,
		signoff: end,
		revising: end,
		recheck: end,
		cleared: end,
		'not-passed': end,
		'out-of-scope': end,
		returned: end,
	} as const
}

/** The acts by which the drafting head objects (异议) or asks to end a matter (终止、并案), and the answers. */
export const REQUEST_ACTS = {
	// The opinion stands meanwhile; who grants an objection revokes or corrects it by the act that does so.
	'objection.filed': {
		matter: OBJECTABLE, // [20]
		who: OWN_HEAD,
		asks: ['objection-is-not-open'],
		page: '/matters/:matterId/objection',
		told: ['signing-officers', 'review-leads'],
	},
	'objection.answered': {
		matter: UNDECIDED,
		who: SIGNER,
		asks: ['objection-is-open'],
		page: '/matters/:matterId/objection',
		told: ['drafter', 'head', 'reviewer', 'named'],
		offered: 'where-called-for',
		turn: {
			role: 'signing-officer',
			because: ['objection-filed'],
			beside: { 'objection-filed': (facts) => facts.openRequests.includes('objection') },
		},
	},
	'ending.requested': {
		matter: UNDECIDED, // [26]
		who: OWN_HEAD,
		asks: ['ending-is-not-asked', 'not-listed', 'order-is-settled'],
		page: '/matters/:matterId/ending',
		told: ['review-leads'],
	},
	'matter.terminated': {
		matter: endingIn('terminated'), // [26]
		who: LEAD,
		asks: ['termination-is-asked', 'not-listed', 'order-is-settled'],
		page: '/matters/:matterId/ending',
		told: ['drafter', 'head', 'reviewer', 'named'],
		offered: 'where-called-for',
		turn: {
			role: 'review-lead',
			because: ['termination-asked'],
			beside: { 'termination-asked': (facts) => facts.openRequests.includes('termination') },
		},
	},
	'matter.merged': {
		matter: endingIn('merged'), // [26]
		who: LEAD,
		asks: ['merger-is-asked', 'not-listed', 'order-is-settled'],
		page: '/matters/:matterId/ending',
		told: ['drafter', 'head', 'reviewer', 'named'],
		offered: 'where-called-for',
		turn: {
			role: 'review-lead',
			because: ['merger-asked'],
			beside: { 'merger-asked': (facts) => facts.openRequests.includes('merger') },
		},
	},
	'ending.declined': {
		matter: UNDECIDED,
		who: LEAD,
		asks: ['ending-is-asked'],
		page: '/matters/:matterId/ending',
		told: ['head', 'named'],
		offered: 'elsewhere',
	},
} as const satisfies Record<keyof RequestDetails, DoingDefinition>
