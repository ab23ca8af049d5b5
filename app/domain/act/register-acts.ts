import type { DoingDefinition } from './definition.ts'
import { EVERY_BUSINESS_ROLE, KEEPER } from './who.ts'

/** What the trail keeps of each act on the register and of the tool that compares texts. */
export type RegisterDetails = {
	/** In the stream of the document all that was entered; in that of its matter, where to find it. */
	'document.registered':
		| { readonly document: string; readonly documentNumber: string }
		| {
				readonly document: string
				readonly documentNumber: string
				readonly title: string
				readonly issuer: string
				readonly publishedOn: string
				readonly effectiveOn: string
				readonly expiresOn: string | null
				readonly publishedIn: string | null
				readonly source: string
				readonly matterId: string | null
				readonly versionId: string | null
				readonly contentSha256: string
				readonly fileSha256: string | null
		  }
	'document.repealed': { readonly document: string; readonly repealedOn?: string; readonly words: string }
	'document.registration-withdrawn': {
		readonly document: string
		readonly repealedOn?: string
		readonly words: string
	}
	'texts.compared': { readonly old: string; readonly new: string }
}

/** Acts on the register of published documents, and the tool that touches no matter. */
export const REGISTER_ACTS = {
	'document.registered': { who: KEEPER, page: '/register/new', told: [] },
	'document.repealed': { who: KEEPER, page: '/register/:documentId', told: [] },
	'document.registration-withdrawn': { who: KEEPER, page: '/register/:documentId', told: [] },
	'texts.compared': { who: EVERY_BUSINESS_ROLE, page: '/compare', told: [] },
} as const satisfies Record<keyof RegisterDetails, DoingDefinition>
