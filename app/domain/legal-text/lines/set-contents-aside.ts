import { type Line, PLAIN } from './line-kind.ts'

const TITLE = /^[^\p{L}]{0,6}目\s*[录次][^\p{L}]{0,6}$/u

/**
 * A table of contents (目录) repeats the headings of the text, or the numbers of its articles. Its lines are text and
 * no headings, or every chapter would stand there twice.
 */
export function setContentsAside(lines: readonly Line[]): readonly Line[] {
	const title = lines.findIndex(({ text }) => text.includes('目') && TITLE.test(text))
	if (title < 0) return lines
	const first = lines.findIndex(({ begins }, at) => at > title && isHeading(begins))
	if (first < 0 || lines.slice(title + 1, first).some(({ text }) => text.trim() !== '')) return lines
	const end = lines.findIndex((line, at) => at > first && isSameHeading(line, lines[first]))
	const isList = end > 0 && lines.slice(first, end).every(isEntry)
	return isList
		? lines.map((line, at) => (at > title && at < end ? { ...line, begins: PLAIN } : line))
		: lines
}

function isHeading({ kind }: Line['begins']): boolean {
	return kind === 'division' || kind === 'article'
}

function isSameHeading({ begins: a }: Line, other: Line | undefined): boolean {
	const b = other?.begins
	if (a.kind === 'article') return b?.kind === 'article' && a.number === b.number && a.branch === b.branch
	return a.kind === 'division' && b?.kind === 'division' && a.division === b.division && a.number === b.number
}

/** An entry is short and ends no sentence. */
function isEntry({ text }: Line): boolean {
	return text.length <= 80 && !/[。；]\s*$/.test(text)
}
