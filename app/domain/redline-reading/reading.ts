import {
	type RedlineBlock,
	type RedlineRow,
	type BlockKind,
	type ChangeNature,
	type Redline,
} from '#app/domain/redline/redline.ts'

/** What a reader may look for beside the kind of a change. */
export const READING_MARKS = ['reference', 'look-alike', 'outside', 'uncertain', 'corrected'] as const

export type ReadingMark = (typeof READING_MARKS)[number]

/** Two columns or one. */
export const READING_VIEWS = ['side', 'inline'] as const

export type ReadingView = (typeof READING_VIEWS)[number]

/** How many unchanged clauses are shown around a change. */
export const AROUND = ['0', '1', '3', 'all'] as const

export type Around = (typeof AROUND)[number]

/** What a reader chose to see. `part` is one of the parts into which a long text is cut; `at` is a place to be shown. */
export type ReadingChoice = {
	readonly around: Around
	readonly kind: BlockKind | null
	readonly nature: ChangeNature | null
	readonly mark: ReadingMark | null
	readonly part: number | 'all' | null
	readonly at: string | null
	/** Whether what only says the same in another way of writing is marked too. */
	readonly quiet?: 'shown' | null
	/** Only what the reader has not ticked as seen. */
	readonly seen?: 'not' | null
}

/** What a reader has ticked of the changes of a block; `digest` is the hash over them, so that what is ticked is what was shown. */
export type BlockTicks = {
	readonly count: number
	readonly seen: number
	/** How many of those seen may be taken back: the sitting has not ended. */
	readonly open: number
	readonly digest: string
}

/** An item of an opinion, as far as a comparison asks: where it was put, and in which of the two texts. */
export type PlacedItem = { readonly id: string; readonly anchor: string; readonly side: 'old' | 'new' }

/** One paragraph as it is read: both sides follow from `merged`, so that they are not sent twice. */
export type ReadRow = Omit<RedlineRow, 'old' | 'new'> & { readonly hasOld: boolean; readonly hasNew: boolean }

/** A block as it is read, with what a reader is told about it. */
export type ReadBlock = Omit<RedlineBlock, 'rows'> & {
	readonly rows: readonly ReadRow[]
	/** Which change it is of those that are shown, from 1; null where nothing changed. */
	readonly changeNo: number | null
	readonly itemIds: readonly string[]
	/** What of it no opinion asked for: the whole change, or the anchors of rows. */
	readonly outside: 'all' | readonly string[]
	/** Where it stood before, if it was moved: the stub there. */
	readonly movedFrom: { readonly anchor: string; readonly label: string } | null
	/** Null where nothing changed, or nobody keeps a ledger. */
	readonly ticks: BlockTicks | null
}

/** What stands one below the other on the page. */
export type Entry<Block> =
	| { readonly kind: 'block'; readonly block: Block }
	| { readonly kind: 'fold'; readonly blocks: readonly Block[] }
	| {
			/** The place that a moved clause left. */
			readonly kind: 'moved-away'
			readonly anchor: string
			readonly label: string
			readonly to: { readonly anchor: string; readonly label: string }
	  }
	| { readonly kind: 'left-out'; readonly count: number }

export type ReadEntry = Entry<ReadBlock>

/** Counts over the whole comparison. */
export type ReadingSummary = Pick<
	Redline,
	'counts' | 'natures' | 'edits' | 'quiet' | 'bounded' | 'identical'
> & {
	readonly changes: number
	readonly marks: Readonly<Record<ReadingMark, number>>
}

/** A part of a long text: the names of its first and last clause. */
export type PartName = { readonly first: string; readonly last: string }

/** One part of a comparison as a page shows it. */
export type Reading = {
	readonly summary: ReadingSummary
	readonly entries: readonly ReadEntry[]
	/** How many changes the choice leaves, in all parts. */
	readonly shownChanges: number
	readonly part: number | 'all'
	readonly parts: readonly PartName[]
	/** Whether all parts may be shown as one: for printing. */
	readonly mayShowAll: boolean
}
