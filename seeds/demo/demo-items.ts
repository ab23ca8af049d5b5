import type { ItemBody, PointBody } from '#app/domain/opinion/opinion-body.ts'

/** What an item of a demo opinion says; its place is given by its anchor. */
export type DemoItem = Pick<
	ItemBody,
	'kind' | 'anchor' | 'quote' | 'problem' | 'ground' | 'suggestion' | 'points'
>

/** A point that an item cites has a problem, in the item's words; the others have none. */
export function answerTo(point: string, items: readonly DemoItem[]): Pick<PointBody, 'answer' | 'note'> {
	const found = items.filter((item) => item.kind === 'must' && item.points.includes(point))
	const note = found.map((item) => item.problem).join('')
	return found.length === 0 ? { answer: 'in-order', note } : { answer: 'problem', note }
}
