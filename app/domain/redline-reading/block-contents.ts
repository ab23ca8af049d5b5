import type { RedlineTable } from '#app/domain/redline/redline.ts'

/** What stands one below the other in a block or in a cell: a row by its place among those of the block, or a table. */
export type Content =
	| { readonly row: number }
	| { readonly table: RedlineTable; readonly within: readonly RedlineTable[] }

/** The rows from `from` to before `to`, those of a table as the table. `tables` are in order, each before those within it. */
export function contentsOf(tables: readonly RedlineTable[], from: number, to: number): Content[] {
	const contents: Content[] = []
	for (let at = from; at < to;) {
		const index = tables.findIndex((table) => table.from === at && table.to > at && table.to <= to)
		const table = tables[index]
		if (!table) {
			contents.push({ row: at })
			at += 1
			continue
		}
		const within = tables.slice(index + 1).filter((each) => each.to <= table.to)
		contents.push({ table, within })
		at = table.to
	}
	return contents
}
