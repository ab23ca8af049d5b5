import { isChangedRow } from '#app/domain/redline/compare/changed-row.ts'
import type { RedlineBlock, RedlineRow } from '#app/domain/redline/redline.ts'
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
 * What of a change no item asked for: all of it, or the rows that lie outside of the items at its clause. `old` are the
 * clauses that the block answers for. Where there is no opinion on the older text, nothing is outside of it.
 */
export function outsideOf(
	block: RedlineBlock,
	old: RedlineBlock['old'],
	items: readonly PlacedItem[],
): ReadBlock['outside'] {
	const place = { old, new: block.new }
	const asked = items.filter((item) => item.side === 'old')
	if (asked.length === 0 || isQuiet(block)) return []
	const here = itemsAt(place, asked)
	if (here.length === 0) return 'all'
	return block.rows.flatMap((row) => {
		const anchor = row.oldAnchor ?? row.newAnchor
		const isOutside = isChangedRow(row) && anchor !== null && !isNamed(row, place, here)
		return isOutside ? [anchor] : []
	})
}

/**
 * Whether an item on the older text names the place of a row: the place itself or what it lies in, so that an item on a
 * whole article names all of it and one on a 项 names neither its 款 nor its neighbours.
 */
export function isNamed(
	row: Pick<RedlineRow, 'oldAnchor' | 'newAnchor'>,
	block: Pick<RedlineBlock, 'old' | 'new'>,
	items: readonly Pick<PlacedItem, 'anchor'>[],
): boolean {
	const { oldAnchor, newAnchor } = row
	if (oldAnchor !== null) return items.some((item) => isWithin(oldAnchor, item.anchor))
	// A row that came has no old place of its own: it answers an item at the same place of the clause.
	const place = placeIn(block.new, newAnchor ?? '')
	return items
		.filter((item) => block.old.some((clause) => isWithin(item.anchor, clause.anchor)))
		.some((item) => {
			const within = placeIn(block.old, item.anchor)
			return within === '' || isWithin(place, within)
		})
}

/** Where in its clause a place is: p1-i2 of art-5-p1-i2; empty for the clause itself. */
export function placeIn(clauses: readonly { readonly anchor: string }[], anchor: string): string {
	const clause = clauses.find((each) => isWithin(anchor, each.anchor))
	return clause ? anchor.slice(clause.anchor.length + 1) : anchor
}

/** Whether a place is another or lies in it: art-5-p1-i2 lies in art-5. */
function isWithin(place: string, other: string): boolean {
	return place === other || place.startsWith(`${other}-`)
}
