import { hasChange } from '#app/domain/redline/compare/settle-segments.ts'
import type { RedlineBlock } from '#app/domain/redline/redline.ts'
import type { PlacedItem, ReadBlock } from './reading.ts'

/** Whether nothing but the number of a clause changed, or not even that: a reader looks at these last. */
export function isQuiet(block: Pick<RedlineBlock, 'kind'>): boolean {
	return block.kind === 'unchanged' || block.kind === 'renumbered'
}

/** Whether a block is one of those that are counted: clauses, and headings where they changed. */
export function isCounted(block: Pick<RedlineBlock, 'kind' | 'old' | 'new'>): boolean {
	return !isQuiet(block) || [...block.old, ...block.new].some((clause) => !clause.isHeading)
}

/** The items that were put at one of the clauses of a block. */
export function itemsAt<Item extends Pick<PlacedItem, 'anchor' | 'side'>>(
	block: Pick<RedlineBlock, 'old' | 'new'>,
	items: readonly Item[],
): Item[] {
	return items.filter((item) => block[item.side].some((clause) => isWithin(item.anchor, clause.anchor)))
}

/**
 * What of a change no item asked for: all of it, or the rows that lie outside of the items at its clause. Where there is
 * no opinion on the older text, nothing is outside of it.
 */
export function outsideOf(block: RedlineBlock, items: readonly PlacedItem[]): ReadBlock['outside'] {
	const asked = items.filter((item) => item.side === 'old')
	if (asked.length === 0 || isQuiet(block)) return []
	const here = itemsAt(block, asked)
	if (here.length === 0) return 'all'
	const asking = here.map((item) => ({ anchor: item.anchor, within: placeIn(block.old, item.anchor) }))
	return block.rows.flatMap((row) => {
		const changed = hasChange(row.merged)
		const anchor = row.oldAnchor ?? row.newAnchor
		if (!changed || anchor === null) return []
		// A row that came has no old place of its own: it answers an item at the same place of the clause.
		const inside = asking.some((item) =>
			row.oldAnchor === null
				? meets(item.within, placeIn(block.new, anchor))
				: isWithin(anchor, item.anchor) || isWithin(item.anchor, anchor),
		)
		return inside ? [] : [anchor]
	})
}

/** Where in its clause a place is: p1-i2 of art-5-p1-i2; empty for the clause itself. */
function placeIn(clauses: readonly { readonly anchor: string }[], anchor: string): string {
	const clause = clauses.find((each) => isWithin(anchor, each.anchor))
	return clause ? anchor.slice(clause.anchor.length + 1) : anchor
}

function meets(a: string, b: string): boolean {
	return a === '' || isWithin(b, a) || isWithin(a, b)
}

/** Whether a place is another or lies in it: art-5-p1-i2 lies in art-5. */
function isWithin(place: string, other: string): boolean {
	return place === other || place.startsWith(`${other}-`)
}
