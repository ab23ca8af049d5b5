import type { LookAlike } from '#app/domain/precheck/look-alikes.ts'

/** What became of a clause between two versions. Modified is also one whose words stayed and whose paragraphs begin elsewhere; the end of a line within a paragraph is no change. */
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

/** What a change is about; advice for the re-review, never a ground to clear anything. Weakest first. */
export const CHANGE_NATURES = [
	'none',
	'numbering',
	'typography',
	'references',
	'wording',
	'substance',
] as const

export type ChangeNature = (typeof CHANGE_NATURES)[number]

/** Another clause that the same one might have become or come from. `side` says whose clause it is. */
export type RunnerUp = {
	readonly side: 'old' | 'new'
	readonly key: string
	readonly label: string
	readonly likeness: number
}

/** Another 款, 项 or 目 of the same clauses that this one might have become or come from, by its anchor. */
export type RowRunnerUp = { readonly side: 'old' | 'new'; readonly anchor: string; readonly likeness: number }

/** How alike two clauses are, 0 to 1, and the runner-up where the match is not certain. */
export type Certainty = { readonly likeness: number; readonly runnerUp: RunnerUp | null }

/**
 * A person's word on a match: this old clause became these new ones (none: it was deleted). Keys as in RedlineLink; an
 * old key of '' says that the new clauses have no predecessor.
 */
export type MatchCorrection = { readonly old: string; readonly new: readonly string[] }

/**
 * A stretch of text that stayed, came or went. What goes and comes quietly says the same in another way of writing
 * (half and full width, 5000元 and 五千元, traditional script): it is counted apart and is no change. What was moved
 * stands, word for word, at another place of the other text.
 */
export type Segment = {
	readonly kind: 'same' | 'inserted' | 'deleted'
	readonly text: string
	readonly quiet?: true
	readonly moved?: MovedPlace
}

/** Where moved words stand in the other text: the paragraph's anchor there, and the place in words (第三条第二款). */
export type MovedPlace = { readonly anchor: string; readonly place: string }

/** A clause as a redline names it. */
export type ClauseRef = {
	readonly key: string
	readonly label: string
	readonly anchor: string
	readonly headings: readonly string[]
	readonly isHeading: boolean
}

/**
 * One paragraph on both sides, or a part of one that was split or merged: `old` and `new` for side by side, `merged` for one column. `marker` is the number of
 * a 项 or 目 on each side, which is not compared. `kind` is what became of this 款, 项 or 目.
 */
export type RedlineRow = {
	readonly kind: BlockKind
	readonly likeness: number
	/** The other paragraph that this one might be, where the match is not certain. */
	readonly runnerUp: RowRunnerUp | null
	readonly old: readonly Segment[] | null
	readonly new: readonly Segment[] | null
	readonly merged: readonly Segment[]
	readonly oldMarker: string
	readonly newMarker: string
	readonly oldAnchor: string | null
	readonly newAnchor: string | null
	/** Null outside of a table. In one, what became of the place of the cell that this is a line of. */
	readonly cell: CellFate | null
	/** The paragraph began in a row above: of one that was split or merged, each row holds a part. */
	readonly oldContinues: boolean
	readonly newContinues: boolean
}

/**
 * What became of the place of a cell: it stayed, takes other rows or columns than before (五万元 no longer stands for two
 * rows), its row or column stands elsewhere, or it is a number in a column that counts the rows, which counts on.
 */
export type CellFate = 'kept' | 'respanned' | 'moved' | 'counted'

/** What became of a table, a row, a column or a cell of one. */
export type TableFate = Extract<BlockKind, 'unchanged' | 'modified' | 'moved' | 'added' | 'deleted'>

/**
 * A table of both sides on one grid, in the order of the new one. The words stand in the rows of its block: those from
 * `from` to before `to` are its own, and each cell has its stretch of them; tables within tables follow theirs.
 */
export type RedlineTable = {
	readonly kind: TableFate
	readonly from: number
	readonly to: number
	readonly columns: readonly TableLine[]
	readonly rows: readonly (TableLine & { readonly isHeader: boolean; readonly cells: readonly TableCell[] })[]
	/** It was too large to weigh every row against every other. */
	readonly bounded: boolean
}

/** A row or a column, with its place on each side, from 0. */
export type TableLine = {
	readonly kind: TableFate
	readonly old: number | null
	readonly new: number | null
}

export type TableCell = {
	readonly kind: TableFate
	/** Among the columns of the table, where it begins. */
	readonly column: number
	/** How many columns and rows of its own side it takes; null where it has no cell there. */
	readonly old: CellSpan | null
	readonly new: CellSpan | null
	readonly isRespanned: boolean
	readonly from: number
	readonly to: number
}

export type CellSpan = { readonly columns: number; readonly rows: number }

/** How many tables, rows, columns and cells changed in which way; a cell counts where its row and column stayed. */
export type TableCounts = {
	readonly tables: Readonly<Record<TableFate, number>>
	readonly rows: Readonly<Record<TableFate, number>>
	readonly columns: Readonly<Record<TableFate, number>>
	readonly cells: { readonly modified: number; readonly respanned: number }
}

/** A character of a block's new text that looks like another, in its row. */
export type PlacedLookAlike = LookAlike & { readonly paragraph: number }

/** A reference in a new text, and whether it still leads where it led. */
export type ReferenceFinding = {
	/** The target was renumbered and the reference was not; there is no such target; the reference follows a renumbering. */
	readonly status: 'stale' | 'missing' | 'followed'
	/** The row of the block. */
	readonly paragraph: number
	/** Code units in the row's new text. */
	readonly start: number
	readonly end: number
	/** The place that it names: 第九条第二款. */
	readonly cited: string
	/** As it would be right: 第十条第二款, or null when the target is gone. */
	readonly expected: string | null
}

/** Clauses that belong together, and what became of them. Renumbering stands in the labels, never in the text. */
export type RedlineBlock = {
	readonly kind: BlockKind
	readonly old: readonly ClauseRef[]
	readonly new: readonly ClauseRef[]
	readonly rows: readonly RedlineRow[]
	readonly tables: readonly RedlineTable[]
	readonly anchor: string
	readonly certainty: Certainty
	readonly nature: ChangeNature
	/** What the change of each row is about. */
	readonly rowNatures: readonly ChangeNature[]
	/** A person said which clause this one became. */
	readonly isCorrected: boolean
	/** References in this block's new text; none in what was deleted. */
	readonly references: readonly ReferenceFinding[]
	readonly lookAlikes: readonly PlacedLookAlike[]
}

/** A table, 款, 项 or sentence that went from one clause to another: where it stood and where it stands, in words. */
export type MovedPart = {
	readonly unit: 'table' | 'paragraph' | 'sentence'
	readonly old: string
	readonly new: string
}

/** Which old clause became which new one. `parts` are what of it went there, where the rest of it became another one. */
export type RedlineLink = {
	readonly old: readonly string[]
	readonly new: readonly string[]
	readonly kind: BlockKind
	readonly parts?: readonly MovedPart[]
} & Certainty

/** The comparison of two versions. `edits` counts code points; `bounded` says that a pair was too different to compare finely. */
export type Redline = {
	readonly blocks: readonly RedlineBlock[]
	readonly links: readonly RedlineLink[]
	readonly edits: { readonly inserted: number; readonly deleted: number }
	/** How many places only say the same in another way of writing. */
	readonly quiet: number
	readonly counts: Readonly<Record<BlockKind, number>>
	readonly natures: Readonly<Record<ChangeNature, number>>
	readonly tables: TableCounts
	readonly bounded: boolean
	readonly identical: boolean
}
