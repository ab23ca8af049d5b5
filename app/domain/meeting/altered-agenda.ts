import type { RecordFault } from '#app/domain/matter-record/record-fault.ts'

/** What of an agenda is not as the trail left it: single items by their ids, or the meeting as a whole. */
export type AlteredAgenda = { readonly isWhole: boolean; readonly itemIds: ReadonlySet<string> }

const OF_ITEMS: readonly string[] = ['agenda_item', 'agenda_listing', 'agenda_outcome']

/**
 * Counts faults to the items that they are of. What is of no item that is there — the meeting's own row, an approval, an
 * item that is gone — is the whole meeting's: nobody can say which of its items it concerns.
 */
export function alteredAgenda(
	items: readonly { readonly id: string }[],
	faults: readonly RecordFault[],
): AlteredAgenda {
	const ids = new Set(items.map(({ id }) => id))
	const isOfItem = ({ table, key }: RecordFault) => OF_ITEMS.includes(table) && ids.has(key)
	return {
		isWhole: faults.some((fault) => !isOfItem(fault)),
		itemIds: new Set(faults.filter(isOfItem).map(({ key }) => key)),
	}
}

/** Whether an item of this agenda rests on rows that somebody changed past the product. */
export function isAltered({ isWhole, itemIds }: AlteredAgenda, itemId: string): boolean {
	return isWhole || itemIds.has(itemId)
}
