import type { Block, Cell, DocumentTree, Row } from '#app/domain/document/document-tree.ts'
import type { TextToCompare } from '#app/domain/redline/compared-text.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'

/** A cell by its words, one paragraph a line; or with how many columns and rows it takes, or with a table in it. */
export type MadeCell =
	| string
	| { readonly words: string; readonly across?: number; readonly down?: number; readonly table?: MadeTable }

/** A table by its rows; a cell that covers a place of the grid stands once, and what it covers is left out. */
export type MadeTable = readonly (readonly MadeCell[])[]

/** A document of paragraphs and tables; the first row of each table is its head where `hasHeads`. */
export function madeDocument(
	blocks: readonly (string | MadeTable)[],
	hasHeads = false,
): TextToCompare & { readonly document: DocumentTree } {
	const body = blocks.map((block, at): Block => blockOf(block, `body/${at}`, hasHeads))
	const document: DocumentTree = { form: 1, body, notes: [], margins: [] }
	return { text: plainText(document), document }
}

function blockOf(block: string | MadeTable, place: string, hasHeads: boolean): Block {
	if (typeof block === 'string')
		return {
			kind: 'paragraph',
			place,
			label: '',
			text: block,
			role: 'text',
			outline: null,
			align: null,
			marks: [],
		}
	const free: number[] = []
	const rows = block.map((cells, at): Row => {
		let column = 0
		const placed = cells.map((cell, index): Cell => {
			while ((free[column] ?? 0) > at) column += 1
			const { words, across = 1, down = 1, table } = typeof cell === 'string' ? { words: cell } : cell
			const own = `${place}/${at}/${index}`
			const lines = words.split('\n').map((line, line_) => blockOf(line, `${own}/${line_}`, hasHeads))
			const blocks = table ? [...lines, blockOf(table, `${own}/${lines.length}`, hasHeads)] : lines
			const made = { place: own, column, columnSpan: across, rowSpan: down, blocks }
			for (let step = 0; step < across; step += 1) free[column + step] = at + down
			column += across
			return made
		})
		return { place: `${place}/${at}`, header: hasHeads && at === 0, cells: placed }
	})
	return { kind: 'table', place, columns: free.length, rows }
}
