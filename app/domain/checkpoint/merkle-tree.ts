import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'

/** A SHA-256 in lower-case hex: of a leaf, of an inner node, of a whole tree. */
export type Hash = string

/** The leaves from `start` up to, and without, `end`: a part of a tree whose root stands in a proof. */
export type LeafRange = { readonly start: number; readonly end: number }

/** The root of the tree without leaves (RFC 6962 2.1): the hash of nothing. */
export const EMPTY_ROOT: Hash = sha256Hex('')

/** The hash of an inner node: SHA-256 of 0x01 and both children. The prefix keeps it from being taken for a leaf. */
export function nodeHash(left: Hash, right: Hash): Hash {
	return sha256Hex(Buffer.from(`01${left}${right}`, 'hex'))
}

/** A tree that grows leaf by leaf and keeps no more than one hash a level. */
export type GrowingTree = {
	readonly append: (leaf: Hash) => void
	readonly size: () => number
	readonly root: () => Hash
}

/** Opens a tree without leaves. */
export function openTree(): GrowingTree {
	/** The roots of the perfect trees that the leaves make up, the largest first. */
	const peaks: Hash[] = []
	let size = 0
	return {
		append: (leaf) => {
			let hash = leaf
			// As in counting: every one at the end of the number is a finished tree of this height.
			for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2))
				hash = nodeHash(peaks.pop() ?? EMPTY_ROOT, hash)
			peaks.push(hash)
			size += 1
		},
		size: () => size,
		root: () => (size === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right))),
	}
}

/** The Merkle tree hash of a list of leaf hashes (RFC 6962 2.1). */
export function rootOf(leaves: Iterable<Hash>): Hash {
	const tree = openTree()
	for (const leaf of leaves) tree.append(leaf)
	return tree.root()
}

/**
 * The parts of a tree of `size` leaves whose roots prove that it has a leaf at `index`, in the order of the proof
 * (RFC 6962 2.1.1).
 *
 * @throws RangeError for an index that is not in the tree
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
	if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError('no such leaf')
	const found: LeafRange[] = []
	for (let start = 0, end = size; end - start > 1;) {
		const split = start + largestPowerBelow(end - start)
		if (index < split) {
			found.push({ start: split, end })
			end = split
		} else {
			found.push({ start, end: split })
			start = split
		}
	}
	return found.reverse()
}

/**
 * The parts of a tree of `size` leaves whose roots prove that its first `from` leaves are an earlier tree, in the order of
 * the proof (RFC 6962 2.1.2). None where both are one, or where the earlier has no leaf.
 *
 * @throws RangeError for an earlier tree that is the larger one
 */
export function consistencyRanges(from: number, size: number): readonly LeafRange[] {
	if (!isCount(from) || !isCount(size) || from > size) throw new RangeError('no such earlier tree')
	if (from === 0 || from === size) return []
	const found: LeafRange[] = []
	let start = 0
	let end = size
	while (end !== from) {
		const split = start + largestPowerBelow(end - start)
		if (from <= split) {
			found.push({ start: split, end })
			end = split
		} else {
			found.push({ start, end: split })
			start = split
		}
	}
	// Where it begins at the first leaf, what is left is the earlier tree itself, whose root is known.
	if (start > 0) found.push({ start, end })
	return found.reverse()
}

/** The roots of parts of a list of leaves that is at hand: the proof, where the parts are those of one. */
export function rootsOf(leaves: readonly Hash[], ranges: readonly LeafRange[]): readonly Hash[] {
	return ranges.map(({ start, end }) => rootOf(leaves.slice(start, end)))
}

/** Whether a proof shows a leaf at a place of the tree with this root (RFC 9162 2.1.3.2). */
export function verifyInclusion(
	leaf: Hash,
	{ index, size, root }: { readonly index: number; readonly size: number; readonly root: Hash },
	proof: readonly Hash[],
): boolean {
	if (!isCount(index) || !isCount(size) || index >= size) return false
	if (![leaf, root, ...proof].every(isHash)) return false
	let hash = leaf
	const path = openPath(index, size - 1)
	for (const sibling of proof) {
		if (path.isAtRoot()) return false
		hash = path.isOnRight() ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
		path.climb()
	}
	return path.isAtRoot() && hash === root
}

/** A tree as a checkpoint names it. */
export type TreeHead = { readonly size: number; readonly root: Hash }

/** Whether a proof shows that the earlier tree is the beginning of the later one (RFC 9162 2.1.4.2). */
export function verifyConsistency(earlier: TreeHead, later: TreeHead, proof: readonly Hash[]): boolean {
	if (!isCount(earlier.size) || !isCount(later.size) || earlier.size > later.size) return false
	// Every tree begins with none: a proof of that says nothing, and whoever asks for one is mistaken.
	if (earlier.size === 0) return false
	if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root
	if (![earlier.root, later.root, ...proof].every(isHash)) return false
	const [first, ...rest] = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof
	// A perfect earlier tree is its own first part, and there has to be a second one.
	if (first === undefined || proof.length === 0) return false
	const path = openPath(earlier.size - 1, later.size - 1)
	path.skipRights()
	let before = first
	let after = first
	for (const sibling of rest) {
		if (path.isAtRoot()) return false
		if (path.isOnRight()) {
			before = nodeHash(sibling, before)
			after = nodeHash(sibling, after)
		} else after = nodeHash(after, sibling)
		path.climb()
	}
	return path.isAtRoot() && before === earlier.root && after === later.root
}

/** The way from a node up to the root, beside the way of the last node: level by level, both numbered from the left. */
function openPath(index: number, last: number) {
	let node = index
	let end = last
	const up = () => {
		node = Math.floor(node / 2)
		end = Math.floor(end / 2)
	}
	return {
		isAtRoot: () => end === 0,
		isOnRight: () => node % 2 === 1 || node === end,
		skipRights: () => {
			while (node % 2 === 1) up()
		},
		/** The last node of a level has no right sibling: it stands for its parent until it is a right child itself. */
		climb: () => {
			if (node % 2 === 0 && node === end) while (node % 2 === 0 && node !== 0) up()
			up()
		},
	}
}

/** The largest power of two that is smaller than a number of at least two. */
function largestPowerBelow(count: number): number {
	let power = 1
	while (power * 2 < count) power *= 2
	return power
}

function isPowerOfTwo(count: number): boolean {
	return count > 0 && largestPowerBelow(count * 2) === count
}

function isCount(value: number): boolean {
	return Number.isSafeInteger(value) && value >= 0
}

function isHash(value: Hash): boolean {
	return /^[0-9a-f]{64}$/.test(value)
}
