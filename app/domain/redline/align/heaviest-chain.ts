/** A pair of places and what it is worth. */
export type Link = { readonly old: number; readonly new: number; readonly weight: number }

/**
 * The chain of links that rises on both sides and weighs the most: what stayed in order. Links of no weight are left
 * out. Of equal chains the one of later old places is taken: of two clauses that changed places the first one was moved.
 */
export function heaviestChain<Each extends Link>(links: readonly Each[]): Each[] {
	const sorted = links.filter((link) => link.weight > 0).sort((a, b) => a.old - b.old || b.new - a.new)
	const size = sorted.reduce((most, link) => Math.max(most, link.new + 1), 0)
	const tree = new Int32Array(size + 1).fill(-1)
	const sums = new Float64Array(sorted.length)
	const before = new Int32Array(sorted.length).fill(-1)
	let last = -1
	for (const [at, link] of sorted.entries()) {
		const best = bestBelow(tree, sums, link.new)
		before[at] = best
		sums[at] = link.weight + (best < 0 ? 0 : (sums[best] ?? 0))
		raise(tree, sums, link.new + 1, at)
		if (last < 0 || (sums[at] ?? 0) >= (sums[last] ?? 0)) last = at
	}
	const chain: Each[] = []
	for (let at = last; at >= 0; at = before[at] ?? -1) {
		const each = sorted[at]
		if (each) chain.push(each)
	}
	return chain.reverse()
}

/** The heaviest chain that ends before this place (a Fenwick tree of maxima: both steps take the logarithm of its size). */
function bestBelow(tree: Int32Array, sums: Float64Array, place: number): number {
	let best = -1
	for (let at = place; at > 0; at -= at & -at) {
		const found = tree[at] ?? -1
		if (found >= 0 && (best < 0 || isHeavier(sums, found, best))) best = found
	}
	return best
}

function raise(tree: Int32Array, sums: Float64Array, place: number, chain: number): void {
	for (let at = place; at < tree.length; at += at & -at) {
		const found = tree[at] ?? -1
		if (found < 0 || isHeavier(sums, chain, found)) tree[at] = chain
	}
}

function isHeavier(sums: Float64Array, one: number, other: number): boolean {
	const difference = (sums[one] ?? 0) - (sums[other] ?? 0)
	return difference > 0 || (difference === 0 && one > other)
}
