import type { Fingerprint } from './fingerprint.ts'

/** So many of a text's rarest bigrams are looked up, in lists no longer than this, and so many hits are kept. */
const LOOKED_UP = 32
const LONGEST_LIST = 96
const KEPT = 12

/**
 * Opens an index of texts by their bigrams. What it gives answers which of them, by place, share the most of the
 * rarest bigrams of another text.
 */
export function openIndex(prints: readonly Fingerprint[]): (print: Fingerprint) => number[] {
	const { starts, holders } = listHolders(prints)
	const lengthOf = (id: number) => (id + 1 < starts.length ? (starts[id + 1] ?? 0) - (starts[id] ?? 0) : 0)
	const hits = new Float64Array(prints.length)
	return (print) => {
		const rare = rarest(print.ids, lengthOf)
		const touched: number[] = []
		for (const id of rare) {
			const length = lengthOf(id)
			for (let at = starts[id] ?? 0, end = at + length; at < end; at += 1) {
				const place = holders[at] ?? 0
				if (hits[place] === 0) touched.push(place)
				hits[place] = (hits[place] ?? 0) + 1 / length
			}
		}
		if (touched.length > KEPT) touched.sort((x, y) => (hits[y] ?? 0) - (hits[x] ?? 0) || x - y)
		for (const place of touched) hits[place] = 0
		return touched.slice(0, KEPT)
	}
}

/** For each bigram the texts that hold it, one list after the other. */
function listHolders(prints: readonly Fingerprint[]): { starts: Int32Array; holders: Int32Array } {
	const highest = prints.reduce((most, { ids }) => Math.max(most, ids[ids.length - 1] ?? -1), -1)
	const starts = new Int32Array(highest + 2)
	for (const { ids } of prints) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
	for (let id = 0; id <= highest; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
	const next = starts.slice()
	const holders = new Int32Array(starts[highest + 1] ?? 0)
	for (const [place, { ids }] of prints.entries())
		for (const id of ids) {
			const at = next[id] ?? 0
			holders[at] = place
			next[id] = at + 1
		}
	return { starts, holders }
}

/** The bigrams that the fewest texts hold. */
function rarest(ids: Int32Array, lengthOf: (id: number) => number): number[] {
	const byLength: number[][] = []
	for (const id of ids) {
		const length = lengthOf(id)
		if (length > 0 && length <= LONGEST_LIST) (byLength[length] ??= []).push(id)
	}
	const rare: number[] = []
	for (const list of byLength)
		if (list) {
			rare.push(...list.slice(0, LOOKED_UP - rare.length))
			if (rare.length >= LOOKED_UP) break
		}
	return rare
}
