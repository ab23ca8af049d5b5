import type { RedlineTable } from '#app/domain/redline/redline.ts'

/** What stands one below the other in a block or in a cell: a row by its place among those of the block, or a table. */
export type Content =
	| { readonly row: number }
	| { readonly table: RedlineTable; readonly within: readonly RedlineTable[] }

/** The rows from `from` to before `to`, those of a table as the table. `tables` are in order, each before those within it. */
export function contentsOf(tables: readonly RedlineTable[], from: number, to: number): Content[] {
	const contents: Content[] = []
	let next = 0
	for (let at = from; at < to;) {
		while (isBefore(tables[next], at, to)) next += 1
		const table = tables[next]
		if (table?.from !== at) {
			contents.push({ row: at })
			at += 1
			continue
		}
		const first = next + 1
		while ((tables[next]?.from ?? table.to) < table.to) next += 1
		contents.push({ table, within: tables.slice(first, next) })
		at = table.to
	}
	return contents
}

/** Whether a table begins above the row, or here and is none that these rows hold. */
function isBefore(table: RedlineTable | undefined, at: number, to: number): boolean {
	return table !== undefined && (table.from < at || (table.from === at && (table.to <= at || table.to > to)))
}
