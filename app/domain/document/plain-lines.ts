import type { Block, DocumentTree, NodePlace, Note } from './document-tree.ts'

/** A line of the running text with where it comes from. */
export type PlainLine = {
	readonly text: string
	/** The paragraph that it is, or is a part of. */
	readonly place: NodePlace
	/** How much of `text`, from its beginning, is the automatic number. */
	readonly label: number
	/** The innermost table that it stands in: no line of a table begins an article. */
	readonly table: NodePlace | null
	/** The note that it is a line of. */
	readonly note: NodePlace | null
}

/**
 * A document as lines: a paragraph a line (or several, where it has line breaks), a table as the paragraphs of its
 * cells, row by row, a text box after its paragraph, the notes at the end, each behind its mark. Headers, footers and
 * images have no line.
 */
export function linesOf(document: DocumentTree): PlainLine[] {
	const lines: PlainLine[] = []
	for (const block of document.body) addBlock(block, null, lines)
	for (const note of document.notes) addNote(note, lines)
	return lines
}

/** The lines joined by `\n`, without the empty ones at the end: what is compared, searched and parsed as text. */
export function plainText(document: DocumentTree): string {
	return joinLines(linesOf(document).map((line) => line.text))
}

/** The lines of a few blocks, as of a cell, a header or a text box. */
export function linesOfBlocks(blocks: readonly Block[]): string[] {
	const lines: PlainLine[] = []
	for (const block of blocks) addBlock(block, null, lines)
	return lines.map((line) => line.text)
}

function joinLines(lines: readonly string[]): string {
	let end = lines.length
	while (end > 0 && lines[end - 1] === '') end -= 1
	return lines.slice(0, end).join('\n')
}

function addBlock(block: Block, table: NodePlace | null, lines: PlainLine[]): void {
	if (block.kind === 'table')
		for (const row of block.rows)
			for (const cell of row.cells) for (const inside of cell.blocks) addBlock(inside, block.place, lines)
	else if (block.kind === 'text-box') for (const inside of block.blocks) addBlock(inside, table, lines)
	else {
		const { place, label } = block
		const words = label + block.text
		if (!words.includes('\n')) lines.push({ text: words, place, label: label.length, table, note: null })
		else
			for (const [index, text] of words.split('\n').entries())
				lines.push({ text, place, label: index === 0 ? label.length : 0, table, note: null })
	}
}

/** The mark stands before the first words of its note; lines without words before them are left out. */
function addNote(note: Note, lines: PlainLine[]): void {
	const own: PlainLine[] = []
	for (const block of note.blocks) addBlock(block, null, own)
	const from = own.findIndex((line) => line.text.trim() !== '')
	const [first, ...others] = from < 0 ? [] : own.slice(from)
	const words = first?.text.trimStart() ?? ''
	lines.push({
		// A mark of the author's own stands in the note's words already.
		text: words.startsWith(note.mark) ? words : `${note.mark}${words}`,
		place: first?.place ?? note.place,
		label: 0,
		table: null,
		note: note.place,
	})
	for (const line of others) lines.push({ ...line, note: note.place })
}
