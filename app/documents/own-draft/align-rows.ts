import type { Row, Table } from '#app/domain/document/document-tree.ts'
import { type Line, alignTables } from '#app/domain/redline/tables/align-table.ts'

/** The rows of two tables in one order, and the cells of the rows that both have; null where one has none there. */
export type AlignedRow = {
	readonly old: Row | null
	readonly new: Row | null
	readonly cells: readonly AlignedCell[]
}
export type AlignedCell = {
	readonly old: Row['cells'][number] | null
	readonly new: Row['cells'][number] | null
}

/** A row or a column by its place in each table. */
type Place = { readonly old: number | null; readonly new: number | null }

/**
 * Aligns two tables as the redline does. `shapeOf` says how a row's cells stand on the grid with their merges: rows of
 * another shape are replaced whole. Columns come and go only in tables without merged cells. Word marks no row of a
 * table as moved: one that stands elsewhere goes and comes.
 */
export function alignRows(old: Table, fresh: Table, shapeOf: (row: Row) => string): AlignedRow[] {
	const isOfColumns = isPlain(old) && isPlain(fresh) && countOf(old) !== countOf(fresh)
	const fits = (at: number, to: number) => {
		const [a, b] = [old.rows[at], fresh.rows[to]]
		if (a === undefined || b === undefined) return false
		return isOfColumns ? a.header === b.header : shapeOf(a) === shapeOf(b)
	}
	const aligned = alignTables(old, fresh, fits)
	const columns = isPlain(old) && isPlain(fresh) ? inBothOrders(aligned.columns) : null
	// Without any column of both no row is the same.
	const isOther = isOfColumns && columns?.every(({ old: a, new: b }) => a === null || b === null)
	return inBothOrders(aligned.rows, isOther === true).map((line): AlignedRow => {
		const a = line.old === null ? null : (old.rows[line.old] ?? null)
		const b = line.new === null ? null : (fresh.rows[line.new] ?? null)
		if (a === null || b === null) return { old: a, new: b, cells: [] }
		return { old: a, new: b, cells: columns === null ? inOrder(a, b) : byColumns(a, b, columns) }
	})
}

/** Whether all rows have the same columns, none of them merged. */
function isPlain({ rows }: Table): boolean {
	const first = rows[0]?.cells ?? []
	return rows.every(
		({ cells }) =>
			cells.length === first.length &&
			cells.every(
				({ column, columnSpan, rowSpan }, at) =>
					columnSpan === 1 && rowSpan === 1 && column === first[at]?.column,
			),
	)
}

function countOf({ rows }: Table): number {
	return rows[0]?.cells.length ?? 0
}

/** Lines in an order that is the one of both tables: what stayed, and before it what went, then what came. */
function inBothOrders(lines: readonly Line[], isNoneKept = false): Place[] {
	const isKept = ({ old, new: fresh, isMoved }: Line) =>
		!isNoneKept && old !== null && fresh !== null && !isMoved
	const placesOf = (side: 'old' | 'new') =>
		lines.flatMap((line) => (isKept(line) || line[side] === null ? [] : [line[side]])).sort((x, y) => x - y)
	const [gone, come] = [placesOf('old'), placesOf('new')]
	const places: Place[] = []
	let [at, to] = [0, 0]
	const takeBefore = (old: number, fresh: number) => {
		for (; (gone[at] ?? Infinity) < old; at += 1) places.push({ old: gone[at] ?? null, new: null })
		for (; (come[to] ?? Infinity) < fresh; to += 1) places.push({ old: null, new: come[to] ?? null })
	}
	for (const line of lines) {
		if (!isKept(line)) continue
		takeBefore(line.old ?? 0, line.new ?? 0)
		places.push({ old: line.old, new: line.new })
	}
	takeBefore(Infinity, Infinity)
	return places
}

function inOrder(old: Row, fresh: Row): AlignedCell[] {
	return old.cells.map((cell, at) => ({ old: cell, new: fresh.cells[at] ?? null }))
}

function byColumns(old: Row, fresh: Row, columns: readonly Place[]): AlignedCell[] {
	return columns.map((column) => ({
		old: column.old === null ? null : (old.cells[column.old] ?? null),
		new: column.new === null ? null : (fresh.cells[column.new] ?? null),
	}))
}
