/** What became of a clause between two versions. */
export const BLOCK_KINDS = [
	'unchanged',
	'renumbered',
	'modified',
	'moved',
	'split',
	'merged',
	'added',
	'deleted',
] as const

export type BlockKind = (typeof BLOCK_KINDS)[number]

/** A stretch of text that stayed, came or went. */
export type Segment = { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string }

/** A clause as a redline names it. */
export type ClauseRef = {
	readonly key: string
	readonly label: string
	readonly anchor: string
	readonly headings: readonly string[]
	readonly isHeading: boolean
}

/**
 * One paragraph on both sides: `old` and `new` for side by side, `merged` for one column. `marker` is the number of
 * a 项 or 目 on each side, which is not compared.
 */
export type RedlineRow = {
	readonly old: readonly Segment[] | null
	readonly new: readonly Segment[] | null
	readonly merged: readonly Segment[]
	readonly oldMarker: string
	readonly newMarker: string
	readonly oldAnchor: string | null
	readonly newAnchor: string | null
}

/** Clauses that belong together, and what became of them. Renumbering stands in the labels, never in the text. */
export type RedlineBlock = {
	readonly kind: BlockKind
	readonly old: readonly ClauseRef[]
	readonly new: readonly ClauseRef[]
	readonly rows: readonly RedlineRow[]
	readonly anchor: string
}

/** Which old clause became which new one. */
export type RedlineLink = {
	readonly old: readonly string[]
	readonly new: readonly string[]
	readonly kind: BlockKind
}

/** The comparison of two versions. `edits` counts code points; `bounded` says that a pair was too different to compare finely. */
export type Redline = {
	readonly blocks: readonly RedlineBlock[]
	readonly links: readonly RedlineLink[]
	readonly edits: { readonly inserted: number; readonly deleted: number }
	readonly counts: Readonly<Record<BlockKind, number>>
	readonly bounded: boolean
	readonly identical: boolean
}
