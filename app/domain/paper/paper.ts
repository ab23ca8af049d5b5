import { canonicalJson } from '../audit-chain/canonical-json.ts'
import { jsonText } from '../json-text.ts'

/** The papers that an act seals: one kind for each that leaves a desk. */
export const PAPER_KINDS = [
	'acceptance-notice',
	'supplement-notice',
	'return-letter',
	'opinion',
	'recheck-opinion',
	'counsel-opinion',
	'adoption-statement',
	'clearance',
	'agenda-proposal',
	'meeting-notice',
	'meeting-agenda',
	'item-sheet',
	'meeting-outcomes',
	'meeting-minutes',
	'dossier-contents',
	'emergency-order',
	'adoption-table',
] as const

export type PaperKind = (typeof PAPER_KINDS)[number]

/** A row of the database by its table and its key within the district: `opinion/0193…`. */
export type RowName = `${string}/${string}`

/**
 * Words that a row gives to a sentence. They stand in the row as they are, or as a day or a number is written;
 * `isComputed` marks what is worked out from the row (days between two days, a count of rows).
 */
export type Slot = {
	readonly name: string
	readonly text: string
	readonly row: RowName
	readonly isComputed: boolean
}

/** A sentence of a paper: the listed fixed text that it is (`says`), and the rows that fill its gaps. */
export type Words = { readonly says: string; readonly text: string; readonly from: readonly Slot[] }

/** What a line of a paper is to its layout (GB/T 9704-2012). */
export const LINE_KINDS = [
	'title',
	'number',
	'subject',
	'addressee',
	/** 一、 */
	'heading',
	/** （一） */
	'subheading',
	'paragraph',
	'strong',
	/** A label, a colon, and what it says. */
	'fact',
	/** 出席、请假、列席 on minutes (10.3): a label, a colon, and the names. */
	'roll',
	'hands',
	/** Who issues the paper and puts its seal on it. */
	'organ',
	/** Who signs it as a person, without a seal. */
	'signer',
	'day',
	'note',
] as const

export type LineKind = (typeof LINE_KINDS)[number]

/** A row of a table; a cell may hold several lines. */
export type TableRow = {
	readonly cells: readonly (readonly Words[])[]
	readonly isStrong: boolean
	readonly isUntested: boolean
}

/** One node of a paper: a line, or a table with the widths of its columns in parts of a whole. */
export type PaperNode =
	| {
			readonly kind: LineKind
			readonly words: Words
			/** Sentences that follow in the same paragraph. */
			readonly then?: readonly Words[]
	  }
	| {
			readonly kind: 'table'
			readonly widths: readonly number[]
			readonly head: readonly Words[]
			readonly rows: readonly TableRow[]
	  }

/** A paper as it is sealed. `number` is its own, null for one that takes none. */
export type Paper = {
	/** The form of this record; a later form takes another number. */
	readonly form: 1
	readonly id: string
	readonly kind: PaperKind
	readonly number: string | null
	readonly title: string
	readonly nodes: readonly PaperNode[]
}

/** The canonical text of a paper, which is sealed and from which every form of it is made. */
export const PAPER = jsonText<Paper>(canonicalJson)

/** Every sentence of a paper, in the order of reading. */
export function sentencesOf(paper: Pick<Paper, 'nodes'>): Words[] {
	return paper.nodes.flatMap((node) =>
		node.kind === 'table'
			? [...node.head, ...node.rows.flatMap(({ cells }) => cells.flat())]
			: [node.words, ...(node.then ?? [])],
	)
}

/** All that a line says. */
export function textOfLine(line: Exclude<PaperNode, { kind: 'table' }>): string {
	return [line.words, ...(line.then ?? [])].map(({ text }) => text).join('')
}

/** The seal that a paper bears on a page: its verification code, when it was sealed, and the hash of its content. */
export type SealOnPage = { readonly code: string; readonly sealedAt: string; readonly sha256: string }

/** A paper as a page shows it: sealed, or, without a seal, as it would be sealed now. */
export type PaperOnPage = {
	/** Of a sealed paper alone. */
	readonly id?: string
	readonly number?: string | null
	readonly title: string
	readonly nodes: readonly PaperNode[]
	readonly seal: SealOnPage | null
}
