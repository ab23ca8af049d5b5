import type { Paragraph } from '#app/domain/legal-text/legal-text.ts'
import {
	type Candidate,
	type Matchable,
	findCandidates,
	findOutdone,
	findTwins,
} from '../align/find-candidates.ts'
import { likeness, takeFingerprints } from '../align/fingerprint.ts'
import { heaviestChain } from '../align/heaviest-chain.ts'
import { type Group, joinParts } from '../align/join-parts.ts'
import { type Judged, judgeGroups } from '../align/judge-groups.ts'
import type { Matches } from '../align/matches.ts'
import { THRESHOLDS } from '../align/thresholds.ts'
import { recognised } from '../writing/fold-writing.ts'

/** A paragraph with its place among all paragraphs of its side. */
export type PlacedParagraph = Matchable & { readonly paragraph: Paragraph }

/** Below this two paragraphs of one article are not one rewritten. */
const LEAST_LIKE = 0.3
/** The only two between matched neighbours may differ more. */
const LEAST_BETWEEN = 0.12
/** A paragraph that changed its place within an article is surely the same one. */
const LEAST_MOVED = 0.55

/** Paragraphs that belong together, and what else they might belong to where that is not certain. */
export type JudgedGroup = Group<PlacedParagraph> & Judged

/** Which paragraphs (款, 项, 目) of clauses that belong together became which: by what they say, never by their numbers. */
export function alignParagraphs(before: readonly Paragraph[], after: readonly Paragraph[]): JudgedGroup[] {
	const [old, fresh] = prepare(before, after)
	const { twins, settledOld, settledNew } = findTwins(old, fresh, () => true)
	const looseOld = old.filter((each) => !settledOld.has(each.index))
	const looseNew = fresh.filter((each) => !settledNew.has(each.index))
	const candidates = [...twins, ...findCandidates(looseOld, looseNew, () => true, [])]
	const isOutdone = findOutdone(candidates)
	const likely = candidates.filter((each) => !isOutdone(each))
	const matches: Matches = { ofOld: new Map(), ofNew: new Map() }
	const match = (each: { old: number; new: number }) => {
		matches.ofOld.set(each.old, each.new)
		matches.ofNew.set(each.new, each.old)
	}
	const isFree = (each: Candidate) => !matches.ofOld.has(each.old) && !matches.ofNew.has(each.new)
	const chain = heaviestChain(likely.map((each) => ({ ...each, weight: each.like - LEAST_LIKE })))
	for (const each of chain) match(each)
	for (const each of onlyOnesBetween(chain, old, fresh)) match(each)
	for (const each of likely.toSorted((x, y) => y.like - x.like))
		if (each.like >= LEAST_MOVED && isFree(each)) match(each)
	const groups = joinParts(matches, old, fresh, candidates, THRESHOLDS)
	const judged = judgeGroups(groups, candidates)
	return groups.map((group, at) => ({ ...group, ...(judged[at] ?? { likeness: 0, rival: null }) }))
}

function prepare(
	before: readonly Paragraph[],
	after: readonly Paragraph[],
): [PlacedParagraph[], PlacedParagraph[]] {
	const sides = [before, after].map((side) =>
		side.map((paragraph, index) => ({ paragraph, index, body: recognised(paragraph.body) })),
	)
	const prints = takeFingerprints(
		sides.map((side) => side.map(({ body }) => ({ text: body, holders: 1, isSettled: false }))),
	)
	const place = (which: 0 | 1) =>
		(sides[which] ?? []).map((each): PlacedParagraph => {
			const print = prints[which]?.[each.index]
			if (!print) throw new Error('every paragraph has a fingerprint')
			return { ...each, print }
		})
	return [place(0), place(1)]
}

/** Where matched neighbours leave one paragraph on each side between them. */
function onlyOnesBetween(
	chain: readonly { readonly old: number; readonly new: number }[],
	old: readonly PlacedParagraph[],
	fresh: readonly PlacedParagraph[],
): { old: number; new: number }[] {
	const found: { old: number; new: number }[] = []
	let [fromOld, fromNew] = [0, 0]
	for (const each of [...chain, { old: old.length, new: fresh.length }]) {
		const [a, b] = [old[fromOld], fresh[fromNew]]
		const areOnly = each.old - fromOld === 1 && each.new - fromNew === 1
		if (areOnly && a && b && likeness(a.print, b.print) >= LEAST_BETWEEN)
			found.push({ old: fromOld, new: fromNew })
		fromOld = each.old + 1
		fromNew = each.new + 1
	}
	return found
}
