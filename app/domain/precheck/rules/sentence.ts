import type { LegalText, Paragraph } from '#app/domain/legal-text/legal-text.ts'

/** A sentence of a text with its place. */
export type Sentence = {
	readonly text: string
	readonly anchor: string
	readonly line: number
	readonly kind: Paragraph['kind']
	/** The words that an item stands under (不得有下列行为：), or ''. */
	readonly lead: string
	/** The key of its article, or null. */
	readonly article: string | null
}

/** No rule reads further than this at once, whatever the text holds. */
const LONGEST = 300
const ENDS = /[。！？!?\n]/
/** Where a sentence that is too long is cut, from the best place on. */
const CUTS = ['；', '，', '、', ' ']
/** Number of an item or section before its words. */
const LEADS_TO_ITEMS = /[：:]\s*$/

/** The sentences of a text in order. Each character of a paragraph's words stands in one of them. */
export function sentencesOf(legal: LegalText): Sentence[] {
	const sentences: Sentence[] = []
	for (const clause of legal.clauses) {
		const article = clause.kind === 'article' ? clause.key : null
		let lead = ''
		for (const { line, body, kind, anchor } of clause.paragraphs) {
			const isItem = kind === 'item' || kind === 'sub-item'
			const own = isItem ? lead : ''
			for (const text of cutSentences(body)) sentences.push({ text, anchor, line, kind, lead: own, article })
			if (!isItem) lead = LEADS_TO_ITEMS.test(body) ? lastSentence(body) : ''
		}
	}
	return sentences
}

function lastSentence(body: string): string {
	const tail = body.slice(-LONGEST)
	return tail.slice(Math.max(tail.lastIndexOf('。', tail.length - 2) + 1, 0))
}

function cutSentences(body: string): string[] {
	const cut: string[] = []
	let from = 0
	for (let at = 0; at < body.length; at += 1) {
		if (ENDS.test(body.charAt(at))) {
			push(cut, body.slice(from, at + 1))
			from = at + 1
		} else if (at - from >= LONGEST) {
			const end = cutPlace(body, from, at)
			push(cut, body.slice(from, end))
			from = end
		}
	}
	push(cut, body.slice(from))
	return cut
}

function cutPlace(body: string, from: number, at: number): number {
	// Cut out first: a search in the whole would go back to its beginning, and make the work grow with its square.
	const stretch = body.slice(from, at)
	for (const sign of CUTS) {
		const found = stretch.lastIndexOf(sign)
		if (found > LONGEST / 2) return from + found + 1
	}
	return at
}

function push(cut: string[], words: string): void {
	const trimmed = words.trim()
	if (trimmed !== '') cut.push(trimmed)
}
