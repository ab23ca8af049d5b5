import type { RedlineBlock } from '#app/domain/redline/redline.ts'

/** The place before the first block. */
export const AT_THE_TOP = ''

/** The order in which keys count: 9 before 10, 120 before 120-1, 3.2.1 before 3.10. */
const byKey = new Intl.Collator('en', { numeric: true })

/**
 * The moved blocks, by the anchor of the block after which they stood in the older text. Old clauses are ordered by
 * their keys, which count upwards.
 */
export function leftPlaces(blocks: readonly RedlineBlock[]): ReadonlyMap<string, readonly RedlineBlock[]> {
	const left = new Map<string, RedlineBlock[]>()
	const moved = blocks.filter(
		(block) => block.kind === 'moved' && block.old.length > 0 && block.new.length > 0,
	)
	if (moved.length === 0) return left
	const stayed = blocks.flatMap((block) =>
		block.kind === 'moved' ? [] : block.old.map((clause) => ({ key: clause.key, anchor: block.anchor })),
	)
	const sorted = stayed.toSorted((a, b) => byKey.compare(a.key, b.key))
	for (const block of moved) {
		const key = block.old[0]?.key ?? ''
		const place = sorted.findLast((each) => byKey.compare(each.key, key) < 0)?.anchor ?? AT_THE_TOP
		left.set(place, [...(left.get(place) ?? []), block])
	}
	return left
}
