/** Something that stands at a place in its text and can be the same word for word. */
type Placed = { readonly index: number; readonly body: string }

/** Past this many cells a table is not filled: the stretch is left to the later passes. */
const MAX_CELLS = 4_000_000

/**
 * Matches two lists in order so that the sum of the scores is greatest. Clauses that are the same word for word and
 * stand once on each side are fixed first; only the stretches between them are searched, so a long text with few
 * changes costs little more than reading it.
 */
export function matchInOrder<Item extends Placed>(
	old: readonly Item[],
	fresh: readonly Item[],
	score: (a: Item, b: Item) => number,
): [Item, Item][] {
	const fixed = longestInOrder(uniquePairs(old, fresh))
	const pairs: [Item, Item][] = []
	let fromOld = 0
	let fromNew = 0
	for (const [a, b] of [...fixed, null].map((pair) => pair ?? [old.length, fresh.length])) {
		pairs.push(...matchStretch(old.slice(fromOld, a), fresh.slice(fromNew, b), score))
		const [left, right] = [old[a as number], fresh[b as number]]
		if (left && right) pairs.push([left, right])
		fromOld = (a as number) + 1
		fromNew = (b as number) + 1
	}
	return pairs
}

/** The positions of bodies that stand exactly once on each side. */
function uniquePairs(old: readonly Placed[], fresh: readonly Placed[]): [number, number][] {
	const once = (items: readonly Placed[]) => {
		const places = new Map<string, number>()
		for (const [at, { body }] of items.entries()) places.set(body, places.has(body) ? -1 : at)
		return places
	}
	const right = once(fresh)
	return [...once(old)].flatMap(([body, at]): [number, number][] => {
		const there = right.get(body) ?? -1
		return at >= 0 && there >= 0 && body.trim() !== '' ? [[at, there]] : []
	})
}

/** The longest run of pairs that rises on both sides (patience). */
function longestInOrder(pairs: readonly [number, number][]): [number, number][] {
	const sorted = [...pairs].sort((a, b) => a[0] - b[0])
	const tops: number[] = []
	const before: number[] = []
	for (const [at, [, there]] of sorted.entries()) {
		let low = 0
		let high = tops.length
		while (low < high) {
			const middle = (low + high) >> 1
			if ((sorted[tops[middle] ?? 0]?.[1] ?? 0) < there) low = middle + 1
			else high = middle
		}
		before[at] = low > 0 ? (tops[low - 1] ?? -1) : -1
		tops[low] = at
	}
	const out: [number, number][] = []
	for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
		const pair = sorted[at]
		if (pair) out.push(pair)
	}
	return out.reverse()
}

/** Fills the table of best sums for one stretch and walks it back. */
function matchStretch<Item extends Placed>(old: readonly Item[], fresh: readonly Item[], score: (a: Item, b: Item) => number): [Item, Item][] {
	const rows = old.length
	const columns = fresh.length
	if (rows === 0 || columns === 0 || rows * columns > MAX_CELLS) return []
	const width = columns + 1
	const best = new Float64Array((rows + 1) * width)
	const fits = new Float64Array(rows * columns)
	for (let r = rows - 1; r >= 0; r -= 1)
		for (let c = columns - 1; c >= 0; c -= 1) {
			const fit = score(old[r] as Item, fresh[c] as Item)
			fits[r * columns + c] = fit
			const with_ = fit > 0 ? fit + (best[(r + 1) * width + c + 1] ?? 0) : 0
			best[r * width + c] = Math.max(with_, best[(r + 1) * width + c] ?? 0, best[r * width + c + 1] ?? 0)
		}
	const pairs: [Item, Item][] = []
	for (let r = 0, c = 0; r < rows && c < columns; ) {
		const here = best[r * width + c] ?? 0
		const fit = fits[r * columns + c] ?? 0
		if (fit > 0 && here === fit + (best[(r + 1) * width + c + 1] ?? 0)) {
			pairs.push([old[r] as Item, fresh[c] as Item])
			r += 1
			c += 1
		} else if (here === (best[(r + 1) * width + c] ?? 0)) r += 1
		else c += 1
	}
	return pairs
}
