import type { Clause, Paragraph } from './legal-text.ts'
import { anchorNames } from './anchor-names.ts'
import { type Line, type PartKind, type TableRow, isPageNumber } from './lines/line-kind.ts'
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
	const names = rowAnchors(anchor)
	const paragraphs = lines.map(({ index, text, role, row }, at): Paragraph => {
		const label = isPageNumber(text) ? text : ''
		if (row) return { line: index, label: '', body: text, kind: 'cell', anchor: names(row) }
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

/** Gives the lines of tables within a clause their anchors: art-8-t1.2, and art-8-t1.2-r2 for the next line of that row. */
export function rowAnchors(clause: string): (row: TableRow) => string {
	let [tables, name]: [Map<string, number> | null, ReturnType<typeof anchorNames> | null] = [null, null]
	return ({ table, number }) => {
		// Most clauses have no table.
		tables ??= new Map()
		name ??= anchorNames()
		const count = tables.get(table) ?? tables.size + 1
		tables.set(table, count)
		return name(`${clause}-t${count}.${number}`)
	}
}

/** The kind of clause that a line begins which begins a part, or null for any other line. */
export function partOf({ begins }: Line): LooseKind | null {
	if (begins.kind !== 'part') return null
	return begins.part === 'body' ? 'top' : begins.part
}
