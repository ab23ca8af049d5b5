import type { DoingDefinition } from './definition.ts'
import { DELEGATION_CONFIRMER, DELEGATOR, DELEGATOR_OR_CONFIRMER } from './who.ts'

type DelegationDetail = {
	readonly delegation: string
	/** The delegator's post. */
	readonly post: string
	readonly role: string
	readonly delegator: string
	readonly substitute: string
	/** Plain dates, both included. */
	readonly from: string
	readonly to: string
}

/** What the trail keeps of each act of a delegation (委托, AB 岗). */
export type DelegationDetails = {
	'delegation.requested': DelegationDetail & { readonly words: string }
	'delegation.confirmed': DelegationDetail
	'delegation.declined': DelegationDetail
	'delegation.withdrawn': DelegationDetail
}

/** Whoever holds certain posts names a substitute for some days; a third person confirms it. */
export const DELEGATION_ACTS = {
	'delegation.requested': { who: DELEGATOR, page: '/delegations', told: ['named'] },
	'delegation.confirmed': {
		who: DELEGATION_CONFIRMER,
		isOwnHand: true,
		page: '/delegations',
		told: ['named'],
	},
	'delegation.declined': { who: DELEGATION_CONFIRMER, page: '/delegations', told: ['named'] },
	// By either of the two, or by whoever may confirm it: it ends at once.
	'delegation.withdrawn': { who: DELEGATOR_OR_CONFIRMER, page: '/delegations', told: ['named'] },
} as const satisfies Record<keyof DelegationDetails, DoingDefinition>
