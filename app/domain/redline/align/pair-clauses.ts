import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import type { Certainty, MatchCorrection, RunnerUp } from '../redline.ts'
import type { Grouped } from './align-clauses.ts'
import { alignClauses } from './align-clauses.ts'
import { likeness } from './fingerprint.ts'
import type { Aligned } from './matches.ts'
import { inReadingOrder } from './reading-order.ts'
import { takeCorrected } from './take-corrected.ts'
import type { Thresholds } from './thresholds.ts'
import { THRESHOLDS } from './thresholds.ts'

/** Old clauses and the new ones that they became. One side is empty for what was added or deleted. */
export type Pairing = {
	readonly old: readonly Clause[]
	readonly new: readonly Clause[]
	readonly isMoved: boolean
	readonly isCorrected: boolean
	readonly certainty: Certainty
}

/** A match less alike than this is not certain, nor one that another comes so near to. */
const CERTAIN = 0.7
const NEARLY_AS_ALIKE = 0.15
/** Less than this is no runner-up. */
const LEAST_RUNNER_UP = 0.2

/**
 * Pairs the clauses of two texts. What a person said of a match goes before what the texts say. The pairings come in
 * the order of the new text, what was deleted where it stood.
 */
export function pairClauses(
	before: readonly Clause[],
	after: readonly Clause[],
	corrections: readonly MatchCorrection[],
	thresholds: Thresholds = THRESHOLDS,
): Pairing[] {
	const corrected = takeCorrected(before, after, corrections)
	const found = alignClauses(corrected.restOld, corrected.restNew, thresholds)
	const runnersUp = findRunnersUp(found, corrected.restOld, corrected.restNew)
	const pairings = [
		...found.groups.map((group, at): Pairing => {
			const alike = Math.max(0, ...group.old.flatMap((a) => group.new.map((b) => likenessOf(a, b))))
			const runnerUp = runnersUp[at] ?? null
			const isCertain = alike >= CERTAIN && alike - (runnerUp?.likeness ?? 0) > NEARLY_AS_ALIKE
			return {
				old: group.old.map((each) => each.clause),
				new: group.new.map((each) => each.clause),
				isMoved: false,
				isCorrected: false,
				certainty: { likeness: alike, runnerUp: isCertain ? null : runnerUp },
			}
		}),
		...corrected.groups.map((group): Pairing => ({
			...group,
			isMoved: false,
			isCorrected: true,
			certainty: { likeness: 1, runnerUp: null },
		})),
	]
	const [ofOld, ofNew] = [placesOf(before), placesOf(after)]
	const standing = pairings.map((pairing) => ({
		pairing,
		oldPlace: ofOld(pairing.old[0]),
		newPlace: ofNew(pairing.new[0]),
		mayMove: pairing.old[0]?.kind !== 'heading',
	}))
	return inReadingOrder(standing).map(({ each: { pairing }, isMoved }) => ({
		...pairing,
		isMoved: isMoved && pairing.old.length === 1 && pairing.new.length === 1,
	}))
}

/** What is word for word the same is not weighed any more. */
function likenessOf(a: Aligned, b: Aligned): number {
	return a.body === b.body ? 1 : likeness(a.print, b.print)
}

/** For each group the clause outside it that is most like one of its own. */
function findRunnersUp(
	{ groups, candidates }: Grouped,
	old: readonly Clause[],
	fresh: readonly Clause[],
): (RunnerUp | undefined)[] {
	const best: (RunnerUp | undefined)[] = []
	const groupOf = (side: 'old' | 'new') =>
		new Map(groups.flatMap((group, at) => group[side].map((each) => [each.index, at] as const)))
	const [ofOld, ofNew] = [groupOf('old'), groupOf('new')]
	const offer = (group: number, side: 'old' | 'new', clause: Clause | undefined, like: number) => {
		if (!clause || like <= (best[group]?.likeness ?? LEAST_RUNNER_UP)) return
		best[group] = { side, key: clause.key, label: clause.label, likeness: like }
	}
	for (const each of candidates) {
		const [left, right] = [ofOld.get(each.old) ?? -1, ofNew.get(each.new) ?? -1]
		if (left === right) continue
		offer(left, 'new', fresh[each.new], each.like)
		offer(right, 'old', old[each.old], each.like)
	}
	return best
}

function placesOf(clauses: readonly Clause[]): (clause: Clause | undefined) => number | null {
	const places = new Map(clauses.map((clause, index) => [clause, index]))
	return (clause) => (clause && places.get(clause)) ?? null
}
