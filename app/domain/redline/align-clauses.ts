import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { matchInOrder } from './match-in-order.ts'
import type { Shingles } from './similarity.ts'
import { containment, likeness, shinglesOf } from './similarity.ts'

/** A clause with what the alignment compares: its text without its number. */
export type Aligned = { readonly clause: Clause; readonly index: number; readonly body: string; readonly shingles: Shingles }

/** Old clauses and the new ones that they became. One side is empty for what was added or deleted. */
export type Pairing = { readonly old: readonly Aligned[]; readonly new: readonly Aligned[]; readonly isMoved: boolean }

/** Below this two clauses are not the same rule rewritten, but two rules. */
const LEAST_LIKE = 0.34
/** A clause that stands elsewhere is called moved only when it is surely the same one. */
const LEAST_LIKE_MOVED = 0.55
/** So much of a clause has to stand in another before one is called split from or merged into it. */
const LEAST_CONTAINED = 0.62
/** What is shorter says too little to be called split or merged. */
const LEAST_SHINGLES = 12

/**
 * Pairs the clauses of two texts by what they say, never by their numbers: first those in order, then moved ones,
 * then splits and merges; what is left was deleted or added.
 */
export function alignClauses(before: readonly Clause[], after: readonly Clause[]): Pairing[] {
	const old = before.map(prepare)
	const fresh = after.map(prepare)
	const partner = new Map<Aligned, Aligned>()
	for (const [a, b] of matchInOrder(old, fresh, score)) partner.set(a, b)
	const taken = new Set(partner.values())
	const moved = matchMoved(
		old.filter((each) => !partner.has(each)),
		fresh.filter((each) => !taken.has(each)),
	)
	const pairings: Pairing[] = [...partner].map(([a, b]) => ({ old: [a], new: [b], isMoved: false }))
	for (const [a, b] of moved) pairings.push({ old: [a], new: [b], isMoved: true })
	const looseOld = old.filter((each) => !partner.has(each) && !moved.has(each))
	const movedTo = new Set(moved.values())
	const looseNew = fresh.filter((each) => !taken.has(each) && !movedTo.has(each))
	return inOrder(joinLoose(pairings, looseOld, looseNew))
}

function prepare(clause: Clause, index: number): Aligned {
	const body = clause.paragraphs.map((paragraph) => paragraph.body).join('\n')
	return { clause, index, body, shingles: shinglesOf(body) }
}

/** How well two clauses fit, 0 for not at all. Only clauses of one kind can be the same rule. */
function score(a: Aligned, b: Aligned): number {
	if (a.clause.kind !== b.clause.kind) return 0
	if (a.body === b.body) return 1
	const like = likeness(a.shingles, b.shingles)
	if (like >= LEAST_LIKE) return like
	// Title and preamble are what they are by standing at the top, however they were rewritten.
	return a.clause.kind === 'top' && a.index === 0 && b.index === 0 ? LEAST_LIKE : 0
}

function matchMoved(old: readonly Aligned[], fresh: readonly Aligned[]): Map<Aligned, Aligned> {
	const candidates = old
		.flatMap((a) => fresh.map((b) => ({ a, b, fit: score(a, b) })))
		.filter(({ fit }) => fit >= LEAST_LIKE_MOVED)
		.sort((x, y) => y.fit - x.fit || x.a.index - y.a.index || x.b.index - y.b.index)
	const moved = new Map<Aligned, Aligned>()
	const taken = new Set<Aligned>()
	for (const { a, b } of candidates) {
		if (moved.has(a) || taken.has(b)) continue
		moved.set(a, b)
		taken.add(b)
	}
	return moved
}

/** A loose new clause that stands in an old one was split from it; a loose old one that stands in a new one was merged. */
function joinLoose(pairings: Pairing[], looseOld: readonly Aligned[], looseNew: readonly Aligned[]): Pairing[] {
	const out = [...pairings]
	for (const loose of looseNew) join(out, loose, 'new')
	for (const loose of looseOld) join(out, loose, 'old')
	return out
}

function join(pairings: Pairing[], loose: Aligned, side: 'old' | 'new'): void {
	const other = side === 'new' ? 'old' : 'new'
	const at = pairings.findIndex((pairing) => {
		const host = pairing[other][0]
		if (!host || pairing[side].length === 0 || host.clause.kind !== loose.clause.kind) return false
		return isNear(pairing[side], loose) && loose.shingles.total >= LEAST_SHINGLES && containment(loose.shingles, host.shingles) >= LEAST_CONTAINED
	})
	const pairing = pairings[at]
	if (!pairing) {
		pairings.push(side === 'new' ? { old: [], new: [loose], isMoved: false } : { old: [loose], new: [], isMoved: false })
		return
	}
	const joined = [...pairing[side], loose].sort((a, b) => a.index - b.index)
	pairings[at] = { ...pairing, [side]: joined }
}

/** Parts of a split or merged clause stand side by side, a heading at most between them. */
function isNear(part: readonly Aligned[], loose: Aligned): boolean {
	return part.some((each) => Math.abs(each.index - loose.index) <= 3)
}

/** In the order of the new text; what was deleted stands where it stood, after what came before it. */
function inOrder(pairings: readonly Pairing[]): Pairing[] {
	const newIndexAfter = new Map<number, number>()
	for (const { old, new: fresh, isMoved } of pairings)
		for (const a of old) if (fresh[0] && !isMoved) newIndexAfter.set(a.index, fresh[0].index)
	const place = (pairing: Pairing): [number, number] => {
		const first = pairing.new[0]
		if (first) return [first.index, -1]
		const index = pairing.old[0]?.index ?? 0
		for (let at = index - 1; at >= 0; at -= 1) {
			const before = newIndexAfter.get(at)
			if (before !== undefined) return [before, index]
		}
		return [-1, index]
	}
	return pairings
		.map((pairing) => ({ pairing, place: place(pairing) }))
		.sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
		.map(({ pairing }) => pairing)
}
