import type { ActDefinition } from './definition.ts'
import { EVERY_BUSINESS_ROLE, KEEPER } from './who.ts'

/** What the trail keeps of each act on the register and of the tool that compares texts. */
export type RegisterDetails = {
	/** In the stream of the document what was entered, in that of the matter where to find it. */
	'document.registered': { readonly documentNumber: string } & Readonly<Record<string, unknown>>
	'document.repealed': Readonly<Record<string, unknown>>
	'document.registration-withdrawn': Readonly<Record<string, unknown>>
	'texts.compared': { readonly old: string; readonly new: string }
}

/** Acts on the register of published documents, and the tool that touches no matter. */
export const REGISTER_ACTS = {
	'document.registered': { who: KEEPER, page: '/register/new' },
	'document.repealed': { who: KEEPER, page: '/register/:documentId' },
	'document.registration-withdrawn': { who: KEEPER, page: '/register/:documentId' },
	'texts.compared': { who: EVERY_BUSINESS_ROLE, page: '/compare' },
} as const satisfies Record<keyof RegisterDetails, ActDefinition>
