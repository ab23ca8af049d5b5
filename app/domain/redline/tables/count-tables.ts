import type { RedlineTable, TableCounts, TableFate } from '../redline.ts'

/** Counts what became of tables and, of those that both sides have, of their rows, columns and cells. */
export function countTables(all: readonly RedlineTable[]): TableCounts {
	const tables = all.filter((table) => !isLeft(table))
	const shared = tables.filter(({ kind }) => kind !== 'added' && kind !== 'deleted')
	const rows = shared.flatMap((table) => table.rows)
	const cells = rows.filter(isOnBoth).flatMap((row) => row.cells)
	return {
		tables: tally(tables),
		rows: tally(rows),
		columns: tally(shared.flatMap((table) => table.columns)),
		cells: {
			modified: cells.filter(({ kind }) => kind === 'modified').length,
			respanned: cells.filter(({ isRespanned }) => isRespanned).length,
		},
	}
}

/** Whether a table only shows where one stood that went to another article: it counts there. */
function isLeft({ kind, rows }: RedlineTable): boolean {
	return kind === 'moved' && rows.every((row) => row.new === null)
}

function isOnBoth({ kind }: { readonly kind: TableFate }): boolean {
	return kind !== 'added' && kind !== 'deleted'
}

function tally(lines: readonly { readonly kind: TableFate }[]): Record<TableFate, number> {
	const counts = { unchanged: 0, modified: 0, moved: 0, added: 0, deleted: 0 }
	for (const { kind } of lines) counts[kind] += 1
	return counts
}

/** Whether no table, and nothing of one, changed. */
export function isWithoutTableChange({ tables }: TableCounts): boolean {
	return tables.modified + tables.moved + tables.added + tables.deleted === 0
}
