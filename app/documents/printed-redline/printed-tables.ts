import { contentsOf } from '#app/domain/redline-reading/block-contents.ts'
import { layOutTable } from '#app/domain/redline-reading/lay-out-table.ts'
import type { RedlineTable, Segment, TableCell, TableFate } from '#app/domain/redline/redline.ts'

/** A paragraph with its number and what came and went. */
export type PrintedLine = { readonly label: readonly Segment[]; readonly body: readonly Segment[] }

/** Both tables as one: what came, went or moved of its rows and columns, and what stands in its cells. */
export type PrintedTable = {
	readonly kind: TableFate
	readonly columns: readonly TableFate[]
	readonly rows: readonly {
		readonly kind: TableFate
		readonly isHeader: boolean
		readonly cells: readonly PrintedCell[]
	}[]
}

export type PrintedCell = {
	readonly kind: TableFate
	readonly columns: number
	readonly rows: number
	/** What it took of rows and columns before, where it takes others now. */
	readonly respanned: { readonly old: Span; readonly new: Span } | null
	readonly contents: readonly PrintedContent[]
}

type Span = { readonly columns: number; readonly rows: number }

export type PrintedContent =
	| { readonly line: PrintedLine }
	| { readonly table: PrintedTable; readonly line?: undefined }

/** What stands in some rows of a block, its tables as tables; a line without words is left out. */
export function printedContents(
	tables: readonly RedlineTable[],
	{ from, to }: { readonly from: number; readonly to: number },
	lineAt: (row: number) => PrintedLine | null,
): PrintedContent[] {
	return contentsOf(tables, from, to).flatMap((content): PrintedContent[] => {
		if ('table' in content) return [{ table: printedTable(content.table, content.within, lineAt) }]
		const line = lineAt(content.row)
		return line ? [{ line }] : []
	})
}

function printedTable(
	table: RedlineTable,
	within: readonly RedlineTable[],
	lineAt: (row: number) => PrintedLine | null,
): PrintedTable {
	const inside = (cell: TableCell) => printedContents(within, cell, lineAt)
	return {
		kind: table.kind,
		columns: table.columns.map(({ kind }) => kind),
		rows: layOutTable(table).map(({ kind, isHeader, cells }) => ({
			kind,
			isHeader,
			cells: cells.map((laid): PrintedCell => {
				if (laid === null) return NO_CELL
				const { cell, columns, rows, former } = laid
				const isRespanned = cell.isRespanned && cell.old !== null && cell.new !== null
				return {
					kind: cell.kind,
					columns,
					rows,
					respanned: isRespanned && cell.old && cell.new ? { old: cell.old, new: cell.new } : null,
					contents: [cell, ...former].flatMap(inside),
				}
			}),
		})),
	}
}

const NO_CELL: PrintedCell = { kind: 'unchanged', columns: 1, rows: 1, respanned: null, contents: [] }
