import type { Table } from '#app/domain/document/document-tree.ts'
import { inReadingOrder } from '../order/reading-order.ts'
import { matchColumns } from './match-columns.ts'
import type { Matched } from './matched.ts'
import { matchRows } from './match-rows.ts'
import { type GridCell, type TableGrid, gridOf } from './table-grid.ts'

/** A row or a column of two tables in one order, by its place in each from 0; null where one has none. */
export type Line = { readonly old: number | null; readonly new: number | null; readonly isMoved: boolean }

/** A cell of both tables, or of one. `isRespanned` says that it takes other rows or columns of those that both have. */
export type AlignedCell = {
	/** Among the aligned columns, where it begins. */
	readonly column: number
	readonly old: GridCell | null
	readonly new: GridCell | null
	readonly isRespanned: boolean
}

export type AlignedRow = Line & { readonly cells: readonly AlignedCell[] }

/** Two tables in one. `bounded` says that they were too large to weigh every row against every other. */
export type AlignedTable = {
	readonly columns: readonly Line[]
	readonly rows: readonly AlignedRow[]
	/** The columns, by their place among these, whose numbers count the rows. */
	readonly counting: ReadonlySet<number>
	readonly bounded: boolean
}

type Lines = {
	readonly lines: readonly Line[]
	readonly ofOld: ReadonlyMap<number, number>
	readonly ofNew: ReadonlyMap<number, number>
}

/**
 * Aligns two tables: columns by their heads and by what stands in them, rows by what they say, cells where their row and
 * their column meet, each with the places that it takes by merging. What has no counterpart came or went. `fits` says
 * which rows may be the same at all.
 */
export function alignTables(
	old: Table,
	fresh: Table,
	fits: (old: number, fresh: number) => boolean = () => true,
): AlignedTable {
	const [before, after] = [gridOf(old), gridOf(fresh)]
	const columns = matchColumns(before, after)
	const rows = matchRows(before, after, columns.matched, fits)
	const across = inOrder(columns.matched, before.columns, after.columns)
	const down = inOrder(rows.matched, before.rows, after.rows)
	return {
		columns: across.lines,
		rows: down.lines.map((line) => ({ ...line, cells: cellsOf(line, before, after, across, down) })),
		counting: new Set(rows.counting.map((column) => across.ofNew.get(column.new) ?? -1)),
		bounded: columns.bounded || rows.bounded,
	}
}

/** A table that only one side has. */
export function aloneTable(table: Table, side: 'old' | 'new'): AlignedTable {
	const grid = gridOf(table)
	const line = (at: number): Line =>
		side === 'old' ? { old: at, new: null, isMoved: false } : { old: null, new: at, isMoved: false }
	return {
		columns: Array.from({ length: grid.columns }, (_, at) => line(at)),
		rows: grid.begins.map((cells, at) => ({
			...line(at),
			cells: cells.map((cell) => ({
				column: cell.column,
				old: side === 'old' ? cell : null,
				new: side === 'new' ? cell : null,
				isRespanned: false,
			})),
		})),
		counting: new Set(),
		bounded: false,
	}
}

/** In the order of the new table; what went stands where it stood. */
function inOrder(matched: readonly Matched[], oldCount: number, newCount: number): Lines {
	const [ofOld, ofNew] = [new Set(matched.map((each) => each.old)), new Set(matched.map((each) => each.new))]
	const alone = (count: number, taken: ReadonlySet<number>) =>
		Array.from({ length: count }, (_, at) => at).filter((at) => !taken.has(at))
	const standing = [
		...matched.map((each) => ({ oldPlace: each.old, newPlace: each.new, mayMove: true })),
		...alone(oldCount, ofOld).map((at) => ({ oldPlace: at, newPlace: null, mayMove: true })),
		...alone(newCount, ofNew).map((at) => ({ oldPlace: null, newPlace: at, mayMove: true })),
	]
	const lines = inReadingOrder(standing).map(({ each, isMoved }): Line => ({
		old: each.oldPlace,
		new: each.newPlace,
		isMoved,
	}))
	const placesOf = (side: 'old' | 'new') =>
		new Map(lines.flatMap((line, at) => (line[side] === null ? [] : [[line[side], at] as const])))
	return { lines, ofOld: placesOf('old'), ofNew: placesOf('new') }
}

function cellsOf(row: Line, before: TableGrid, after: TableGrid, across: Lines, down: Lines): AlignedCell[] {
	const left = begun(row.old === null ? [] : (before.begins[row.old] ?? []), across.ofOld)
	const right = begun(row.new === null ? [] : (after.begins[row.new] ?? []), across.ofNew)
	// A cell that begins elsewhere because its neighbour gave or took a column is the same one.
	for (const [column, cell] of left) {
		if (right.has(column) || cell.words === '') continue
		const [place] =
			[...right].find(
				([to, other]) => !left.has(to) && cell.words === other.words && areMet(cell, other, across),
			) ?? []
		if (place === undefined) continue
		left.delete(column)
		left.set(place, cell)
	}
	const columns = [...new Set([...left.keys(), ...right.keys()])].sort((a, b) => a - b)
	return columns.map((column): AlignedCell => {
		const [a, b] = [left.get(column) ?? null, right.get(column) ?? null]
		const isRespanned =
			a !== null && b !== null && spanOf(a, 'old', across, down) !== spanOf(b, 'new', across, down)
		return { column, old: a, new: b, isRespanned }
	})
}

/** Cells by the column, among the aligned ones, in which they begin. */
function begun(cells: readonly GridCell[], places: ReadonlyMap<number, number>): Map<number, GridCell> {
	return new Map(cells.map((cell) => [places.get(cell.column) ?? 0, cell]))
}

/** Whether two cells of a row have a column in common. */
function areMet(old: GridCell, fresh: GridCell, { ofOld, ofNew }: Lines): boolean {
	const takes = (cell: GridCell, places: ReadonlyMap<number, number>) =>
		Array.from({ length: cell.columnEnd - cell.column }, (_, at) => places.get(cell.column + at))
	const taken = new Set(takes(old, ofOld))
	return takes(fresh, ofNew).some((place) => taken.has(place))
}

/** The rows and columns that a cell takes, of those that both tables have: a row that came within it is none of its change. */
function spanOf(cell: GridCell, side: 'old' | 'new', across: Lines, down: Lines): string {
	const shared = ({ lines, ofOld, ofNew }: Lines, from: number, end: number) => {
		const places: number[] = []
		for (let at = from; at < end; at += 1) {
			const place = (side === 'old' ? ofOld : ofNew).get(at)
			const line = place === undefined ? undefined : lines[place]
			if (place !== undefined && line && line.old !== null && line.new !== null) places.push(place)
		}
		return places.sort((a, b) => a - b).join(',')
	}
	return `${shared(down, cell.row, cell.rowEnd)}/${shared(across, cell.column, cell.columnEnd)}`
}
