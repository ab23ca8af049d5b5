import type { Candidate, Matchable } from './find-candidates.ts'
import { likeness } from './fingerprint.ts'
import type { Group } from './join-parts.ts'

/** Another one, outside a group, that is like one of its own: its side, its place there, how alike. */
export type Rival = { readonly side: 'old' | 'new'; readonly index: number; readonly likeness: number }

/** How alike the two sides of a group are, 0 to 1, and its rival where the match is not certain. */
export type Judged = { readonly likeness: number; readonly rival: Rival | null }

/** A match less alike than this is not certain, nor one that another comes so near to. */
const CERTAIN = 0.7
const NEARLY_AS_ALIKE = 0.15
/** Less than this is no rival. */
const LEAST_RIVAL = 0.2

/** Says of each group how alike its sides are and, where that is not beyond doubt, what else it might belong to. */
export function judgeGroups<Each extends Matchable>(
	groups: readonly Group<Each>[],
	candidates: readonly Candidate[],
): Judged[] {
	const rivals = findRivals(groups, candidates)
	return groups.map((group, at) => {
		const alike = closest(group)
		const rival = rivals[at] ?? null
		const isCertain = alike >= CERTAIN && alike - (rival?.likeness ?? 0) > NEARLY_AS_ALIKE
		return { likeness: alike, rival: isCertain ? null : rival }
	})
}

/** How alike the two are that are the most alike. */
function closest<Each extends Matchable>({ old, new: fresh }: Group<Each>): number {
	let most = 0
	for (const a of old) for (const b of fresh) most = Math.max(most, likenessOf(a, b))
	return most
}

/** What is word for word the same is not weighed any more. */
function likenessOf(a: Matchable, b: Matchable): number {
	return a.body === b.body ? 1 : likeness(a.print, b.print)
}

function findRivals<Each extends Matchable>(
	groups: readonly Group<Each>[],
	candidates: readonly Candidate[],
): (Rival | undefined)[] {
	const best: (Rival | undefined)[] = []
	const groupOf = (side: 'old' | 'new') =>
		new Map(groups.flatMap((group, at) => group[side].map((each) => [each.index, at] as const)))
	const [ofOld, ofNew] = [groupOf('old'), groupOf('new')]
	const offer = (group: number, side: 'old' | 'new', index: number, like: number) => {
		if (like > (best[group]?.likeness ?? LEAST_RIVAL)) best[group] = { side, index, likeness: like }
	}
	for (const each of candidates) {
		const [left, right] = [ofOld.get(each.old) ?? -1, ofNew.get(each.new) ?? -1]
		if (left === right) continue
		offer(left, 'new', each.new, each.like)
		offer(right, 'old', each.old, each.like)
	}
	return best
}
