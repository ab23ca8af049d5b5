import { type Link, heaviestChain } from '../align/heaviest-chain.ts'
import type { Matched } from './matched.ts'
import { type RowWords, likenessOfRows, readRows } from './row-words.ts'
import type { TableGrid } from './table-grid.ts'

/** Of tables with more pairs of rows only likely ones are weighed. */
const MOST_PAIRS = 10_000
const LEAST_LIKE = 0.35
const LEAST_MOVED = 0.7
const EQUAL = 30

/**
 * Which rows of two tables are the same: first those that say the same, then those that are alike in their columns, of
 * which the one that names the row weighs most. `columns` are the columns that both have.
 */
export function matchRows(
	old: TableGrid,
	fresh: TableGrid,
	columns: readonly Matched[],
	fits: (old: number, fresh: number) => boolean,
): { matched: Matched[]; counting: readonly Matched[]; bounded: boolean } {
	const rows = readRows(old, fresh, columns)
	const { head, tail } = equalEnds(rows.old, rows.new, fits)
	const inside = (at: number, count: number) => at >= head && at < count - tail
	const left = rows.old.filter(({ index }) => inside(index, old.rows))
	const right = rows.new.filter(({ index }) => inside(index, fresh.rows))
	const bounded = left.length * right.length > MOST_PAIRS
	const links = (bounded ? likelyPairs(left, right) : everyPair(left, right)).filter((link) =>
		fits(link.old, link.new),
	)
	const chain = heaviestChain(links)
	const [takenOld, takenNew] = [
		new Set(chain.map((each) => each.old)),
		new Set(chain.map((each) => each.new)),
	]
	const moved = links
		.filter(({ weight }) => weight >= 1 + 20 * LEAST_MOVED)
		.toSorted((x, y) => y.weight - x.weight)
		.filter((link) => {
			if (takenOld.has(link.old) || takenNew.has(link.new)) return false
			takenOld.add(link.old)
			takenNew.add(link.new)
			return true
		})
	const ends = (count: number, from: number, to: number) =>
		Array.from({ length: count }, (_, at) => ({ old: from + at, new: to + at }))
	const matched = [
		...ends(head, 0, 0),
		...[...chain, ...moved].map((link) => ({ old: link.old, new: link.new })),
		...ends(tail, old.rows - tail, fresh.rows - tail),
	]
	return { matched, counting: rows.counting, bounded }
}

function equalEnds(
	old: readonly RowWords[],
	fresh: readonly RowWords[],
	fits: (old: number, fresh: number) => boolean,
): { head: number; tail: number } {
	const most = Math.min(old.length, fresh.length)
	const areEqual = (at: number, to: number) => old[at]?.text === fresh[to]?.text && fits(at, to)
	let head = 0
	while (head < most && areEqual(head, head)) head += 1
	let tail = 0
	while (tail < most - head && areEqual(old.length - 1 - tail, fresh.length - 1 - tail)) tail += 1
	return { head, tail }
}

function everyPair(left: readonly RowWords[], right: readonly RowWords[]): Link[] {
	return left.flatMap((a) => right.flatMap((b) => linkOf(a, b)))
}

function linkOf(a: RowWords, b: RowWords): Link[] {
	if (a.text === b.text) return [{ old: a.index, new: b.index, weight: a.isEmpty ? 1 : EQUAL }]
	const like = likenessOfRows(a, b)
	return like >= LEAST_LIKE ? [{ old: a.index, new: b.index, weight: 1 + 20 * like }] : []
}

/** What more rows hold tells too little to look a row up by. */
const MOST_HOLDERS = 6
/** So many characters of a name, from 2, are looked up; so many rows are weighed for one. */
const LONGEST_PART = 4
const MOST_WEIGHED = 24

/**
 * Of rows too many to weigh each against each, those that have a cell in common, or a part of their names, and those
 * about as far down: the work grows with the rows.
 */
function likelyPairs(left: readonly RowWords[], right: readonly RowWords[]): Link[] {
	const holders = new Map<string, number[]>()
	for (const [at, row] of right.entries())
		for (const key of keysOf(row)) {
			const known = holders.get(key)
			if (known === undefined) holders.set(key, [at])
			else if (known.length <= MOST_HOLDERS) known.push(at)
		}
	return left.flatMap((row, at) => {
		const near = Math.round((at * right.length) / left.length)
		const likely = new Set([near - 1, near, near + 1, at, at + right.length - left.length])
		for (const key of keysOf(row)) {
			if (likely.size >= MOST_WEIGHED) break
			const known = holders.get(key) ?? []
			if (known.length <= MOST_HOLDERS) for (const place of known) likely.add(place)
		}
		return [...likely].flatMap((place) => {
			const other = right[place]
			return other ? linkOf(row, other) : []
		})
	})
}

function* keysOf({ text, name, cells, isEmpty }: RowWords): Generator<string> {
	if (isEmpty) return
	yield `row ${text}`
	for (const [column, { profile, weight }] of cells.entries())
		if (weight > 0) yield `${column} ${profile.text}`
	for (let length = LONGEST_PART; length >= 2; length -= 1)
		for (let at = 0; at + length <= Math.min(name.length, 40); at += 1)
			yield `part ${name.slice(at, at + length)}`
}
