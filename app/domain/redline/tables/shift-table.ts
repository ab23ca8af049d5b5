import type { RedlineTable } from '../redline.ts'

/** A table whose rows stand so many further on. */
export function shiftTable(table: RedlineTable, by: number): RedlineTable {
	if (by === 0) return table
	const move = <Each extends { readonly from: number; readonly to: number }>(each: Each): Each => ({
		...each,
		from: each.from + by,
		to: each.to + by,
	})
	return { ...move(table), rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(move) })) }
}
