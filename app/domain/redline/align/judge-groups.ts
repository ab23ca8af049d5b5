import type { Candidate, Matchable } from './find-candidates.ts'
import { likeness } from './fingerprint.ts'
import type { Group } from './join-parts.ts'

/** Another one, outside a group, that is like one of its own: its side, its place there, how alike. */
export type Rival = { readonly side: 'old' | 'new'; readonly index: number; readonly likeness: number }

/** How alike the two sides of a group are, 0 to 1, and its rival where the match is not certain. */
export type Judged = { readonly likeness: number; readonly rival: Rival | null }

/** What comes so near to a match makes it uncertain. */
const NEARLY_AS_ALIKE = 0.1
/** Less than this is no rival, and less than that none of what has no counterpart. */
const LEAST_RIVAL = 0.24
const LEAST_LONE_RIVAL = 0.4
/** What is so much more like its own counterpart belongs there. */
const SURELY_ELSEWHERE = 0.25

/** Says of each group how alike its sides are and, where that is not beyond doubt, what else it might belong to. */
export function judgeGroups<Each extends Matchable>(
	groups: readonly Group<Each>[],
	candidates: readonly Candidate[],
): Judged[] {
	const alike = groups.map(closest)
	const rivals = findRivals(groups, candidates, alike)
	return groups.map((group, at) => {
		const [likeness, rival] = [alike[at] ?? 0, rivals[at] ?? null]
		const isLone = group.old.length === 0 || group.new.length === 0
		const least = isLone ? LEAST_LONE_RIVAL : Math.max(LEAST_RIVAL, likeness - NEARLY_AS_ALIKE)
		return { likeness, rival: rival && rival.likeness >= least ? rival : null }
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
	alike: readonly number[],
): (Rival | undefined)[] {
	const best: (Rival | undefined)[] = []
	const groupOf = (side: 'old' | 'new') =>
		new Map(groups.flatMap((group, at) => group[side].map((each) => [each.index, at] as const)))
	const [ofOld, ofNew] = [groupOf('old'), groupOf('new')]
	const offer = (group: number, side: 'old' | 'new', index: number, like: number, own: number) => {
		if ((alike[own] ?? 0) > like + SURELY_ELSEWHERE) return
		if (like > (best[group]?.likeness ?? LEAST_RIVAL)) best[group] = { side, index, likeness: like }
	}
	for (const each of candidates) {
		const [left, right] = [ofOld.get(each.old) ?? -1, ofNew.get(each.new) ?? -1]
		if (left === right) continue
		offer(left, 'new', each.new, each.like, right)
		offer(right, 'old', each.old, each.like, left)
	}
	return best
}
