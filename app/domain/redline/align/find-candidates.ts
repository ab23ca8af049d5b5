import { type Fingerprint, likeness } from './fingerprint.ts'
import { openIndex } from './bigram-index.ts'

/** Something with its place in its list and the words that make it the same. */
export type Placed = { readonly index: number; readonly body: string }
/** The same with what it is recognised by. */
export type Matchable = Placed & { readonly print: Fingerprint }

/** An old and a new one that might belong together, and how alike they are. */
export type Candidate = { readonly old: number; readonly new: number; readonly like: number }

/** Of texts that stand so often word for word on both sides, each meets only the one of its rank. */
const MANY_TWINS = 12
/** What is word for word the same and at least this long belongs together wherever it stands. */
const SURELY_THE_SAME = 8
/** What stands between the same twins and is so much alike looks no further. */
const SURE_NEIGHBOUR = 0.75
/** A pair that is this much better than another of the same clause rules the other out. */
const CLEARLY_BETTER = 0.3
const SURELY_ALIKE = 0.6

/** Pairs that are word for word the same, and who has found its only twin that way. */
export type Twins = {
	readonly twins: readonly Candidate[]
	readonly settledOld: ReadonlySet<number>
	readonly settledNew: ReadonlySet<number>
}

/** Finds what is word for word the same. What has its only twin leaves nothing over that could be found elsewhere. */
export function findTwins<Each extends Placed>(
	old: readonly Each[],
	fresh: readonly Each[],
	canMatch: (a: Each, b: Each) => boolean,
): Twins {
	const twins: Candidate[] = []
	const settledOld = new Set<number>()
	const settledNew = new Set<number>()
	const right = byBody(fresh)
	for (const [body, left] of byBody(old)) {
		const equal = right.get(body)
		if (!equal) continue
		const isAlone = left.length === 1 && equal.length === 1 && body.length >= SURELY_THE_SAME
		const areMany = left.length > MANY_TWINS || equal.length > MANY_TWINS
		for (const [rank, a] of left.entries())
			for (const b of areMany ? equal.slice(rank, rank + 1) : equal) {
				if (!canMatch(a, b)) continue
				twins.push({ old: a.index, new: b.index, like: 1 })
				if (!isAlone) continue
				settledOld.add(a.index)
				settledNew.add(b.index)
			}
	}
	return { twins, settledOld, settledNew }
}

/**
 * Finds the pairs worth weighing without weighing every pair: neighbours, who stand between the same twins, then what
 * shares rare bigrams, looked up from both sides, so that a short text finds the long one that holds it. Neighbours
 * who are surely the same look no further. The work grows with the length of the texts and not with its square.
 */
export function findCandidates<Each extends Matchable>(
	old: readonly Each[],
	fresh: readonly Each[],
	canMatch: (a: Each, b: Each) => boolean,
	neighbours: readonly (readonly [Each, Each])[],
): Candidate[] {
	const met = new Set<number>()
	const alike: Candidate[] = []
	const highest = fresh.at(-1)?.index ?? 0
	const meet = (a: Each | undefined, b: Each | undefined) => {
		if (!a || !b || a.body === b.body || !canMatch(a, b)) return 0
		const key = a.index * (highest + 1) + b.index
		if (met.has(key)) return 0
		met.add(key)
		const like = likeness(a.print, b.print)
		alike.push({ old: a.index, new: b.index, like })
		return like
	}
	const sure = new Set<Each>()
	for (const [a, b] of neighbours) if (meet(a, b) >= SURE_NEIGHBOUR) sure.add(a).add(b)
	const nearestNew = openIndex(fresh.map((each) => each.print))
	for (const a of old) if (!sure.has(a)) for (const place of nearestNew(a.print)) meet(a, fresh[place])
	const nearestOld = openIndex(old.map((each) => each.print))
	for (const b of fresh) if (!sure.has(b)) for (const place of nearestOld(b.print)) meet(old[place], b)
	return alike
}

function byBody<Each extends Placed>(items: readonly Each[]): Map<string, Each[]> {
	const groups = new Map<string, Each[]>()
	for (const each of items) {
		const group = groups.get(each.body)
		if (group) group.push(each)
		else groups.set(each.body, [each])
	}
	return groups
}

/**
 * Tells of a pair whether either side clearly belongs to another: where the one is part of a longer one, that one may
 * be the best of several.
 */
export function findOutdone(candidates: readonly Candidate[]): (each: Candidate) => boolean {
	const ofOld = new Map<number, number>()
	const ofNew = new Map<number, number>()
	for (const { old, new: fresh, like } of candidates) {
		if (like > (ofOld.get(old) ?? 0)) ofOld.set(old, like)
		if (like > (ofNew.get(fresh) ?? 0)) ofNew.set(fresh, like)
	}
	const outdoes = (best: number | undefined, { like }: Candidate) =>
		best !== undefined && best >= SURELY_ALIKE && best - like > CLEARLY_BETTER
	return (each) => outdoes(ofOld.get(each.old), each) || outdoes(ofNew.get(each.new), each)
}
