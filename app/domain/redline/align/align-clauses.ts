import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import {
	findCandidates,
	findOutdone,
	findTwins,
	type Candidate,
	type Placed,
	type Twins,
} from './find-candidates.ts'
import { likeness, takeFingerprints } from './fingerprint.ts'
import { heaviestChain } from './heaviest-chain.ts'
import { joinParts, type Group } from './join-parts.ts'
import { recognised } from '../writing/fold-writing.ts'
import { matchLeads, preferLeads, readLeads } from './lead-paragraphs.ts'
import { pairRepealed } from './repealed.ts'
import type { Aligned, Matches } from './matches.ts'
import type { Thresholds } from './thresholds.ts'

/** So many places off, a clause still stands close by. */
const NEAR = 3
/** Between twins only so many on each side are neighbours. */
const MOST_NEIGHBOURS = 4
/** A chapter's heading says little about the order of the articles. */
const HEADING_WEIGHT = 0.2
/** A section that is longer is no heading. */
const LONGEST_HEADING = 30

/** Clauses that belong together, and every pair of clauses that was weighed on the way. */
export type Grouped = {
	readonly groups: readonly Group<Aligned>[]
	readonly candidates: readonly Candidate[]
}

/**
 * Pairs the clauses of two texts by what they say, never by their numbers: first those in order, then what is left
 * between neighbours, then moved ones, then splits and merges; what remains was deleted or added.
 */
export function alignClauses(
	before: readonly Clause[],
	after: readonly Clause[],
	thresholds: Thresholds,
): Grouped {
	const [left, right] = [placed(before), placed(after)]
	const found = findTwins(left, right, canMatch)
	const [old, fresh] = withPrints(left, right, found)
	const looseOld = old.filter((each) => !found.settledOld.has(each.index))
	const looseNew = fresh.filter((each) => !found.settledNew.has(each.index))
	const neighbours = findNeighbours(found, old, fresh)
	const weighed = [...found.twins, ...findCandidates(looseOld, looseNew, canMatch, neighbours)]
	const leads = readLeads(looseOld, looseNew)
	const candidates = preferLeads(weighed, leads)
	const isOutdone = findOutdone(candidates)
	const likely = candidates.filter((each) => !isOutdone(each))
	const matches: Matches = { ofOld: new Map(), ofNew: new Map() }
	const inOrder = likely.map((each) => ({ ...each, weight: weightOf(each, old, thresholds) }))
	for (const each of heaviestChain(inOrder)) match(matches, each)
	matchMoved(matches, likely, () => thresholds.moved)
	matchFirstAndLast(matches, old, fresh)
	matchBetween(matches, old, fresh, (each) => each.like >= thresholds.between && !isOutdone(each))
	const expected = expectedPlaces(matches, old.length, fresh.length)
	const isNear = (each: Candidate) => Math.abs((expected[each.old] ?? 0) - each.new) <= NEAR
	matchMoved(matches, likely, (each) => (isNear(each) ? thresholds.movedNear : thresholds.moved))
	matchLeads(matches, leads, (a, b) => Math.abs((expected[a] ?? 0) - b) <= NEAR)
	return { groups: pairRepealed(joinParts(matches, old, fresh, candidates, thresholds)), candidates }
}

type PlacedClause = Placed & { readonly clause: Clause }

function placed(clauses: readonly Clause[]): PlacedClause[] {
	return clauses.map((clause, index) => {
		const text = clause.paragraphs.map((paragraph) => paragraph.body).join('')
		return { clause, index, body: recognised(text) }
	})
}

function withPrints(
	left: readonly PlacedClause[],
	right: readonly PlacedClause[],
	{ settledOld, settledNew }: Twins,
): [Aligned[], Aligned[]] {
	const prints = takeFingerprints([
		left.map(({ body, index }) => {
			const isSettled = settledOld.has(index)
			return { text: body, holders: isSettled ? 2 : 1, isSettled }
		}),
		right.map(({ body, index }) => {
			const isSettled = settledNew.has(index)
			return { text: body, holders: isSettled ? 0 : 1, isSettled }
		}),
	])
	const side = (clauses: readonly PlacedClause[], which: 0 | 1) =>
		clauses.map(({ clause, index, body }): Aligned => {
			const print = prints[which]?.[index]
			if (!print) throw new Error('every clause has a fingerprint')
			return { clause, index, body, print }
		})
	return [side(left, 0), side(right, 1)]
}

/** What stands between the same two twins, where that is little on both sides; twins that were moved there are none. */
function findNeighbours(
	{ twins, settledOld, settledNew }: Twins,
	old: readonly Aligned[],
	fresh: readonly Aligned[],
): [Aligned, Aligned][] {
	const looseOf = (side: readonly Aligned[], settled: ReadonlySet<number>) =>
		side.filter((each) => !settled.has(each.index))
	const anchors = twins.filter((twin) => settledOld.has(twin.old)).map((twin) => ({ ...twin, weight: 1 }))
	const neighbours: [Aligned, Aligned][] = []
	let [fromOld, fromNew] = [0, 0]
	for (const anchor of [...heaviestChain(anchors), { old: old.length, new: fresh.length }]) {
		if (anchor.old - fromOld <= MOST_NEIGHBOURS && anchor.new - fromNew <= MOST_NEIGHBOURS)
			for (const a of looseOf(old.slice(fromOld, anchor.old), settledOld))
				for (const b of looseOf(fresh.slice(fromNew, anchor.new), settledNew)) neighbours.push([a, b])
		fromOld = anchor.old + 1
		fromNew = anchor.new + 1
	}
	return neighbours
}

/** Only clauses of one kind can be the same rule; how a text is numbered makes no other kind of rule. */
function canMatch(a: PlacedClause, b: PlacedClause): boolean {
	if (a.clause.kind === b.clause.kind || (isRule(a.clause) && isRule(b.clause))) return true
	return isHeadingLike(a) && isHeadingLike(b)
}

/** 第一章 总则 and 一、总则, of texts that are numbered otherwise. */
function isHeadingLike({ clause: { kind }, body }: PlacedClause): boolean {
	return (
		kind === 'heading' || (kind === 'section' && body.length <= LONGEST_HEADING && !/[，。；：]/.test(body))
	)
}

function isRule({ kind }: Clause): boolean {
	return kind === 'article' || kind === 'section' || kind === 'paragraph'
}

function weightOf(each: Candidate, old: readonly Aligned[], { inOrder }: Thresholds): number {
	const weight = each.like - inOrder
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
function matchBetween(
	matches: Matches,
	old: readonly Aligned[],
	fresh: readonly Aligned[],
	isLikely: (each: Candidate) => boolean,
): void {
	let fromOld = 0
	let fromNew = 0
	const found: { old: number; new: number }[] = []
	const close = (untilOld: number, untilNew: number) => {
		const left = old
			.slice(fromOld, untilOld)
			.filter((each) => !matches.ofOld.has(each.index) && each.clause.kind !== 'top')
		const right = fresh.slice(fromNew, untilNew).filter((each) => !matches.ofNew.has(each.index))
		for (const kind of ['article', 'section', 'paragraph', 'heading', 'annex', 'closing', 'imprint']) {
			const [a, another] = left.filter((each) => each.clause.kind === kind)
			const [b, other] = right.filter((each) => each.clause.kind === kind)
			if (!a || !b || another || other) continue
			const each = { old: a.index, new: b.index, like: likeness(a.print, b.print) }
			if (isLikely(each)) found.push(each)
		}
	}
	const rising = heaviestChain([...matches.ofOld].map(([a, b]) => ({ old: a, new: b, weight: 1 })))
	for (const each of [...rising, { old: old.length, new: fresh.length }]) {
		if (each.old > fromOld && each.new > fromNew) close(each.old, each.new)
		fromOld = each.old + 1
		fromNew = each.new + 1
	}
	for (const each of found) match(matches, each)
}

/** Matches what is left wherever it stands, if it is as much alike as `least` asks for, the most alike first. */
function matchMoved(
	matches: Matches,
	candidates: readonly Candidate[],
	least: (each: Candidate) => number,
): void {
	const isFree = (each: Candidate) => !matches.ofOld.has(each.old) && !matches.ofNew.has(each.new)
	const sorted = candidates
		.filter((each) => isFree(each) && each.like >= least(each))
		.sort((x, y) => y.like - x.like || x.old - y.old || x.new - y.new)
	for (const each of sorted) if (isFree(each)) match(matches, each)
}

/** Where an old clause would stand in the new text, going by the matched one before it. */
function expectedPlaces({ ofOld }: Matches, oldLength: number, newLength: number): number[] {
	let place = -1
	return Array.from({ length: oldLength }, (_, index) => {
		place = Math.min(ofOld.get(index) ?? place + 1, newLength - 1)
		return place
	})
}
