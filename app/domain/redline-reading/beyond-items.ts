import { placeLabel } from '#app/domain/legal-text/place.ts'
import type { Redline, RedlineBlock, RedlineRow } from '#app/domain/redline/redline.ts'
import { isChangedRow } from '#app/domain/redline/compare/changed-row.ts'
import type { PlacedItem } from './reading.ts'
import { isNamed } from './place-items.ts'
import { oldClausesOf } from './replaced-clauses.ts'

/** A change of wording or substance at a place that no item names: by its anchor, in words, and what it is about. */
export type ChangeBeyond = {
	readonly anchor: string
	readonly place: string
	readonly nature: 'wording' | 'substance'
}

type Asked = readonly Pick<PlacedItem, 'anchor'>[]

/**
 * What a revised text changes beyond the items that were given on the older one. Review is of this draft (Decree 713
 * art. 25, 28; 国办发〔2018〕115号 (六)): numbers, references that follow and typography change nothing of it, anything else
 * at a place (款, 项, row of a table) that no item names was never reviewed.
 */
export function changesBeyond(redline: Pick<Redline, 'blocks'>, items: Asked): ChangeBeyond[] {
	const oldOf = oldClausesOf(redline.blocks)
	return redline.blocks.flatMap((block) =>
		block.rows.flatMap((row, at): ChangeBeyond[] => {
			const nature = block.rowNatures[at] ?? block.nature
			const place = { old: oldOf(block), new: block.new }
			if ((nature !== 'wording' && nature !== 'substance') || isNamed(row, place, items)) return []
			const anchor = row.newAnchor ?? row.oldAnchor ?? block.anchor
			return [{ anchor, place: placeLabel(anchor), nature }]
		}),
	)
}

/** The items at whose places nothing changed but numbers. */
export function untouchedItems<Item extends Pick<PlacedItem, 'anchor'>>(
	redline: Pick<Redline, 'blocks'>,
	items: readonly Item[],
): Item[] {
	return items.filter(
		(item) => !redline.blocks.some((block) => block.rows.some((row) => isTouched(row, block, item))),
	)
}

/** A change within the item's place, or of the paragraph that it stands in: an item on a 项 that went with its 款. */
function isTouched(row: RedlineRow, block: RedlineBlock, item: Pick<PlacedItem, 'anchor'>): boolean {
	if (!isChangedRow(row)) return false
	const isAround = row.oldAnchor !== null && item.anchor.startsWith(`${row.oldAnchor}-`)
	return isAround || isNamed(row, block, [item])
}
