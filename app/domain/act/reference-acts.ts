import type { DoingDefinition } from './definition.ts'
import { SECURITY_ADMINISTRATOR, SYSTEM_ADMINISTRATOR } from './who.ts'

/** What is proposed of an entry of the law as data: from which day, by which source, and which numbers change. */
type ReferenceDetail = {
	readonly proposal: string
	readonly kind: string
	readonly code: string
	/** Plain date. */
	readonly from: string
	readonly mark: string
	readonly source: string
	readonly numbers: readonly { readonly name: string; readonly was: number | null; readonly is: number }[]
}

/** What the trail keeps of each act on the law as data. None of them touches a matter. */
export type ReferenceDetails = {
	'reference.proposed': ReferenceDetail & { readonly reason: string }
	'reference.confirmed': ReferenceDetail & { readonly proposedBy: string }
	'reference.declined': ReferenceDetail & { readonly proposedBy: string; readonly reason: string }
}

/** A change of limits and lists, or that an entry was compared with its source: one proposes, another confirms. */
export const REFERENCE_ACTS = {
	'reference.proposed': {
		who: SYSTEM_ADMINISTRATOR,
		page: '/admin/reference/:kind/:code',
		told: ['named'],
	},
	// The second pair of eyes, of another of the three administrators: every review works by it from then on.
	'reference.confirmed': {
		who: SECURITY_ADMINISTRATOR,
		isOwnHand: true,
		page: '/admin/reference',
		told: ['named'],
	},
	'reference.declined': { who: SECURITY_ADMINISTRATOR, page: '/admin/reference', told: ['named'] },
} as const satisfies Record<keyof ReferenceDetails, DoingDefinition>
