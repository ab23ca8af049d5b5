import { heaviestChain } from '../align/heaviest-chain.ts'

/** Something with its place in the old text and in the new one, where it has one; `mayMove` says whether it can be moved. */
export type Standing = {
	readonly oldPlace: number | null
	readonly newPlace: number | null
	readonly mayMove: boolean
}

/**
 * Puts what was aligned into the order of the new text; what was deleted stands after what came before it in the old
 * one. What lies off the longest chain in order was moved.
 */
export function inReadingOrder<Each extends Standing>(
	standing: readonly Each[],
): { readonly each: Each; readonly isMoved: boolean }[] {
	const links = standing.flatMap((each) =>
		each.oldPlace === null || each.newPlace === null || !each.mayMove
			? []
			: [{ old: each.oldPlace, new: each.newPlace, weight: 1, each }],
	)
	const stayed = new Set(heaviestChain(links).map((link) => link.each))
	let last = -1
	return standing
		.toSorted((x, y) => (x.oldPlace ?? -1) - (y.oldPlace ?? -1))
		.map((each) => {
			const isOnBoth = each.oldPlace !== null && each.newPlace !== null
			const isMoved = isOnBoth && each.mayMove && !stayed.has(each)
			if (each.newPlace !== null && isOnBoth && !isMoved) last = each.newPlace
			const first = each.newPlace ?? last
			const second = each.newPlace === null ? (each.oldPlace ?? 0) : -1
			return { each, isMoved, first, second }
		})
		.sort((x, y) => x.first - y.first || x.second - y.second)
		.map(({ each, isMoved }) => ({ each, isMoved }))
}
