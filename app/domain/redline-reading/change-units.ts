import { isChangedRow } from '#app/domain/redline/compare/changed-row.ts'
import type { RedlineBlock, RedlineTable, TableFate } from '#app/domain/redline/redline.ts'
import { contentsOf } from './block-contents.ts'

/** What a reader takes as one change within a block: the rows of the block that it stands in, by their place. */
export type ChangeUnit = {
	readonly kind: 'clause' | 'order' | 'paragraph' | 'table' | 'line' | 'cell'
	readonly rows: readonly number[]
	/** What of a change its words do not say: that a row stands elsewhere, that a cell takes other rows than before. */
	readonly shape: string
}

/**
 * The changes of a block, as one would count them: a clause that came or went whole is one; that a clause stands elsewhere,
 * was split or merged is one of its own; a paragraph is one, and of a table each row or column that came, went or moved
 * and each cell that changed.
 */
export function changeUnits(block: RedlineBlock): ChangeUnit[] {
	const all = block.rows.map((_row, at) => at)
	if (block.old.length === 0 || block.new.length === 0) return [{ kind: 'clause', rows: all, shape: '' }]
	const within = contentsOf(block.tables, 0, block.rows.length).flatMap((content): ChangeUnit[] => {
		if ('table' in content) return unitsOfTable(content.table, block)
		const row = block.rows[content.row]
		return row && isChangedRow(row) ? [{ kind: 'paragraph', rows: [content.row], shape: '' }] : []
	})
	const isElsewhere = block.kind === 'moved' || block.kind === 'split' || block.kind === 'merged'
	return isElsewhere || within.length === 0 ? [{ kind: 'order', rows: all, shape: '' }, ...within] : within
}

function unitsOfTable(table: RedlineTable, block: RedlineBlock): ChangeUnit[] {
	if (table.kind === 'unchanged') return []
	const all = { from: table.from, to: table.to }
	if (isWhole(table.kind)) return [{ kind: 'table', rows: numbersOf([all]), shape: table.kind }]
	const columns = table.columns.flatMap((column, at): ChangeUnit[] => {
		const cells = table.rows.flatMap((row) => row.cells.filter((cell) => cell.column === at))
		return isWhole(column.kind) ? [lineOf(`column ${column.kind}`, cells)] : []
	})
	const rows = table.rows.flatMap((row): ChangeUnit[] => {
		if (isWhole(row.kind)) return [lineOf(`row ${row.kind}`, row.cells)]
		return row.cells
			.filter(({ column }) => !isWhole(table.columns[column]?.kind ?? 'unchanged'))
			.flatMap((cell): ChangeUnit[] => {
				const lines = numbersOf([cell])
				const isChanged = cell.isRespanned || lines.some((at) => isChangedAt(block, at))
				const shape = cell.isRespanned ? JSON.stringify([cell.old, cell.new]) : ''
				return isChanged ? [{ kind: 'cell', rows: lines, shape }] : []
			})
	})
	const units = [...columns, ...rows]
	return units.length > 0 ? units : [{ kind: 'table', rows: numbersOf([all]), shape: table.kind }]
}

function isChangedAt(block: RedlineBlock, at: number): boolean {
	const row = block.rows[at]
	return row !== undefined && isChangedRow(row)
}

/** Whether a table, row or column came, went or stands elsewhere as one. */
function isWhole(kind: TableFate): boolean {
	return kind === 'added' || kind === 'deleted' || kind === 'moved'
}

type Stretch = { readonly from: number; readonly to: number }

function lineOf(shape: string, cells: readonly Stretch[]): ChangeUnit {
	return { kind: 'line', rows: numbersOf(cells), shape }
}

function numbersOf(stretches: readonly Stretch[]): number[] {
	return stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
}
