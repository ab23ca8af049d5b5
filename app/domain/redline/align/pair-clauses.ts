import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import type { Certainty, MatchCorrection, RunnerUp } from '../redline.ts'
import { alignClauses } from './align-clauses.ts'
import { type Rival, judgeGroups } from './judge-groups.ts'
import { orderChapters } from '../order/chapter-order.ts'
import { inReadingOrder } from '../order/reading-order.ts'
import { takeCorrected } from './take-corrected.ts'
import { type Thresholds, THRESHOLDS } from './thresholds.ts'

/** Old clauses and the new ones that they became. One side is empty for what was added or deleted. */
export type Pairing = {
	readonly old: readonly Clause[]
	readonly new: readonly Clause[]
	readonly isMoved: boolean
	readonly isCorrected: boolean
	readonly certainty: Certainty
}

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
	const judged = judgeGroups(found.groups, found.candidates)
	const pairings = [
		...found.groups.map((group, at): Pairing => ({
			old: group.old.map((each) => each.clause),
			new: group.new.map((each) => each.clause),
			isMoved: false,
			isCorrected: false,
			certainty: {
				likeness: judged[at]?.likeness ?? 0,
				runnerUp: runnerUpOf(judged[at]?.rival, corrected.restOld, corrected.restNew),
			},
		})),
		...corrected.groups.map((group): Pairing => ({
			...group,
			isMoved: false,
			isCorrected: true,
			certainty: { likeness: 1, runnerUp: null },
		})),
	]
	const ofNew = placesOf(after)
	const successors = new Map(
		pairings.flatMap(({ old, new: fresh }) =>
			old[0]?.kind === 'heading' && fresh[0]?.kind === 'heading' ? [[old[0], fresh[0]] as const] : [],
		),
	)
	const chapters = orderChapters(before, after, (heading) => successors.get(heading))
	const standing = pairings.map((pairing) => ({
		pairing,
		oldPlace: pairing.old[0] ? chapters.placeOf(pairing.old[0]) : null,
		newPlace: ofNew(pairing.new[0]),
		mayMove: pairing.old[0]?.kind !== 'heading',
	}))
	return inReadingOrder(standing).map(({ each: { pairing }, isMoved }) => ({
		...pairing,
		isMoved: isOne(pairing) && (isMoved || pairing.old.some((clause) => chapters.moved.has(clause))),
	}))
}

function isOne({ old, new: fresh }: Pairing): boolean {
	return old.length === 1 && fresh.length === 1
}

/** The rival of a match as a clause. */
function runnerUpOf(
	rival: Rival | null | undefined,
	old: readonly Clause[],
	fresh: readonly Clause[],
): RunnerUp | null {
	const clause = rival && (rival.side === 'old' ? old : fresh)[rival.index]
	return clause ? { side: rival.side, key: clause.key, label: clause.label, likeness: rival.likeness } : null
}

function placesOf(clauses: readonly Clause[]): (clause: Clause | undefined) => number | null {
	const places = new Map(clauses.map((clause, index) => [clause, index]))
	return (clause) => (clause && places.get(clause)) ?? null
}
