/** Where the parts of a document stand: its title first, annexes after what they belong to. */
const PARTS = ['head', 'top', 'body', 'closing', 'annex', 'imprint'] as const

const byNumber = new Intl.Collator('en', { numeric: true })

/**
 * Items in the order of the text, whatever the order in which they were typed: 第五条 before 第十条, an article before its
 * paragraphs. Those at one place keep their order.
 */
export function inTextOrder<Item extends { readonly anchor: string }>(items: readonly Item[]): Item[] {
	return [...items].sort(
		(a, b) => partOf(a.anchor) - partOf(b.anchor) || byNumber.compare(a.anchor, b.anchor),
	)
}

function partOf(anchor: string): number {
	const kind = anchor.split('-')[0] ?? ''
	const at = PARTS.findIndex((part) => part === kind)
	return at === -1 ? PARTS.indexOf('body') : at
}
