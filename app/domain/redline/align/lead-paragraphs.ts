import { isFootnote } from '#app/domain/legal-text/lines/line-kind.ts'
import { recognised } from '../writing/fold-writing.ts'
import type { Candidate } from './find-candidates.ts'
import { type Fingerprint, likeness, takeFingerprints } from './fingerprint.ts'
import type { Aligned, Matches } from './matches.ts'

/** A first paragraph that is shorter says too little. */
const SHORTEST_LEAD = 8
const SHORTEST_ALONE = 20
/** What was left over on both sides, close by, and begins so much alike is one article of which the rest was dropped. */
const LEAST_LEAD = 0.45

/** What the articles of both sides begin with, by their places. */
export type Leads = { readonly old: ReadonlyMap<number, string>; readonly new: ReadonlyMap<number, string> }

/** Reads what each article begins with. */
export function readLeads(old: readonly Aligned[], fresh: readonly Aligned[]): Leads {
	return { old: leadsOf(old), new: leadsOf(fresh) }
}

/**
 * An article is known by its first paragraph: two that begin with the same one, which no other has, are more alike than
 * their words say, so that a 款 that went elsewhere does not take its article along.
 */
export function preferLeads(
	candidates: readonly Candidate[],
	{ old: left, new: right }: Leads,
): readonly Candidate[] {
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
	{ old, new: fresh }: Leads,
	isNear: (old: number, fresh: number) => boolean,
): void {
	const right = looseOf(fresh, matches.ofNew)
	const pairs = looseOf(old, matches.ofOld).flatMap((a) =>
		right.filter((b) => isNear(a, b)).map((b) => ({ a, b })),
	)
	if (pairs.length === 0) return
	const [ofOld, ofNew] = printsOf([
		{ leads: old, wanted: new Set(pairs.map(({ a }) => a)) },
		{ leads: fresh, wanted: new Set(pairs.map(({ b }) => b)) },
	])
	for (const { a, b } of pairs) {
		const [one, other] = [ofOld?.get(a), ofNew?.get(b)]
		if (!one || !other || likeness(one, other) < LEAST_LEAD) continue
		if (matches.ofOld.has(a) || matches.ofNew.has(b)) continue
		matches.ofOld.set(a, b)
		matches.ofNew.set(b, a)
	}
}

/** The places of the articles that have no match and begin with enough words. */
function looseOf(leads: ReadonlyMap<number, string>, taken: ReadonlyMap<number, number>): number[] {
	return [...leads.keys()].filter((at) => !taken.has(at) && (leads.get(at)?.length ?? 0) >= SHORTEST_ALONE)
}

type Wanted = { readonly leads: ReadonlyMap<number, string>; readonly wanted: ReadonlySet<number> }

/** What the wanted ones are recognised by. What many articles begin with says little: all of them are counted. */
function printsOf(sides: readonly [Wanted, Wanted]): ReadonlyMap<number, Fingerprint>[] {
	const prints = takeFingerprints(
		sides.map(({ leads, wanted }) =>
			[...leads].map(([at, text]) => ({ text, holders: 1, isSettled: !wanted.has(at) })),
		),
	)
	return sides.map(({ leads }, side) => {
		const ofSide = prints[side] ?? []
		return new Map([...leads.keys()].flatMap((at, place) => (ofSide[place] ? [[at, ofSide[place]]] : [])))
	})
}

/** The first paragraph with words of each article. */
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
