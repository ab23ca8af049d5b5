import type { Clause, Paragraph } from './legal-text.ts'
import { type Line, type PartKind, isPageNumber } from './lines/line-kind.ts'
import { withoutBlanks } from './without-blanks.ts'

/** What has no numbers: the lines at the top, an annex, a closing or an imprint. */
export type LooseKind = 'top' | Exclude<PartKind, 'body'>

/** Of a list that has no name its first line stands for it. */
const LONGEST_NAME = 60

/** The clause of lines without numbers, each line a paragraph. */
export function readLoose(
	kind: LooseKind,
	lines: readonly Line[],
	headings: readonly string[],
	anchor: string,
): Clause {
	const paragraphs = lines.map(({ index, text, role }, at): Paragraph => {
		const label = isPageNumber(text) ? text : ''
		const own = index === 0 && at === 0 ? 'title' : kind === 'annex' && at === 0 ? 'heading' : 'text'
		return {
			line: index,
			label,
			body: text.slice(label.length),
			kind: role ?? own,
			anchor: `${anchor}-${at + 1}`,
		}
	})
	const label = kind === 'annex' ? withoutBlanks(lines[0]?.text ?? '').slice(0, LONGEST_NAME) : ''
	return { key: anchor, label, kind, headings, anchor, paragraphs }
}

/** The kind of clause that a line begins which begins a part, or null for any other line. */
export function partOf({ begins }: Line): LooseKind | null {
	if (begins.kind !== 'part') return null
	return begins.part === 'body' ? 'top' : begins.part
}
