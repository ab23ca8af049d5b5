import type { Clause, LegalText, Paragraph } from '#app/domain/legal-text/legal-text.ts'
import { saysTheSame } from '#app/domain/redline/compare/place-in-article.ts'
import type { Segment } from '#app/domain/redline/redline.ts'

/** A line of a text with the clause that it stands in. */
export type PlacedLine = { readonly paragraph: Paragraph; readonly clause: Clause }

/** What becomes of a line, or of the mark at its end. */
export type Fate = 'kept' | 'inserted' | 'deleted'

/**
 * A line of the marked-up draft: its number and its words, with what came and what went. Where a line was split or
 * lines were merged, a kept line ends with a mark that came or went.
 */
export type MarkedLine = {
	readonly fate: Fate
	readonly mark: Fate
	readonly label: readonly Segment[]
	readonly body: readonly Segment[]
	readonly old: PlacedLine | null
	readonly new: PlacedLine | null
}

/** The lines of a text in their order, each with its clause. */
export function placeLines(text: LegalText): PlacedLine[] {
	return text.clauses.flatMap((clause) => clause.paragraphs.map((paragraph) => ({ paragraph, clause })))
}

/** The number of a line with what came and what went; a line that stands on one side only came or went whole. */
export function labelSegments(old: PlacedLine | null, fresh: PlacedLine | null): Segment[] {
	if (old && fresh) return compareLabels(old.paragraph.label, fresh.paragraph.label)
	const text = (old ?? fresh)?.paragraph.label ?? ''
	return text === '' ? [] : [{ kind: old ? 'deleted' : 'inserted', text }]
}

/** A number changes as a whole: 第九条 becomes 第十条. The blanks around it stay where both have them. */
function compareLabels(old: string, fresh: string): Segment[] {
	if (old === fresh) return old === '' ? [] : [{ kind: 'same', text: old }]
	const head = commonBlanks(old, fresh, /^\s*/)
	const tail = commonBlanks(old.slice(head.length), fresh.slice(head.length), /\s*$/)
	const middle = (label: string) => label.slice(head.length, label.length - tail.length)
	const quiet = saysTheSame(old, fresh) ? ({ quiet: true } as const) : {}
	const segments: Segment[] = [
		{ kind: 'same', text: head },
		{ kind: 'deleted', text: middle(old), ...quiet },
		{ kind: 'inserted', text: middle(fresh), ...quiet },
		{ kind: 'same', text: tail },
	]
	return segments.filter(({ text }) => text !== '')
}

function commonBlanks(old: string, fresh: string, where: RegExp): string {
	const [a, b] = [old, fresh].map((label) => where.exec(label)?.[0] ?? '')
	return a !== undefined && a === b ? a : ''
}
