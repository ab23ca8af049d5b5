import type { DoingDefinition } from './definition.ts'
import { EVERY_BUSINESS_ROLE, KEEPER } from './who.ts'

/** What the trail keeps of each act on the register and of the tool that compares texts. */
export type RegisterDetails = {
	/** An old document that somebody wants in the library, with where it was found. */
	'document.import-proposed': {
		readonly document: string
		readonly title: string
		readonly documentNumber: string
		readonly issuer: string
		readonly words: string
		readonly textSha256: string
		readonly fileSha256: string
	}
	'document.import-confirmed': { readonly document: string; readonly documentNumber: string }
	'document.import-declined': { readonly document: string; readonly words: string }
	'document.repealed': { readonly document: string; readonly repealedOn?: string; readonly words: string }
	'document.registration-withdrawn': {
		readonly document: string
		readonly repealedOn?: string
		readonly words: string
	}
	'texts.compared': { readonly old: string; readonly new: string }
	/** The hash of the text, the version of the rules, and how many places they spoke of. */
	'text.prechecked': { readonly text: string; readonly rules: string; readonly hits: number | null }
}

/** Acts on the register of published documents, and the tools that touch no matter. */
export const REGISTER_ACTS = {
	// 历史文件导入: nothing stands in the library on one person's word.
	'document.import-proposed': { who: KEEPER, page: '/register/import', told: [] },
	'document.import-confirmed': { who: KEEPER, page: '/register/imports', told: ['named'] },
	'document.import-declined': { who: KEEPER, page: '/register/imports', told: ['named'] },
	'document.repealed': { who: KEEPER, page: '/register/:documentId', told: [] },
	'document.registration-withdrawn': { who: KEEPER, page: '/register/:documentId', told: [] },
	'texts.compared': { who: EVERY_BUSINESS_ROLE, page: '/compare', told: [] },
	'text.prechecked': { who: EVERY_BUSINESS_ROLE, page: '/precheck', told: [] },
} as const satisfies Record<keyof RegisterDetails, DoingDefinition>
