import { accept, refuse, type Result } from '#app/domain/result.ts'
import { decodeText } from './decode-text.ts'
import { FILE_SIZE_LIMIT } from './draft-reading.ts'
import { containsName, sniffContent, suffixOf, type Content } from './sniff-content.ts'

/** What a material is, for keeping and showing it; its content is never interpreted. */
export type MaterialKind = {
	readonly mediaType: string
	/** Whether a browser shows it by itself: PDF and pictures. Everything else is downloaded. */
	readonly viewable: boolean
}

export type MaterialRefused =
	| { readonly code: 'empty-file' }
	| { readonly code: 'too-large'; readonly limit: number; readonly size: number }
	| { readonly code: 'kind-not-allowed'; readonly suffix: string; readonly allowed: readonly string[] }
	| { readonly code: 'wrong-suffix'; readonly suffix: string; readonly content: Content }
	| { readonly code: 'macro-file' }

type Rule = MaterialKind & {
	readonly content: Content
	/** A name that every package of this kind holds; names stand uncompressed in a zip file. */
	readonly holds?: string
}

const OOXML = 'application/vnd.openxmlformats-officedocument'

const RULES: Readonly<Record<string, Rule>> = {
	'.docx': {
		content: 'zip',
		holds: 'word/',
		mediaType: `${OOXML}.wordprocessingml.document`,
		viewable: false,
	},
	'.xlsx': { content: 'zip', holds: 'xl/', mediaType: `${OOXML}.spreadsheetml.sheet`, viewable: false },
	'.ofd': { content: 'zip', holds: 'OFD.xml', mediaType: 'application/ofd', viewable: false },
	'.doc': { content: 'ole', mediaType: 'application/msword', viewable: false },
	'.wps': { content: 'ole', mediaType: 'application/vnd.ms-works', viewable: false },
	'.rtf': { content: 'rtf', mediaType: 'application/rtf', viewable: false },
	'.odt': {
		content: 'zip',
		holds: 'application/vnd.oasis.opendocument.text',
		mediaType: 'application/vnd.oasis.opendocument.text',
		viewable: false,
	},
	'.pdf': { content: 'pdf', mediaType: 'application/pdf', viewable: true },
	'.png': { content: 'png', mediaType: 'image/png', viewable: true },
	'.jpg': { content: 'jpeg', mediaType: 'image/jpeg', viewable: true },
	'.jpeg': { content: 'jpeg', mediaType: 'image/jpeg', viewable: true },
	'.txt': { content: 'other', mediaType: 'text/plain', viewable: false },
}

/** Suffixes of materials, as a form may offer them. */
export const MATERIAL_SUFFIXES: readonly string[] = Object.keys(RULES)

/**
 * Says whether a file may be kept as a material: allowed by its suffix, in bytes what its suffix says, without
 * macros, not empty and at most 30 MB. The bytes are looked at, never opened.
 */
export function inspectMaterial(bytes: Uint8Array, fileName: string): Result<MaterialKind, MaterialRefused> {
	const suffix = suffixOf(fileName)
	if (bytes.byteLength === 0) return refuse({ code: 'empty-file' })
	if (bytes.byteLength > FILE_SIZE_LIMIT)
		return refuse({ code: 'too-large', limit: FILE_SIZE_LIMIT, size: bytes.byteLength })
	const rule = Object.hasOwn(RULES, suffix) ? RULES[suffix] : undefined
	if (rule === undefined) return refuse({ code: 'kind-not-allowed', suffix, allowed: MATERIAL_SUFFIXES })
	const content = sniffContent(bytes)
	if (content !== rule.content || !holdsWhatItShould(bytes, rule, suffix))
		return refuse({ code: 'wrong-suffix', suffix, content })
	if (carriesMacros(bytes, content)) return refuse({ code: 'macro-file' })
	return accept({ mediaType: rule.mediaType, viewable: rule.viewable })
}

function holdsWhatItShould(bytes: Uint8Array, rule: Rule, suffix: string): boolean {
	if (suffix === '.txt') return decodeText(bytes).ok
	return rule.holds === undefined || containsName(bytes, rule.holds)
}

/** Macros live under fixed names: a part of an OOXML package, a storage of an OLE file. */
function carriesMacros(bytes: Uint8Array, content: Content): boolean {
	if (content === 'zip') return containsName(bytes, 'vbaProject')
	return (
		content === 'ole' && (containsName(bytes, '_VBA_PROJECT', true) || containsName(bytes, 'Macros', true))
	)
}
