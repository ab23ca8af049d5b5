import type { Fingerprint } from './fingerprint.ts'
import { likeness } from './fingerprint.ts'

/** Something to be matched: its place in its list, the words that make it the same, and what it is recognised by. */
export type Matchable = { readonly index: number; readonly body: string; readonly print: Fingerprint }

/** An old and a new one that might belong together, and how alike they are. */
export type Candidate = { readonly old: number; readonly new: number; readonly like: number }

/** So many of a text's rarest bigrams are looked up, in lists no longer than this, and so many hits are weighed. */
const LOOKED_UP = 32
const LONGEST_LIST = 96
const WEIGHED = 24
/** Of texts that stand so often word for word on both sides, each meets only the one of its rank. */
const MANY_TWINS = 12
/** What is word for word the same and at least this long belongs together wherever it stands. */
const SURELY_THE_SAME = 8
/** A pair that is the best of both sides and this much better than another rules the other out. */
const CLEARLY_BETTER = 0.3
const SURELY_ALIKE = 0.6

/**
 * Finds the pairs worth weighing without weighing every pair: what is word for word the same first, then what shares
 * rare bigrams, looked up from both sides, so that a short text finds the long one that holds it. The work grows with
 * the length of the texts and not with its square.
 */
export function findCandidates(
	old: readonly Matchable[],
	fresh: readonly Matchable[],
	canMatch: (a: Matchable, b: Matchable) => boolean,
): Candidate[] {
	const { twins, settledOld, settledNew } = findTwins(old, fresh, canMatch)
	const looseOld = old.filter((each) => !settledOld.has(each.index))
	const looseNew = fresh.filter((each) => !settledNew.has(each.index))
	const pairs = new Map<number, [Matchable, Matchable]>()
	const meet = (a: Matchable, b: Matchable) => {
		if (a.body !== b.body && canMatch(a, b)) pairs.set(a.index * fresh.length + b.index, [a, b])
	}
	// What has its only twin leaves nothing over that another clause could be a part of.
	const holdersOfNew = holdersOf(looseNew)
	const holdersOfOld = holdersOf(looseOld)
	for (const a of looseOld) for (const b of nearest(a, fresh, holdersOfNew)) meet(a, b)
	for (const b of looseNew) for (const a of nearest(b, old, holdersOfOld)) meet(a, b)
	const alike = [...pairs.values()].map(([a, b]): Candidate => ({
		old: a.index,
		new: b.index,
		like: likeness(a.print, b.print),
	}))
	return [...twins, ...alike]
}

type Twins = { twins: Candidate[]; settledOld: Set<number>; settledNew: Set<number> }

function findTwins(
	old: readonly Matchable[],
	fresh: readonly Matchable[],
	canMatch: (a: Matchable, b: Matchable) => boolean,
): Twins {
	const found: Twins = { twins: [], settledOld: new Set(), settledNew: new Set() }
	const right = byBody(fresh)
	for (const [body, left] of byBody(old)) {
		const equal = right.get(body) ?? []
		const isAlone = left.length === 1 && equal.length === 1 && body.length >= SURELY_THE_SAME
		for (const [rank, a] of left.entries()) {
			const meets =
				left.length > MANY_TWINS || equal.length > MANY_TWINS ? equal.slice(rank, rank + 1) : equal
			for (const b of meets) {
				if (!canMatch(a, b)) continue
				found.twins.push({ old: a.index, new: b.index, like: 1 })
				if (!isAlone) continue
				found.settledOld.add(a.index)
				found.settledNew.add(b.index)
			}
		}
	}
	return found
}

function byBody(items: readonly Matchable[]): Map<string, Matchable[]> {
	const groups = new Map<string, Matchable[]>()
	for (const each of items) {
		const group = groups.get(each.body)
		if (group) group.push(each)
		else groups.set(each.body, [each])
	}
	return groups
}

/** For each bigram the texts that hold it. */
function holdersOf(items: readonly Matchable[]): Map<number, number[]> {
	const holders = new Map<number, number[]>()
	for (const { index, print } of items)
		for (const id of print.ids) {
			const list = holders.get(id)
			if (!list) holders.set(id, [index])
			else if (list.length <= LONGEST_LIST) list.push(index)
		}
	return holders
}

/** The texts that share the most of the rarest bigrams of this one. */
function nearest(
	a: Matchable,
	others: readonly Matchable[],
	holders: ReadonlyMap<number, readonly number[]>,
): Matchable[] {
	const lists = Array.from(a.print.ids, (id) => holders.get(id) ?? [])
		.filter((list) => list.length > 0 && list.length <= LONGEST_LIST)
		.sort((x, y) => x.length - y.length)
		.slice(0, LOOKED_UP)
	const hits = new Map<number, number>()
	for (const list of lists)
		for (const index of list) hits.set(index, (hits.get(index) ?? 0) + 1 / list.length)
	return [...hits]
		.sort((x, y) => y[1] - x[1] || x[0] - y[0])
		.slice(0, WEIGHED)
		.flatMap(([index]) => others[index] ?? [])
}

/** Leaves out the pairs of which either side clearly belongs to another. */
export function withoutOutdone(candidates: readonly Candidate[]): Candidate[] {
	const bestOfOld = new Map<number, Candidate>()
	const bestOfNew = new Map<number, Candidate>()
	for (const each of candidates) {
		if (each.like > (bestOfOld.get(each.old)?.like ?? 0)) bestOfOld.set(each.old, each)
		if (each.like > (bestOfNew.get(each.new)?.like ?? 0)) bestOfNew.set(each.new, each)
	}
	const outdoes = (best: Candidate | undefined, each: Candidate) =>
		best !== undefined &&
		best.like >= SURELY_ALIKE &&
		best.like - each.like > CLEARLY_BETTER &&
		bestOfOld.get(best.old) === best &&
		bestOfNew.get(best.new) === best
	return candidates.filter(
		(each) => !outdoes(bestOfOld.get(each.old), each) && !outdoes(bestOfNew.get(each.new), each),
	)
}
