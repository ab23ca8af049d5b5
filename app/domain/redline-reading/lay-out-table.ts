import type { CellSpan, RedlineTable, TableCell, TableLine } from '#app/domain/redline/redline.ts'

/** A cell as it is shown; what of the older table has no place of its own any more stands in the cell that took it. */
export type LaidCell = {
	readonly cell: TableCell
	readonly columns: number
	readonly rows: number
	readonly former: TableCell[]
}

export type LaidRow = TableLine & {
	readonly isHeader: boolean
	/** Null is a place that no cell takes. */
	readonly cells: readonly (LaidCell | null)[]
}

type Laid = { -readonly [Key in keyof LaidCell]: LaidCell[Key] }

/** One table of both: merged as in the new one, with the rows and columns that went where they stood. */
export function layOutTable(table: RedlineTable): LaidRow[] {
	const taken = table.rows.map((): (Laid | undefined)[] => [])
	for (const isNew of [true, false])
		for (const [at, row] of table.rows.entries())
			for (const cell of row.cells) if ((cell.new !== null) === isNew) place(cell, at, taken, table)
	const seen = new Set<Laid>()
	return table.rows.map(({ kind, old, new: fresh, isHeader }, at): LaidRow => {
		const cells: (LaidCell | null)[] = []
		for (let column = 0; column < table.columns.length; column += 1) {
			const laid = taken[at]?.[column]
			if (!laid) cells.push(null)
			else if (!seen.has(laid)) {
				seen.add(laid)
				cells.push(laid)
			}
		}
		return { kind, old, new: fresh, isHeader, cells }
	})
}

function place(cell: TableCell, at: number, taken: (Laid | undefined)[][], table: RedlineTable): void {
	const there = taken[at]?.[cell.column]
	if (there) {
		there.former.push(cell)
		return
	}
	const side = cell.new === null ? 'old' : 'new'
	const span = cell[side] ?? NO_SPAN
	const isFree = (row: number, column: number) => taken[row]?.[column] === undefined
	const columnEnd = endOf(table.columns, cell.column, span.columns, side, (column) => isFree(at, column))
	const areFree = (row: number) => {
		for (let column = cell.column; column < columnEnd; column += 1) if (!isFree(row, column)) return false
		return true
	}
	const rowEnd = endOf(table.rows, at, span.rows, side, areFree)
	const laid: Laid = { cell, columns: columnEnd - cell.column, rows: rowEnd - at, former: [] }
	for (let row = at; row < rowEnd; row += 1)
		for (let column = cell.column; column < columnEnd; column += 1) {
			const line = taken[row]
			if (line) line[column] = laid
		}
}

const NO_SPAN: CellSpan = { columns: 1, rows: 1 }

/** Behind the last line that a span takes; lines of the other side between them belong to it, as far as they are free. */
function endOf(
	lines: readonly TableLine[],
	from: number,
	span: number,
	side: 'old' | 'new',
	isFree: (at: number) => boolean,
): number {
	const last = (lines[from]?.[side] ?? 0) + span - 1
	let end = from + 1
	for (let at = from + 1; at < lines.length && isFree(at); at += 1) {
		const own = lines[at]?.[side] ?? null
		if (own !== null && own > last) break
		if (own !== null) end = at + 1
	}
	return end
}
