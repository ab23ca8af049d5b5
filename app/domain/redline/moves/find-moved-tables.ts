import { placeLabel } from '#app/domain/legal-text/place.ts'
import type { ComparedRows } from '../compare/compare-clauses.ts'
import { textOf } from '../compare/settle-segments.ts'
import type { RedlineRow, RedlineTable, Segment } from '../redline.ts'
import { recognised } from '../writing/fold-writing.ts'
import type { Move } from './find-moves.ts'

/** Tables with fewer words stand at many places. */
const LEAST_WORDS = 8
/** So much of its words stands in the cells where it stood, or it is another table. */
const LEAST_KEPT = 0.6
/** Of more pairs of tables only those that are word for word the same are looked at. */
const MOST_PAIRS = 2_000

/** A table that only one side has, with the lines of its cells. */
type Loose = {
	readonly block: number
	readonly place: number
	readonly table: RedlineTable
	readonly lines: readonly string[]
	readonly words: string
}

type Pair = { readonly old: Loose; readonly new: Loose; readonly likeness: number }

/**
 * Finds the tables that went whole from one article to another: both copies are marked as moved, with the place where
 * the other one stands, and only what was changed in their cells goes and comes.
 */
export function findMovedTables(blocks: readonly ComparedRows[]): {
	blocks: readonly ComparedRows[]
	moves: Move[]
} {
	const [gone, come] = [looseTables(blocks, 'deleted'), looseTables(blocks, 'added')]
	const pairs = pairTables(gone, come)
	if (pairs.length === 0) return { blocks, moves: [] }
	const current = blocks.map(({ rows, tables, ...rest }) => ({
		...rest,
		rows: [...rows],
		tables: [...tables],
	}))
	const moves = pairs.map(({ old, new: fresh, likeness }): Move => {
		for (const at of old.lines.keys()) {
			const [from, to] = [current[old.block], current[fresh.block]]
			const [a, b] = [from?.rows[old.table.from + at], to?.rows[fresh.table.from + at]]
			if (!from || !to || !a || !b || old.lines[at] !== fresh.lines[at]) continue
			from.rows[old.table.from + at] = movedRow(a, 'deleted', b.newAnchor)
			to.rows[fresh.table.from + at] = movedRow(b, 'inserted', a.oldAnchor)
		}
		for (const { block, place, table } of [old, fresh]) {
			const own = current[block]
			if (own) own.tables[place] = movedTable(table, old, fresh)
		}
		const anchorOf = (each: Loose, side: 'oldAnchor' | 'newAnchor') => ({
			block: each.block,
			anchor: blocks[each.block]?.rows[each.table.from]?.[side] ?? '',
		})
		return {
			from: anchorOf(old, 'oldAnchor'),
			to: anchorOf(fresh, 'newAnchor'),
			unit: 'table',
			likeness,
			words: old.words,
		}
	})
	return { blocks: current, moves }
}

/** The outermost tables of one fate. */
function looseTables(blocks: readonly ComparedRows[], kind: 'added' | 'deleted'): Loose[] {
	return blocks.flatMap(({ rows, tables }, block) =>
		tables.flatMap((table, place): Loose[] => {
			const before = tables[place - 1]
			const isWithin = before !== undefined && table.from < before.to
			if (table.kind !== kind || isWithin) return []
			const lines = rows
				.slice(table.from, table.to)
				.map((row) => recognised(textOf(kind === 'deleted' ? row.old : row.new)))
			const words = lines.join('\n')
			return words.length < LEAST_WORDS ? [] : [{ block, place, table, lines, words }]
		}),
	)
}

/** The most alike first; a table of other rows or cells is another one. */
function pairTables(gone: readonly Loose[], come: readonly Loose[]): Pair[] {
	if (gone.length === 0 || come.length === 0) return []
	const areFew = gone.length * come.length <= MOST_PAIRS
	const same = new Map(come.map((each) => [each.words, each]))
	const pairs = gone.flatMap((old): Pair[] =>
		(areFew ? come : [same.get(old.words)]).flatMap((fresh) => {
			const likeness = fresh && fresh.block !== old.block ? keptOf(old, fresh) : 0
			return fresh && likeness >= LEAST_KEPT ? [{ old, new: fresh, likeness }] : []
		}),
	)
	const taken = new Set<Loose>()
	return pairs
		.toSorted((x, y) => y.likeness - x.likeness)
		.filter(({ old, new: fresh }) => {
			if (taken.has(old) || taken.has(fresh)) return false
			taken.add(old).add(fresh)
			return true
		})
}

/** How much of both stands in the same cell, 0 to 1. */
function keptOf(old: Loose, fresh: Loose): number {
	if (old.words === fresh.words) return 1
	const cellsOf = ({ table }: Loose) => table.rows.map(({ cells }) => cells.length).join(',')
	if (old.lines.length !== fresh.lines.length || cellsOf(old) !== cellsOf(fresh)) return 0
	let [kept, all] = [0, 0]
	for (const [at, line] of old.lines.entries()) {
		const beside = fresh.lines[at] ?? ''
		all += line.length + beside.length
		if (line === beside) kept += 2 * line.length
	}
	return kept / Math.max(1, all)
}

function movedRow(row: RedlineRow, kind: 'deleted' | 'inserted', anchor: string | null): RedlineRow {
	const moved = { anchor: anchor ?? '', place: placeLabel(anchor ?? '') }
	const merged = row.merged.map(({ text }): Segment => ({ kind, text, moved }))
	const side = kind === 'deleted' ? { old: merged } : { new: merged }
	return { ...row, ...side, merged, kind: 'moved' }
}

/** Of a table that stands elsewhere the cells that are no longer the same are its change. */
function movedTable(table: RedlineTable, old: Loose, fresh: Loose): RedlineTable {
	return {
		...table,
		kind: 'moved',
		columns: table.columns.map((column) => ({ ...column, kind: 'unchanged' })),
		rows: table.rows.map((row) => {
			const cells = row.cells.map((cell) => {
				const lines = Array.from({ length: cell.to - cell.from }, (_, at) => cell.from - table.from + at)
				const isSame = lines.every((at) => old.lines[at] === fresh.lines[at])
				return { ...cell, kind: isSame ? ('unchanged' as const) : ('modified' as const) }
			})
			const isSame = cells.every(({ kind }) => kind === 'unchanged')
			return { ...row, cells, kind: isSame ? 'unchanged' : 'modified' }
		}),
	}
}
