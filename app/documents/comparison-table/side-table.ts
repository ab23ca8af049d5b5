import type { CellSpan as Span, RedlineTable, TableCell, TableFate } from '#app/domain/redline/redline.ts'
import type { CellLine } from './cell-line.ts'

/** A table of one side, on its own grid. */
export type SideTable = {
	readonly columns: number
	readonly rows: readonly (readonly SideCell[])[]
}

/** A cell of one side: what it takes of rows and columns, whether it is there on this side alone, and its lines. */
export type SideCell = Span & {
	/** The column of this side where it begins. */
	readonly at: number
	readonly isOwn: boolean
	readonly isHeader: boolean
	readonly lines: readonly CellLine[]
}

/** The table of one side of a comparison as it stands there; null where this side has none. */
export function sideTable(
	table: RedlineTable,
	side: 'old' | 'new',
	linesOf: (cell: TableCell) => readonly CellLine[],
): SideTable | null {
	const rows = table.rows
		.flatMap((row) => (row[side] === null ? [] : [{ ...row, at: row[side] }]))
		.toSorted((a, b) => a.at - b.at)
		.map(({ cells, isHeader, kind }) =>
			cells
				.flatMap((cell) => {
					const span = cell[side]
					const at = table.columns[cell.column]?.[side] ?? cell.column
					const isOwn = isComeOrGone(kind) || isComeOrGone(cell.kind)
					return span ? [{ ...span, at, isOwn, isHeader, lines: linesOf(cell) }] : []
				})
				.toSorted((a, b) => a.at - b.at),
		)
	const columns = table.columns.filter((column) => column[side] !== null).length
	return rows.length > 0 && columns > 0 ? { columns, rows } : null
}

function isComeOrGone(kind: TableFate): boolean {
	return kind === 'added' || kind === 'deleted'
}

/** Between the cells of a row where there is room for one line only. */
const BETWEEN: CellLine = [{ kind: 'same', text: ' │ ', isNumber: false }]

/** What stands where a cell of a row above reaches down. */
const FROM_ABOVE: CellLine = [{ kind: 'same', text: '〃', isNumber: false }]

/** A table as lines, a row a line: for a cell of a spreadsheet, which holds no table. */
export function linesOfTable({ rows }: SideTable): CellLine[] {
	let above: readonly { readonly at: number; readonly left: number }[] = []
	return rows.map((cells) => {
		const own = cells.map(({ at, lines }) => ({ at, line: inOneLine(lines) }))
		const reaching = above.map(({ at }) => ({ at, line: FROM_ABOVE }))
		above = [
			...cells.map(({ at, rows: down }) => ({ at, left: down - 1 })),
			...above.map(({ at, left }) => ({ at, left: left - 1 })),
		].filter(({ left }) => left > 0)
		return [...own, ...reaching]
			.toSorted((a, b) => a.at - b.at)
			.flatMap(({ line }, place): CellLine => [...(place > 0 ? BETWEEN : []), ...line])
	})
}

function inOneLine(lines: readonly CellLine[]): CellLine {
	return lines.flatMap((line, at) =>
		at > 0 ? [{ kind: 'same', text: ' ', isNumber: false } as const, ...line] : line,
	)
}
