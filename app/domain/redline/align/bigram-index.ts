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
	const touched = new Int32Array(prints.length)
	return (print) => {
		let count = 0
		for (const id of rarest(print.ids, lengthOf)) {
			const length = lengthOf(id)
			const share = 1 / length
			for (let at = starts[id] ?? 0, end = at + length; at < end; at += 1) {
				const place = holders[at] ?? 0
				const sum = hits[place] ?? 0
				if (sum === 0) touched[count++] = place
				hits[place] = sum + share
			}
		}
		const found = touched.subarray(0, count)
		const nearest = count > KEPT ? mostHit(found, hits) : [...found]
		for (const place of found) hits[place] = 0
		return nearest
	}
}

/** The places of the most hits, in this order; of as many hits the first. */
function mostHit(places: Int32Array, hits: Float64Array): number[] {
	const most: number[] = []
	for (const place of places) {
		let at = most.length
		while (at > 0 && isBefore(hits, place, most[at - 1] ?? 0)) at -= 1
		if (at === KEPT) continue
		most.splice(at, 0, place)
		if (most.length > KEPT) most.pop()
	}
	return most
}

function isBefore(hits: Float64Array, one: number, other: number): boolean {
	const more = (hits[one] ?? 0) - (hits[other] ?? 0)
	return more > 0 || (more === 0 && one < other)
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

/** The bigrams that the fewest texts hold, the rarest first. */
function rarest(ids: Int32Array, lengthOf: (id: number) => number): number[] {
	/** By length: first how many bigrams have it, then the place of the next of them. */
	const places = new Array<number>(LONGEST_LIST + 1).fill(0)
	for (const id of ids) {
		const length = lengthOf(id)
		if (length <= LONGEST_LIST) places[length] = (places[length] ?? 0) + 1
	}
	for (let length = 1, before = 0; length <= LONGEST_LIST; length += 1) {
		const these = places[length] ?? 0
		places[length] = before
		before += these
	}
	const rare: number[] = []
	for (const id of ids) {
		const length = lengthOf(id)
		if (length === 0 || length > LONGEST_LIST) continue
		const place = places[length] ?? 0
		if (place < LOOKED_UP) rare[place] = id
		places[length] = place + 1
	}
	return rare
}
