import type { DocumentTree } from '#app/domain/document/document-tree.ts'

/** What a finding says about a place in a draft. Facts only; the sentence is made in the locales. */
export type FindingDetail = {
	/** First line of the text the finding concerns, counted from 1. */
	readonly line?: number
	/** The place that line is, as a law is cited: 第三条第二款. */
	readonly place?: string
	/** The words concerned, cut to `EXCERPT_LENGTH` code points. */
	readonly excerpt?: string
	/** Author of a comment, name of a field, name of an image's part. */
	readonly name?: string
	/** SHA-256 of an image or of an embedded object, 64 hexadecimal digits. */
	readonly sha256?: string
	/** Size in bytes. */
	readonly size?: number
	/** How many alike; absent means one. */
	readonly count?: number
	/** What Word would show there, for text that could not be placed: `formula`, `chart`, `diagram` … */
	readonly kind?: string
}

/**
 * Whether a finding keeps a version from being submitted. Blocking is what makes the text that was reviewed differ
 * from the text somebody sees in Word: changes not yet accepted, words that do not show, words we could not place.
 */
export const FINDING_BLOCKS = {
	'tracked-insertion': true,
	'tracked-deletion': true,
	'tracked-formatting': true,
	'hidden-text': true,
	'faint-text': true,
	'hidden-by-layout': true,
	'struck-text': true,
	'invisible-character': true,
	'direction-override': true,
	'unplaced-text': true,
	'live-field': true,
	'bound-control': true,
	'embedded-object': true,
	'foreign-chunk': true,
	// Whoever confirms the reading compares it with the original first.
	'converted-draft': false,
	comment: false,
	footnote: false,
	endnote: false,
	'text-box': false,
	table: false,
	image: false,
	'header-footer': false,
	field: false,
	hyperlink: false,
	'unread-link': false,
	'phonetic-guide': false,
	'uncertain-number': false,
} as const satisfies Record<string, boolean>

export type DraftFindingCode = keyof typeof FINDING_BLOCKS

export type DraftFinding = {
	readonly code: DraftFindingCode
	readonly detail: FindingDetail
	readonly blocking: boolean
}

/** A draft as the reviewer reads it. */
export type DraftReading = {
	/** The document as a tree. */
	readonly document: DocumentTree
	/** Its lines (`plainText`): one paragraph a line, as Word shows it; lines end with `\n`, the last one does not. */
	readonly text: string
	readonly findings: readonly DraftFinding[]
	/** The words of the findings, whole, and of every part beside the text: headers, comments, charts, properties. */
	readonly aside: string
	/** False when a finding blocks: the file may be kept as a working version, not submitted. */
	readonly submittable: boolean
}

/** Why a file cannot be read as a draft at all. */
export type DraftRefused =
	| { readonly code: 'empty-file' }
	| { readonly code: 'too-large'; readonly limit: number; readonly size: number }
	| { readonly code: 'text-too-long'; readonly limit: number }
	| { readonly code: 'lock-file' }
	| { readonly code: 'old-word-file'; readonly suffix: string }
	| { readonly code: 'rtf-file' | 'odt-file' | 'pdf-file' | 'ofd-file' | 'template-file' }
	| { readonly code: 'wrong-suffix'; readonly suffix: string; readonly content: string }
	| { readonly code: 'not-word' }
	| {
			readonly code: 'external-reference'
			readonly part: string
			readonly type: string
			readonly target: string
	  }
	| { readonly code: 'macro-file'; readonly part: string }
	| { readonly code: 'not-utf8' }
	/** Reading it took more time or memory than one file may take. */
	| { readonly code: 'too-costly' }
	| PackageRefused
	| XmlRefused

/** Why a zip package is not opened. */
export type PackageRefused =
	| { readonly code: 'not-a-zip' }
	| { readonly code: 'damaged-file'; readonly part: string }
	| { readonly code: 'encrypted-document' }
	| {
			readonly code: 'zip-bomb'
			readonly measure: 'entries' | 'unpacked' | 'part'
			readonly limit: number
	  }
	| { readonly code: 'lying-header'; readonly part: string }
	| { readonly code: 'bad-entry-name'; readonly part: string }

/** Why an XML part is not read. */
export type XmlRefused =
	| { readonly code: 'xml-entities'; readonly part: string }
	| { readonly code: 'damaged-xml'; readonly part: string }
	| { readonly code: 'too-many-elements'; readonly part: string; readonly limit: number }

/** Bytes of the file that Word or WPS leaves beside an open document. */
export const LOCK_FILE_SIZES: readonly number[] = [162, 165]

/** Largest file taken, in bytes. */
export const FILE_SIZE_LIMIT = 30 * 1024 * 1024

/** Raised when the reader gives another tree for the same bytes: what was stored with a version is then read again. */
export const READER_VERSION = 1

/** Longest text taken, in UTF-16 code units: twenty times the longest statute in force. */
export const TEXT_LENGTH_LIMIT = 3_000_000

const EXCERPT_LENGTH = 80

/** The beginning of a text, for a finding. */
export function excerptOf(text: string): string {
	const plain = text
		.slice(0, EXCERPT_LENGTH * 20)
		.replaceAll(/\s+/g, ' ')
		.trim()
	const points = Array.from(plain.slice(0, EXCERPT_LENGTH * 2))
	return points.length > EXCERPT_LENGTH ? `${points.slice(0, EXCERPT_LENGTH).join('')}…` : plain
}
