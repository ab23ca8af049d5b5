import { sideOf, textOf } from '#app/domain/redline/compare/settle-segments.ts'
import type {
	CellSpan,
	Redline,
	RedlineBlock,
	RedlineTable,
	TableCell,
	TableFate,
	TableLine,
} from '#app/domain/redline/redline.ts'

/** What became of a table, in figures and words: rows and columns by their number on each side, from 1; what stayed is left out. */
export type TableChange = {
	/** The clauses that it stands in, by their keys. */
	readonly old: readonly string[]
	readonly new: readonly string[]
	readonly kind: TableFate
	readonly columns: readonly TableLine[]
	readonly rows: readonly (TableLine & { readonly cells: readonly CellChange[] })[]
	readonly bounded: boolean
}

/** A cell of both sides that changed: its words, and what it takes of rows and columns. */
export type CellChange = {
	readonly column: TableLine
	readonly kind: TableFate
	readonly old: (CellSpan & { readonly text: string }) | null
	readonly new: (CellSpan & { readonly text: string }) | null
	readonly isRespanned: boolean
}

/** The tables of a comparison of which anything changed, in the order of the new text. */
export function tableChanges({ blocks }: Pick<Redline, 'blocks'>): TableChange[] {
	return blocks.flatMap((block) =>
		block.tables.filter(({ kind }) => kind !== 'unchanged').map((table) => changeOf(table, block)),
	)
}

function changeOf(table: RedlineTable, block: RedlineBlock): TableChange {
	const isWhole = table.kind === 'added' || table.kind === 'deleted'
	const isChanged = ({ kind }: { readonly kind: TableFate }) => !isWhole && kind !== 'unchanged'
	return {
		old: block.old.map(({ key }) => key),
		new: block.new.map(({ key }) => key),
		kind: table.kind,
		columns: table.columns.filter(isChanged).map(numbered),
		rows: table.rows
			.filter((row) => isWhole || isChanged(row))
			.map((row) => ({
				...numbered(row),
				cells: row.cells
					.filter((cell) => cell.kind !== 'unchanged')
					.map((cell) => cellChange(cell, table, block)),
			})),
		bounded: table.bounded,
	}
}

function numbered({ kind, old, new: fresh }: TableLine): TableLine {
	return { kind, old: old === null ? null : old + 1, new: fresh === null ? null : fresh + 1 }
}

function cellChange(cell: TableCell, table: RedlineTable, block: RedlineBlock): CellChange {
	const lines = block.rows.slice(cell.from, cell.to)
	const side = (which: 'old' | 'new') => {
		const span = cell[which]
		const words = lines
			.filter((row) => row[which] !== null)
			.map(({ merged }) => textOf(sideOf(merged, which)))
		return span && { ...span, text: words.join('\n') }
	}
	const column = table.columns[cell.column] ?? { kind: 'unchanged', old: null, new: null }
	const { kind, isRespanned } = cell
	return { column: numbered(column), kind, old: side('old'), new: side('new'), isRespanned }
}
