import type { Block, DocumentTree, Paragraph, Row, Table } from './document-tree.ts'

/** Columns from which lines with tabs are a table for certain: with fewer, a tab may follow a number or an indent. */
const FEWEST_COLUMNS = 3
const FEWEST_ROWS = 2
/** What begins an article or a heading and no row of a table, whatever tabs follow. */
const NUMBERED = /^\s*第\s*[0-9０-９零〇○一二三四五六七八九十百千]{1,12}\s*[编章节条]/

/**
 * The tree of a text without layout, a line a paragraph. Neighbouring lines with the same number of tabs, three columns
 * and more, were pasted from a table and become one.
 */
export function documentOfText(text: string): DocumentTree {
	const lines = text.split('\n')
	const body: Block[] = []
	for (let at = 0; at < lines.length;) {
		const rows = rowsFrom(lines, at)
		const place = `body/${body.length}`
		body.push(
			rows === 0 ? plainParagraph(place, lines[at] ?? '') : tableOf(place, lines.slice(at, at + rows)),
		)
		at += Math.max(rows, 1)
	}
	return { form: 1, body, notes: [], margins: [] }
}

/** How many lines from here on are the rows of one table; 0 where none begins. */
function rowsFrom(lines: readonly string[], from: number): number {
	const columns = columnsOf(lines[from] ?? '')
	if (columns < FEWEST_COLUMNS) return 0
	let end = from + 1
	while (end < lines.length && columnsOf(lines[end] ?? '') === columns) end += 1
	return end - from >= FEWEST_ROWS ? end - from : 0
}

/** 1 for a line that is no row. */
function columnsOf(line: string): number {
	if (!line.includes('\t') || NUMBERED.test(line)) return 1
	const cells = line.split('\t')
	return cells.filter((cell) => cell.trim() !== '').length < 2 ? 1 : cells.length
}

function tableOf(place: string, lines: readonly string[]): Table {
	const rows = lines.map((line, rowAt): Row => {
		const cells = line.split('\t').map((words, column) => {
			const cell = `${place}/${rowAt}/${column}`
			return {
				place: cell,
				column,
				columnSpan: 1,
				rowSpan: 1,
				blocks: [plainParagraph(`${cell}/0`, words.trim())],
			}
		})
		return { place: `${place}/${rowAt}`, header: false, cells }
	})
	return { kind: 'table', place, columns: rows[0]?.cells.length ?? 0, rows }
}

function plainParagraph(place: string, text: string): Paragraph {
	return { kind: 'paragraph', place, label: '', text, role: 'text', outline: null, align: null, marks: [] }
}
