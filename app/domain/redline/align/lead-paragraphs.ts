import { isFootnote } from '#app/domain/legal-text/lines/line-kind.ts'
import { recognised } from '../writing/fold-writing.ts'
import type { Candidate } from './find-candidates.ts'
import { likeness, takeFingerprints } from './fingerprint.ts'
import type { Aligned, Matches } from './matches.ts'

/** A first paragraph that is shorter says too little. */
const SHORTEST_LEAD = 8
const SHORTEST_ALONE = 20
/** What was left over on both sides, close by, and begins so much alike is one article of which the rest was dropped. */
const LEAST_LEAD = 0.45

/**
 * An article is known by its first paragraph: two that begin with the same one, which no other has, are more alike than
 * their words say, so that a 款 that went elsewhere does not take its article along.
 */
export function preferLeads(
	candidates: readonly Candidate[],
	old: readonly Aligned[],
	fresh: readonly Aligned[],
): readonly Candidate[] {
	const [left, right] = [leadsOf(old), leadsOf(fresh)]
	const [before, after] = [countOf(left), countOf(right)]
	return candidates.map((each) => {
		const lead = left.get(each.old)
		if (lead === undefined || lead !== right.get(each.new) || each.like === 1) return each
		const isOnly = before.get(lead) === 1 && after.get(lead) === 1
		return isOnly ? { ...each, like: (1 + each.like) / 2 } : each
	})
}

/** Matches what is left over on both sides, close by, and begins alike though the rest of it was dropped or put in. */
export function matchLeads(
	matches: Matches,
	old: readonly Aligned[],
	fresh: readonly Aligned[],
	isNear: (old: number, fresh: number) => boolean,
): void {
	const isLoose = (taken: ReadonlyMap<number, number>, [index, lead]: readonly [number, string]) =>
		!taken.has(index) && lead.length >= SHORTEST_ALONE
	const [left, right] = [[...leadsOf(old)], [...leadsOf(fresh)]]
	const pairs = left.flatMap((a, at) =>
		isLoose(matches.ofOld, a)
			? right.flatMap((b, there) => (isLoose(matches.ofNew, b) && isNear(a[0], b[0]) ? [{ at, there }] : []))
			: [],
	)
	if (pairs.length === 0) return
	// What many articles begin with says little: all of them are counted.
	const prints = takeFingerprints(
		[left, right].map((side) => side.map(([, text]) => ({ text, holders: 1, isSettled: false }))),
	)
	for (const { at, there } of pairs) {
		const [a, b] = [left[at]?.[0], right[there]?.[0]]
		const [one, other] = [prints[0]?.[at], prints[1]?.[there]]
		if (a === undefined || b === undefined || !one || !other) continue
		if (matches.ofOld.has(a) || matches.ofNew.has(b) || likeness(one, other) < LEAST_LEAD) continue
		matches.ofOld.set(a, b)
		matches.ofNew.set(b, a)
	}
}

/** The first paragraph with words of each article that has more than one. */
function leadsOf(side: readonly Aligned[]): Map<number, string> {
	const leads = new Map<number, string>()
	for (const { clause, index } of side) {
		if (clause.kind !== 'article' && clause.kind !== 'section') continue
		const lead = clause.paragraphs.find(({ body }) => body.trim() !== '' && !isFootnote(body))
		const text = recognised(lead?.body ?? '')
		if (text.length >= SHORTEST_LEAD) leads.set(index, text)
	}
	return leads
}

function countOf(leads: ReadonlyMap<number, string>): Map<string, number> {
	const count = new Map<string, number>()
	for (const lead of leads.values()) count.set(lead, (count.get(lead) ?? 0) + 1)
	return count
}
