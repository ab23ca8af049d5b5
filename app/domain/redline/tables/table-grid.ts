import type { Cell, Table } from '#app/domain/document/document-tree.ts'
import { linesOfBlocks } from '#app/domain/document/plain-lines.ts'

/** A cell on the grid: rows and columns from 0, `rowEnd` and `columnEnd` behind the last one that it takes. */
export type GridCell = {
	readonly cell: Cell
	readonly words: string
	readonly row: number
	readonly rowEnd: number
	readonly column: number
	readonly columnEnd: number
}

/** A table as its cells lie: columns in which no cell begins are layout and left out. */
export type TableGrid = {
	readonly rows: number
	readonly columns: number
	/** The cells that begin in each row, from the left. */
	readonly begins: readonly (readonly GridCell[])[]
	/** The cell that takes each place, be it from above or from the left; null where none does. */
	readonly at: readonly (readonly (GridCell | null)[])[]
}

/** Lays a table on its grid. */
export function gridOf({ rows }: Table): TableGrid {
	const starts = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
		(a, b) => a - b,
	)
	const columnAt = new Map(starts.map((column, at) => [column, at]))
	const firstBehind = (end: number) => {
		let [low, high] = [0, starts.length]
		while (low < high) {
			const middle = (low + high) >> 1
			if ((starts[middle] ?? 0) < end) low = middle + 1
			else high = middle
		}
		return low
	}
	const at = rows.map((): (GridCell | null)[] => starts.map(() => null))
	const begins = rows.map(({ cells }, row) =>
		cells.map((cell): GridCell => {
			const column = columnAt.get(cell.column) ?? 0
			const columnEnd = Math.max(column + 1, firstBehind(cell.column + cell.columnSpan))
			const rowEnd = Math.min(rows.length, row + Math.max(1, cell.rowSpan))
			const words = linesOfBlocks(cell.blocks).join('\n').trim()
			const placed = { cell, words, row, rowEnd, column, columnEnd }
			for (let down = row; down < rowEnd; down += 1)
				for (let across = column; across < columnEnd; across += 1) {
					const line = at[down]
					if (line && line[across] === null) line[across] = placed
				}
			return placed
		}),
	)
	return { rows: rows.length, columns: starts.length, begins, at }
}

/** The words at a place of the grid. */
export function wordsAt(grid: TableGrid, row: number, column: number): string {
	return grid.at[row]?.[column]?.words ?? ''
}
