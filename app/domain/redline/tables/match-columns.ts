import { heaviestChain } from '../align/heaviest-chain.ts'
import { likeness } from './likeness.ts'
import { type TableGrid, wordsAt } from './table-grid.ts'
import type { Matched } from './matched.ts'

/** Of tables with more pairs of columns only those in their place, from both ends, are one. */
const MOST_PAIRS = 2_000
/** Columns in their place are the same ones with so little in common: all amounts of one may have changed. */
const LEAST_IN_PLACE = 0.1
const LEAST_LIKE = 0.3
const LEAST_MOVED = 0.5
/** So many rows tell what a column holds. */
const ROWS_READ = 200

type Column = { readonly head: string; readonly body: string }

/** Which columns of two tables are the same: by their heads, and by what stands in them. */
export function matchColumns(old: TableGrid, fresh: TableGrid): { matched: Matched[]; bounded: boolean } {
	const [a, b] = [columnsOf(old), columnsOf(fresh)]
	const inPlace = a.map((column, at) => shareOf(column, b[at]))
	if (a.length === b.length && inPlace.every((share) => share > LEAST_IN_PLACE))
		return { matched: a.map((_, at) => ({ old: at, new: at })), bounded: false }
	if (a.length * b.length > MOST_PAIRS) return { matched: fromTheEnds(a, b), bounded: true }
	const pairs = a.flatMap((column, at) =>
		b.map((other, to) => ({ old: at, new: to, weight: shareOf(column, other) })),
	)
	const chain = heaviestChain(pairs.filter(({ weight }) => weight > LEAST_LIKE))
	const matched: Matched[] = chain.map((link) => ({ old: link.old, new: link.new }))
	const [takenOld, takenNew] = [
		new Set(chain.map((each) => each.old)),
		new Set(chain.map((each) => each.new)),
	]
	const take = (from: number, to: number) => {
		if (takenOld.has(from) || takenNew.has(to)) return
		takenOld.add(from)
		takenNew.add(to)
		matched.push({ old: from, new: to })
	}
	for (const { old: from, new: to, weight } of pairs.toSorted((x, y) => y.weight - x.weight))
		if (weight >= LEAST_MOVED) take(from, to)
	for (const { old: from, new: to } of gapsBetween(chain, a.length, b.length)) take(from, to)
	return { matched, bounded: false }
}

/** As many columns on both sides between two that are the same stand each for the one in its place. */
function gapsBetween(chain: readonly Matched[], oldCount: number, newCount: number): Matched[] {
	const gaps: Matched[] = []
	let [from, to] = [0, 0]
	for (const end of [...chain, { old: oldCount, new: newCount }]) {
		if (end.old - from === end.new - to)
			for (let step = 0; from + step < end.old; step += 1) gaps.push({ old: from + step, new: to + step })
		;[from, to] = [end.old + 1, end.new + 1]
	}
	return gaps
}

function fromTheEnds(a: readonly Column[], b: readonly Column[]): Matched[] {
	const most = Math.min(a.length, b.length)
	let tail = 0
	while (tail < most && a.at(-1 - tail)?.head === b.at(-1 - tail)?.head) tail += 1
	return Array.from({ length: most }, (_, at) =>
		at < most - tail ? { old: at, new: at } : { old: a.length - most + at, new: b.length - most + at },
	)
}

function columnsOf(grid: TableGrid): Column[] {
	return Array.from({ length: grid.columns }, (_, column) => {
		const rows = Array.from({ length: Math.min(grid.rows, ROWS_READ) }, (_none, row) =>
			wordsAt(grid, row, column),
		)
		return { head: rows[0] ?? '', body: rows.slice(1).join('\n') }
	})
}

/** 0 to 1: half of it is the head. */
function shareOf(one: Column, other: Column | undefined): number {
	if (other === undefined) return 0
	const ofHead = one.head === '' || other.head === '' ? 0 : likeness(one.head, other.head)
	const ofBody = likeness(one.body, other.body)
	return Math.max(ofBody * 0.9, (ofHead + ofBody) / 2)
}
