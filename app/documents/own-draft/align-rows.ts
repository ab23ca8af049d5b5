import type { Row, Table } from '#app/domain/document/document-tree.ts'
import { linesOfBlocks } from '#app/domain/document/plain-lines.ts'
import { type Link, heaviestChain } from '#app/domain/redline/align/heaviest-chain.ts'
import { likeness } from '#app/domain/redline/tables/likeness.ts'

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

/** Tables of more pairs of rows are aligned by rows that are equal at their ends. */
const MOST_PAIRS = 10_000

/**
 * Aligns two tables. `shapeOf` says how a row's cells stand on the grid with their merges: rows of another shape are
 * replaced whole. Columns come and go only in tables without merged cells.
 */
export function alignRows(old: Table, fresh: Table, shapeOf: (row: Row) => string): AlignedRow[] {
	const columns = isPlain(old) && isPlain(fresh) ? alignColumns(old, fresh) : null
	const fits = (a: Row, b: Row) => (columns === null ? shapeOf(a) === shapeOf(b) : a.header === b.header)
	const pairs = pairRows(old.rows, fresh.rows, fits)
	const rows: AlignedRow[] = []
	let [fromOld, fromNew] = [0, 0]
	for (const pair of [...pairs, { old: old.rows.length, new: fresh.rows.length }]) {
		for (const row of old.rows.slice(fromOld, pair.old)) rows.push({ old: row, new: null, cells: [] })
		for (const row of fresh.rows.slice(fromNew, pair.new)) rows.push({ old: null, new: row, cells: [] })
		const [a, b] = [old.rows[pair.old], fresh.rows[pair.new]]
		if (a !== undefined && b !== undefined)
			rows.push({ old: a, new: b, cells: columns === null ? inOrder(a, b) : byColumns(a, b, columns) })
		fromOld = pair.old + 1
		fromNew = pair.new + 1
	}
	return rows
}

function isPlain(table: Table): boolean {
	const count = table.rows[0]?.cells.length ?? 0
	return table.rows.every(
		({ cells }) =>
			cells.length === count && cells.every(({ columnSpan, rowSpan }) => columnSpan === 1 && rowSpan === 1),
	)
}

function pairRows(
	old: readonly Row[],
	fresh: readonly Row[],
	fits: (a: Row, b: Row) => boolean,
): readonly { readonly old: number; readonly new: number }[] {
	const [a, b] = [old.map(wordsOf), fresh.map(wordsOf)]
	const links: Link[] = []
	const consider = (at: number, to: number) => {
		const [one, other] = [old[at], fresh[to]]
		if (one === undefined || other === undefined || !fits(one, other)) return
		const share = likeness(a[at] ?? '', b[to] ?? '')
		if (share > 0.3) links.push({ old: at, new: to, weight: 1 + share * 20 })
		else if (at === to && old.length === fresh.length) links.push({ old: at, new: to, weight: 0.5 })
	}
	if (old.length * fresh.length <= MOST_PAIRS)
		for (const at of old.keys()) for (const to of fresh.keys()) consider(at, to)
	else
		for (const at of old.keys()) {
			consider(at, at)
			const fromEnd = fresh.length - old.length + at
			if (fromEnd !== at) consider(at, fromEnd)
		}
	return heaviestChain(links)
}

type Column = { readonly old: number | null; readonly new: number | null }

function alignColumns(old: Table, fresh: Table): Column[] | null {
	const [a, b] = [columnsOf(old), columnsOf(fresh)]
	if (a.length === b.length && a.every((words, at) => likeness(words, b[at] ?? '') > 0.1)) return null
	const links = a.flatMap((words, at) =>
		b.map((others, to) => {
			const share = likeness(words, others)
			return { old: at, new: to, weight: share > 0.3 ? share : 0 }
		}),
	)
	const pairs = heaviestChain(links)
	if (pairs.length === 0) return null
	const columns: Column[] = []
	let [fromOld, fromNew] = [0, 0]
	for (const pair of [...pairs, { old: a.length, new: b.length }]) {
		for (let at = fromOld; at < pair.old; at += 1) columns.push({ old: at, new: null })
		for (let at = fromNew; at < pair.new; at += 1) columns.push({ old: null, new: at })
		if (pair.old < a.length) columns.push({ old: pair.old, new: pair.new })
		fromOld = pair.old + 1
		fromNew = pair.new + 1
	}
	return columns
}

function columnsOf(table: Table): string[] {
	return (table.rows[0]?.cells ?? []).map((_, at) =>
		table.rows.map((row) => linesOfBlocks(row.cells[at]?.blocks ?? []).join('')).join('\n'),
	)
}

function inOrder(old: Row, fresh: Row): AlignedCell[] {
	return old.cells.map((cell, at) => ({ old: cell, new: fresh.cells[at] ?? null }))
}

function byColumns(old: Row, fresh: Row, columns: readonly Column[]): AlignedCell[] {
	return columns.map((column) => ({
		old: column.old === null ? null : (old.cells[column.old] ?? null),
		new: column.new === null ? null : (fresh.cells[column.new] ?? null),
	}))
}

function wordsOf(row: Row): string {
	return row.cells.map((cell) => linesOfBlocks(cell.blocks).join('\n')).join('\t')
}
