import { type Hash, type LeafRange, EMPTY_ROOT, nodeHash } from './merkle-tree.ts'

/** The roots of some parts of a list, made while its leaves go by once: it keeps what was asked for, and one hash a level. */
export type RangeRoots = {
	readonly append: (leaf: Hash) => void
	/** The roots in the order in which the parts were asked for. @throws RangeError where the list was another one */
	readonly roots: () => readonly Hash[]
}

type Peak = LeafRange & { readonly hash: Hash }

/**
 * Opens the making of these parts' roots over a list of `size` leaves. The parts are those of proofs: each is a perfect
 * tree at a place of its own size, or ends where the list ends.
 */
export function openRangeRoots(size: number, ranges: readonly LeafRange[]): RangeRoots {
	const wanted = new Set(ranges.map(nameOf))
	const found = new Map<number, Hash>()
	const peaks: Peak[] = []
	let at = 0
	const keep = (peak: Peak) => {
		const name = nameOf(peak)
		if (wanted.has(name)) found.set(name, peak.hash)
	}
	return {
		append: (leaf) => {
			let peak: Peak = { start: at, end: at + 1, hash: leaf }
			at += 1
			keep(peak)
			for (let left = peaks.at(-1); left && isSibling(left, peak); left = peaks.at(-1)) {
				peaks.pop()
				peak = { start: left.start, end: peak.end, hash: nodeHash(left.hash, peak.hash) }
				keep(peak)
			}
			peaks.push(peak)
		},
		roots: () => {
			if (at !== size) throw new RangeError(`the list has ${at} leaves, not ${size}`)
			return ranges.map((range) => found.get(nameOf(range)) ?? tailRoot(peaks, range))
		},
	}
}

/** Two trees of one size side by side are one of the next size. */
function isSibling(left: LeafRange, right: LeafRange): boolean {
	return left.end - left.start === right.end - right.start
}

/** What is no perfect tree ends with the list, and is made of the last of its perfect ones. */
function tailRoot(peaks: readonly Peak[], { start, end }: LeafRange): Hash {
	const last = peaks.filter((peak) => peak.start >= start)
	if (last[0]?.start !== start || last.at(-1)?.end !== end) throw new RangeError('no part of a proof')
	return last.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right)) ?? EMPTY_ROOT
}

/** One number for a part: no two parts have it, as a perfect tree's size is a power of two. */
function nameOf({ start, end }: LeafRange): number {
	return end * 64 + Math.floor(Math.log2(end - start))
}
