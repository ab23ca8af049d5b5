import type { TextToCompare } from '#app/domain/redline/compared-text.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'

/** The papers of a comparison: 花脸稿 in the newer file or in the older one, 修改对照表, and the latter as a spreadsheet. */
export const REDLINE_PAPERS = [
	'marked-draft',
	'marked-older',
	'comparison-table',
	'comparison-sheet',
] as const

export type RedlinePaper = (typeof REDLINE_PAPERS)[number]

/** A text with the name, day and hash that papers give it. */
export type ComparedText = TextToCompare & {
	readonly name: string
	/** As papers write days; null where it is not known. */
	readonly day: string | null
	readonly sha256: string
}

/** The two texts of a paper. */
export type ComparedTexts = { readonly old: ComparedText; readonly new: ComparedText }

/** What somebody said of a place in the older text (art-13-p2), one paragraph a line. */
export type PaperComment = {
	readonly anchor: string
	readonly author: string
	readonly at: Date
	readonly words: readonly string[]
}

/** All that stands on a paper beside what the comparison finds: who changed the older text into the newer one, and when. */
export type PaperFacts = {
	readonly texts: ComparedTexts
	/** On places of the older text. */
	readonly comments: readonly PaperComment[]
	readonly author: string
	readonly at: Date
	/** The Word files that the texts were read from; null for a text from another file. */
	readonly files: PaperFiles | null
}

export type PaperFiles = { readonly old: Uint8Array | null; readonly new: Uint8Array | null }

const SHORT_HASH = 12

/** A text as heads name it, with the beginning of its hash. */
export function nameOf({ name, day, sha256 }: ComparedText): string {
	return REDLINE_PAPER.named(name, day, `${sha256.slice(0, SHORT_HASH)}…`)
}

/** A text as the table names it, with the whole hash. */
export function fullNameOf({ name, day, sha256 }: ComparedText): string {
	return REDLINE_PAPER.named(name, day, sha256)
}

/** What Word shows in front of a comment: of a Chinese name the first character, of others the first letters. */
export function initialsOf(author: string): string {
	const letters = author.match(/\b[A-Za-z]/g)
	return letters ? letters.join('').slice(0, 3) : Array.from(author).slice(0, 1).join('')
}
