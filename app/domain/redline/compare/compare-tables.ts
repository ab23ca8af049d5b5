import { appendAll } from '#app/domain/append-all.ts'
import type { CellFate, RedlineRow, RedlineTable, TableCell, TableFate, TableLine } from '../redline.ts'
import {
	type AlignedCell,
	type AlignedRow,
	type Line,
	aloneTable,
	alignTables,
} from '../tables/align-table.ts'
import type { GridCell } from '../tables/table-grid.ts'
import { shiftTable } from '../tables/shift-table.ts'
import { type Sequence, type TableUnit, sequenceOfBlocks } from '../tables/table-units.ts'
import type { ComparedParagraphs } from './compare-paragraphs.ts'
import { isChangedRow } from './changed-row.ts'
import type { TablePair } from './part-tables.ts'

type Compared = ComparedParagraphs & { readonly tables: readonly RedlineTable[] }

/** Compares what stands in one cell. */
type CompareCell = (old: Sequence, fresh: Sequence) => Compared

/** What is collected of a table while its cells are compared. */
type Collected = {
	readonly rows: RedlineRow[]
	readonly tables: RedlineTable[]
	edits: number
	bounded: boolean
}

const NOTHING: Sequence = { paragraphs: [], tables: new Map() }

/** Compares two tables cell by cell; one that only one side has came or went whole. */
export function compareTables(pair: TablePair, compareCell: CompareCell): Compared {
	const aligned =
		pair.old && pair.new
			? alignTables(pair.old.table, pair.new.table)
			: aloneTable((pair.new ?? pair.old)?.table ?? NO_TABLE, pair.new ? 'new' : 'old')
	const collected: Collected = { rows: [], tables: [], edits: 0, bounded: aligned.bounded }
	const columns = aligned.columns.map(fateOfLine)
	const isCounting = (cell: AlignedCell) =>
		aligned.counting.has(cell.column) && cell.old !== null && cell.new !== null
	const rows = aligned.rows.map((row) => {
		const cells = row.cells.map((cell) =>
			compareOne(cell, isCounting(cell), row, columns, pair, compareCell, collected),
		)
		return { ...rowFate(row, cells), isHeader: isHeader(row, pair), cells }
	})
	const [from, to] = [0, collected.rows.length]
	const isChanged =
		rows.some(({ kind }) => kind !== 'unchanged') || columns.some(({ kind }) => kind !== 'unchanged')
	const kind: TableFate = !pair.old
		? 'added'
		: !pair.new
			? 'deleted'
			: pair.isMoved
				? 'moved'
				: isChanged
					? 'modified'
					: 'unchanged'
	const table: RedlineTable = { kind, from, to, columns, rows, bounded: aligned.bounded }
	const { edits, bounded } = collected
	return { rows: collected.rows, tables: [table, ...collected.tables], edits, bounded }
}

const NO_TABLE = { kind: 'table', place: '', columns: 0, rows: [] } as const

function compareOne(
	cell: AlignedCell,
	isCounting: boolean,
	row: AlignedRow,
	columns: readonly TableLine[],
	pair: TablePair,
	compareCell: CompareCell,
	collected: Collected,
): TableCell {
	const inside = compareCell(contentOf(cell.old, pair.old), contentOf(cell.new, pair.new))
	const isOnBoth = cell.old !== null && cell.new !== null
	const isMoved = isOnBoth && (row.isMoved || columns[cell.column]?.kind === 'moved')
	const fate: CellFate = cell.isRespanned ? 'respanned' : isMoved ? 'moved' : 'kept'
	const from = collected.rows.length
	const lines = inside.rows.map((line, at) => placed(line, at === 0 ? fate : 'kept', isCounting))
	appendAll(collected.rows, lines)
	for (const table of inside.tables) collected.tables.push(shiftTable(table, from))
	collected.edits += inside.edits
	collected.bounded ||= inside.bounded
	const isChanged =
		cell.isRespanned || lines.some(isChangedRow) || inside.tables.some(({ kind }) => kind !== 'unchanged')
	return {
		kind: !cell.old
			? 'added'
			: !cell.new
				? 'deleted'
				: isChanged
					? 'modified'
					: isMoved
						? 'moved'
						: 'unchanged',
		column: cell.column,
		old: spanOf(cell.old),
		new: spanOf(cell.new),
		isRespanned: cell.isRespanned,
		from,
		to: collected.rows.length,
	}
}

/** A number that only counts on is no change of its row. */
function placed(line: RedlineRow, fate: CellFate, isCounting: boolean): RedlineRow {
	const own = isCounting && fate === 'kept' && line.kind !== 'unchanged' ? 'counted' : fate
	return own === 'kept' ? line : { ...line, cell: own }
}

function contentOf(cell: GridCell | null, unit: TableUnit | null): Sequence {
	return cell && unit ? sequenceOfBlocks(cell.cell.blocks, unit) : NOTHING
}

function spanOf(cell: GridCell | null): TableCell['old'] {
	return cell && { columns: cell.columnEnd - cell.column, rows: cell.rowEnd - cell.row }
}

function fateOfLine({ old, new: fresh, isMoved }: Line): TableLine {
	const kind = old === null ? 'added' : fresh === null ? 'deleted' : isMoved ? 'moved' : 'unchanged'
	return { kind, old, new: fresh }
}

/** Of a row that stayed the cells say whether it changed. */
function rowFate(row: AlignedRow, cells: readonly TableCell[]): TableLine {
	const line = fateOfLine(row)
	const isModified =
		line.kind === 'unchanged' && cells.some(({ kind }) => kind !== 'unchanged' && kind !== 'moved')
	return isModified ? { ...line, kind: 'modified' } : line
}

function isHeader(row: AlignedRow, pair: TablePair): boolean {
	const at = (unit: TableUnit | null, index: number | null) =>
		index !== null && unit?.table.rows[index]?.header === true
	return at(pair.new, row.new) || (row.new === null && at(pair.old, row.old))
}
