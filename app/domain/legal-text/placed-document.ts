import type {
	Block,
	Cell,
	DocumentTree,
	Image,
	NodePlace,
	Paragraph,
} from '#app/domain/document/document-tree.ts'
import { linesOf, linesOfBlocks } from '#app/domain/document/plain-lines.ts'
import type { LegalText, Paragraph as LegalParagraph } from './legal-text.ts'

/** A document in its own structure, with what each paragraph is in the legal text: what a page shows of a draft. */
export type PlacedDocument = {
	readonly blocks: readonly PlacedBlock[]
	/** The lines of footnotes and endnotes, each note behind its mark. */
	readonly notes: readonly PlacedParagraph[]
	/** The words of each header and footer. */
	readonly margins: readonly { readonly kind: 'header' | 'footer'; readonly words: string }[]
}

export type PlacedBlock = PlacedParagraph | PlacedTable | PlacedBox

export type PlacedParagraph = LegalParagraph & {
	readonly block: 'paragraph'
	/** The paragraph of the document that it is, or begins in. */
	readonly place: NodePlace
	readonly align: Paragraph['align']
	/** Images by where they stand in label and body together, in UTF-16 code units. */
	readonly images: readonly PlacedImage[]
}

/** `number` counts the images of the body from 1, in order. */
export type PlacedImage = Image & { readonly at: number; readonly number: number }

export type PlacedTable = {
	readonly block: 'table'
	readonly place: NodePlace
	/** Counts the tables of the body from 1, in order, tables within tables included. */
	readonly number: number
	readonly columns: number
	/** Cells that take more than one place of the grid. */
	readonly merged: number
	readonly rows: readonly { readonly isHeader: boolean; readonly cells: readonly PlacedCell[] }[]
}

export type PlacedCell = Pick<Cell, 'place' | 'columnSpan' | 'rowSpan'> & {
	readonly blocks: readonly PlacedBlock[]
}

export type PlacedBox = { readonly block: 'box'; readonly blocks: readonly PlacedBlock[] }

type Placing = {
	/** What of the legal text begins in each paragraph of the document. */
	readonly begins: ReadonlyMap<NodePlace, readonly LegalParagraph[]>
	tables: number
	images: number
}

/**
 * Puts a legal text back into the document that it was parsed from: no word of it is lost, and none is shown twice.
 *
 * @param legal a parse of `document`, or of its `plainText`
 */
export function placeDocument(document: DocumentTree, legal: LegalText): PlacedDocument {
	const lines = linesOf(document)
	const begins = new Map<NodePlace, LegalParagraph[]>()
	for (const paragraph of legal.clauses.flatMap((clause) => clause.paragraphs)) {
		const place = lines[paragraph.line]?.place ?? ''
		const here = begins.get(place)
		if (here) here.push(paragraph)
		else begins.set(place, [paragraph])
	}
	const placing: Placing = { begins, tables: 0, images: 0 }
	const blocks = placeBlocks(document.body, placing)
	const notes = placeBlocks(
		document.notes.flatMap((note) => note.blocks),
		placing,
	)
	return {
		blocks,
		notes: notes.flatMap(paragraphsIn),
		margins: document.margins.map((margin) => ({
			kind: margin.kind,
			words: linesOfBlocks(margin.blocks).join(' ').trim(),
		})),
	}
}

/** The paragraphs within a block, in order. */
export function paragraphsIn(block: PlacedBlock): PlacedParagraph[] {
	if (block.block === 'paragraph') return [block]
	if (block.block === 'box') return block.blocks.flatMap(paragraphsIn)
	return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(paragraphsIn)))
}

function placeBlocks(blocks: readonly Block[], placing: Placing): PlacedBlock[] {
	return blocks.flatMap((block) => placeBlock(block, placing))
}

function placeBlock(block: Block, placing: Placing): PlacedBlock[] {
	if (block.kind === 'paragraph') return placeParagraph(block, placing)
	if (block.kind === 'text-box') return [{ block: 'box', blocks: placeBlocks(block.blocks, placing) }]
	placing.tables += 1
	const number = placing.tables
	const cells = block.rows.flatMap((row) => row.cells)
	return [
		{
			block: 'table',
			place: block.place,
			number,
			columns: block.columns,
			merged: cells.filter((cell) => cell.columnSpan > 1 || cell.rowSpan > 1).length,
			rows: block.rows.map((row) => ({
				isHeader: row.header,
				cells: row.cells.map((cell) => ({
					place: cell.place,
					columnSpan: cell.columnSpan,
					rowSpan: cell.rowSpan,
					blocks: placeBlocks(cell.blocks, placing),
				})),
			})),
		},
	]
}

/** A paragraph of the document is several of the legal text where it has line breaks, and none where an earlier one goes on. */
function placeParagraph(block: Paragraph, placing: Placing): PlacedParagraph[] {
	const images = block.marks.flatMap((mark): PlacedImage[] =>
		mark.kind === 'image'
			? [{ ...mark.image, at: block.label.length + mark.at, number: (placing.images += 1) }]
			: [],
	)
	const here = placing.begins.get(block.place) ?? []
	if (here.length === 0 && images.length > 0) return [emptyParagraph(block, images)]
	let from = 0
	return here.map((paragraph, index) => {
		const to = from + paragraph.label.length + paragraph.body.length
		const next = here[index + 1]
		const own = images.filter(({ at }) => at >= from && (!next || at < to))
		const placed = {
			...paragraph,
			block: 'paragraph' as const,
			place: block.place,
			align: block.align,
			images: own.map((image) => ({ ...image, at: Math.min(image.at, to) - from })),
		}
		from = next && next.line > paragraph.line ? to + 1 : to
		return placed
	})
}

/** Where the words went to the paragraph before, the images keep their place. */
function emptyParagraph({ place, align }: Paragraph, images: readonly PlacedImage[]): PlacedParagraph {
	const nowhere = {
		line: -1,
		label: '',
		body: '',
		kind: 'text',
		anchor: `at-${place.replaceAll('/', '-')}`,
	} as const
	return {
		...nowhere,
		block: 'paragraph',
		place,
		align,
		images: images.map((image) => ({ ...image, at: 0 })),
	}
}
