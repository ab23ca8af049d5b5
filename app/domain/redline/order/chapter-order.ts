import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { heaviestChain } from '../align/heaviest-chain.ts'

/** Chapters of the old text in the order of the new one, and those that changed places. */
export type ChapterOrder = {
	/** The place of each old clause when its chapter stands where it stands in the new text. */
	readonly placeOf: (clause: Clause) => number | null
	readonly moved: ReadonlySet<Clause>
}

/**
 * Puts the old chapters into the order of the new ones, so that a chapter that changed its place is said to have moved
 * once, and its articles, which stand in it as before, are not.
 */
export function orderChapters(
	before: readonly Clause[],
	after: readonly Clause[],
	successorOf: (heading: Clause) => Clause | undefined,
): ChapterOrder {
	const places = new Map(after.map((clause, at) => [clause, at]))
	const chapters = chaptersOf(before)
	const matched = chapters.flatMap((chapter, old) => {
		const [heading] = chapter
		const successor = heading && isChapter(heading) ? successorOf(heading) : undefined
		const place = successor && places.get(successor)
		return heading && place !== undefined ? [{ old, new: place, weight: chapter.length, heading }] : []
	})
	const stayed = new Set(heaviestChain(matched))
	if (stayed.size === matched.length) return { placeOf: placesIn(before), moved: new Set() }
	const moved = matched.filter((each) => {
		if (!stayed.has(each)) return true
		// Of two chapters that only changed places with each other, neither stayed.
		const crossed = matched.filter((other) => other.old < each.old !== other.new < each.new && other !== each)
		return crossed.length === 1 && matched.filter((other) => isCrossed(other, crossed[0])).length === 1
	})
	return {
		placeOf: placesIn(inNewOrder(chapters, matched)),
		moved: new Set(moved.map(({ heading }) => heading)),
	}
}

type Place = { readonly old: number; readonly new: number }

function isCrossed(one: Place, other: Place | undefined): boolean {
	return other !== undefined && one !== other && one.old < other.old !== one.new < other.new
}

/** A chapter without a successor stays behind the one before it. */
function inNewOrder(chapters: readonly Clause[][], matched: readonly Place[]): Clause[] {
	const newPlaces = new Map(matched.map((each) => [each.old, each.new]))
	let last = -1
	return chapters
		.map((clauses, old) => {
			last = newPlaces.get(old) ?? last
			return { clauses, old, place: last }
		})
		.sort((x, y) => x.place - y.place || x.old - y.old)
		.flatMap(({ clauses }) => clauses)
}

/** The widest headings, each with what stands under it; what stands before the first is one of its own. */
function chaptersOf(clauses: readonly Clause[]): Clause[][] {
	const chapters: Clause[][] = [[]]
	for (const clause of clauses) {
		if (isChapter(clause)) chapters.push([clause])
		else chapters[chapters.length - 1]?.push(clause)
	}
	return chapters
}

function isChapter({ kind, headings }: Clause): boolean {
	return kind === 'heading' && headings.length === 0
}

function placesIn(clauses: readonly Clause[]): ChapterOrder['placeOf'] {
	const places = new Map(clauses.map((clause, at) => [clause, at]))
	return (clause) => places.get(clause) ?? null
}
