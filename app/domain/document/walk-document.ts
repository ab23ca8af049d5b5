import type { Block, DocumentTree, Image, Paragraph, Table } from './document-tree.ts'

/** Every block of these, those within tables and text boxes after the one that holds them. */
export function* blocksIn(blocks: readonly Block[]): Generator<Block> {
	for (const block of blocks) {
		yield block
		if (block.kind === 'text-box') yield* blocksIn(block.blocks)
		if (block.kind === 'table')
			for (const row of block.rows) for (const cell of row.cells) yield* blocksIn(cell.blocks)
	}
}

/** Every block of a document: of the body, then of the notes, then of headers and footers. */
export function* blocksOf(document: DocumentTree): Generator<Block> {
	yield* blocksIn(document.body)
	for (const note of document.notes) yield* blocksIn(note.blocks)
	for (const margin of document.margins) yield* blocksIn(margin.blocks)
}

/** The tables of the body, in order, tables within tables included. */
export function tablesOf(document: DocumentTree): Table[] {
	return [...blocksIn(document.body)].filter((block): block is Table => block.kind === 'table')
}

/** The images within these blocks, in order. */
export function imagesIn(blocks: readonly Block[]): Image[] {
	return [...blocksIn(blocks)]
		.filter((block): block is Paragraph => block.kind === 'paragraph')
		.flatMap((paragraph) => paragraph.marks.flatMap((mark) => (mark.kind === 'image' ? [mark.image] : [])))
}
