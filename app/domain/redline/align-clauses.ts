import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import type { Candidate, Matchable } from './find-candidates.ts'
import { findCandidates, withoutOutdone } from './find-candidates.ts'
import { likeness, takeFingerprints } from './fingerprint.ts'
import { heaviestChain } from './heaviest-chain.ts'
import { joinParts } from './join-parts.ts'
import type { Aligned, Matches } from './matches.ts'

/** Old clauses and the new ones that they became. One side is empty for what was added or deleted. */
export type Pairing = {
	readonly old: readonly Aligned[]
	readonly new: readonly Aligned[]
	readonly isMoved: boolean
	/** How alike the two sides are; of several clauses the two most alike. */
	readonly likeness: number
}

/** Below this two clauses in order are not one rule rewritten, but two rules. */
const LEAST_IN_ORDER = 0.24
/** The only two that are left between matched neighbours may differ more. */
const LEAST_BETWEEN = 0.14
/** A clause that stands elsewhere has to be surely the same one; close by, less sure will do. */
const LEAST_MOVED = 0.5
const LEAST_MOVED_NEAR = 0.3
const NEAR = 3
/** A chapter's heading says little about the order of the articles. */
const HEADING_WEIGHT = 0.2

/**
 * Pairs the clauses of two texts by what they say, never by their numbers: first those in order, then what is left
 * between neighbours, then moved ones, then splits and merges; what remains was deleted or added. The pairings come in
 * the order of the new text, what was deleted where it stood.
 */
export function alignClauses(before: readonly Clause[], after: readonly Clause[]): Pairing[] {
	const [old, fresh] = prepare(before, after)
	const candidates = findCandidates(old, fresh, canMatch)
	const likely = withoutOutdone(candidates)
	const matches: Matches = { ofOld: new Map(), ofNew: new Map() }
	const inOrder = likely.map((each) => ({ ...each, weight: weightOf(each, old) }))
	for (const each of heaviestChain(inOrder)) match(matches, each)
	matchFirstAndLast(matches, old, fresh)
	matchBetween(matches, old, fresh)
	matchMoved(matches, likely, old.length, fresh.length)
	const moved = findMoved(matches, old)
	const groups = joinParts(matches, old, fresh, candidates)
	const pairings = groups.map(({ old: left, new: right }): Pairing => {
		const isMoved = left.length === 1 && right.length === 1 && moved.has(left[0]?.index ?? -1)
		const alike = left.flatMap((a) => right.map((b) => likeness(a.print, b.print)))
		return { old: left, new: right, isMoved, likeness: Math.max(0, ...alike) }
	})
	return inReadingOrder(pairings)
}

function prepare(before: readonly Clause[], after: readonly Clause[]): [Aligned[], Aligned[]] {
	const bodies = [before, after].map((clauses) =>
		clauses.map((clause) => clause.paragraphs.map((paragraph) => paragraph.body.trim()).join('\n')),
	)
	const prints = takeFingerprints(bodies)
	const side = (clauses: readonly Clause[], which: 0 | 1) =>
		clauses.map((clause, index): Aligned => {
			const print = prints[which]?.[index]
			if (!print) throw new Error('every clause has a fingerprint')
			return { clause, index, body: (bodies[which]?.[index] ?? '').replaceAll(/\s/g, ''), print }
		})
	return [side(before, 0), side(after, 1)]
}

/** Only clauses of one kind can be the same rule. */
function canMatch(a: Matchable, b: Matchable): boolean {
	return (a as Aligned).clause.kind === (b as Aligned).clause.kind
}

function weightOf(each: Candidate, old: readonly Aligned[]): number {
	const weight = each.like - LEAST_IN_ORDER
	return old[each.old]?.clause.kind === 'heading' ? weight * HEADING_WEIGHT : weight
}

function match({ ofOld, ofNew }: Matches, { old, new: fresh }: { old: number; new: number }): void {
	ofOld.set(old, fresh)
	ofNew.set(fresh, old)
}

/** Title and preamble are what they are by standing at the top, the last article (施行日期) by standing at the end. */
function matchFirstAndLast(matches: Matches, old: readonly Aligned[], fresh: readonly Aligned[]): void {
	const isTop = (each: Aligned | undefined) => each?.clause.kind === 'top' && each.index === 0
	const lastOf = (side: readonly Aligned[]) =>
		side.findLast((each) => each.clause.kind === 'article' && /施行/.test(each.body))
	const ends: [Aligned | undefined, Aligned | undefined][] = [
		isTop(old[0]) && isTop(fresh[0]) ? [old[0], fresh[0]] : [undefined, undefined],
		[lastOf(old), lastOf(fresh)],
	]
	for (const [a, b] of ends)
		if (a && b && !matches.ofOld.has(a.index) && !matches.ofNew.has(b.index))
			match(matches, { old: a.index, new: b.index })
}

/** Where matched neighbours leave one clause of a kind on each side between them, those two are matched more easily. */
function matchBetween(matches: Matches, old: readonly Aligned[], fresh: readonly Aligned[]): void {
	let fromOld = 0
	let fromNew = 0
	const found: { old: number; new: number }[] = []
	const close = (untilOld: number, untilNew: number) => {
		const left = old
			.slice(fromOld, untilOld)
			.filter((each) => !matches.ofOld.has(each.index) && each.clause.kind !== 'top')
		const right = fresh.slice(fromNew, untilNew).filter((each) => !matches.ofNew.has(each.index))
		for (const a of left) {
			const others = right.filter((each) => canMatch(a, each))
			const b = others[0]
			const isOnly = others.length === 1 && left.filter((each) => canMatch(a, each)).length === 1
			if (isOnly && b && likeness(a.print, b.print) >= LEAST_BETWEEN)
				found.push({ old: a.index, new: b.index })
		}
	}
	const rising = heaviestChain([...matches.ofOld].map(([a, b]) => ({ old: a, new: b, weight: 1 })))
	for (const each of [...rising, { old: old.length, new: fresh.length }]) {
		close(each.old, each.new)
		fromOld = each.old + 1
		fromNew = each.new + 1
	}
	for (const each of found) match(matches, each)
}

/** Matches what is left wherever it stands, the most alike first. */
function matchMoved(
	matches: Matches,
	candidates: readonly Candidate[],
	oldLength: number,
	newLength: number,
): void {
	const expected = expectedPlaces(matches, oldLength, newLength)
	const isSure = (each: Candidate) =>
		each.like >= (Math.abs((expected[each.old] ?? 0) - each.new) <= NEAR ? LEAST_MOVED_NEAR : LEAST_MOVED)
	const sorted = candidates.filter(isSure).sort((x, y) => y.like - x.like || x.old - y.old || x.new - y.new)
	for (const each of sorted)
		if (!matches.ofOld.has(each.old) && !matches.ofNew.has(each.new)) match(matches, each)
}

/** Where an old clause would stand in the new text, going by the matched one before it. */
function expectedPlaces({ ofOld }: Matches, oldLength: number, newLength: number): number[] {
	let place = -1
	return Array.from({ length: oldLength }, (_, index) => {
		place = Math.min(ofOld.get(index) ?? place + 1, newLength - 1)
		return place
	})
}

/** What lies off the longest chain of matches in order was moved. Headings do not count. */
function findMoved({ ofOld }: Matches, old: readonly Aligned[]): Set<number> {
	const links = [...ofOld]
		.filter(([a]) => old[a]?.clause.kind !== 'heading')
		.map(([a, b]) => ({ old: a, new: b, weight: 1 }))
	const stayed = new Set(heaviestChain(links).map((link) => link.old))
	return new Set(links.map((link) => link.old).filter((a) => !stayed.has(a)))
}

/** In the order of the new text; what was deleted stands after what came before it in the old one. */
function inReadingOrder(pairings: readonly Pairing[]): Pairing[] {
	const newPlace = new Map<number, number>()
	for (const { old, new: fresh, isMoved } of pairings)
		for (const a of old) if (fresh[0] && !isMoved) newPlace.set(a.index, fresh[0].index)
	const byOld = pairings.toSorted((x, y) => (x.old[0]?.index ?? -1) - (y.old[0]?.index ?? -1))
	let last = -1
	const places = new Map<Pairing, readonly [number, number]>()
	for (const pairing of byOld) {
		const a = pairing.old[0]
		const b = pairing.new[0]
		if (a) last = newPlace.get(a.index) ?? last
		places.set(pairing, b ? [b.index, -1] : [last, a?.index ?? 0])
	}
	const place = (pairing: Pairing) => places.get(pairing) ?? [0, 0]
	return pairings.toSorted((x, y) => place(x)[0] - place(y)[0] || place(x)[1] - place(y)[1])
}
