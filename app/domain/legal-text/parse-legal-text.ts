import type { Clause, LegalText, Paragraph, Scheme } from './legal-text.ts'
import { joinBrokenLines } from './join-broken-lines.ts'
import { type Line, lineKind } from './line-kind.ts'
import { readArticles } from './read-articles.ts'
import { isSectionLine, readOutline } from './read-outline.ts'
import { setContentsAside } from './set-contents-aside.ts'
import { settleArticles } from './settle-articles.ts'

/**
 * Parses a text, one paragraph a line, to 编/章/节/条/款/项/目 (立法法 art. 65) or to 一、（一）1.（1） (GB/T 9704 7.3.3);
 * a text without numbers becomes paragraphs. No character is lost or invented.
 */
export function parseLegalText(text: string): LegalText {
	const read = text.split('\n').map((line, index): Line => ({ index, text: line, begins: lineKind(line) }))
	const { lines: settled, problems } = settleArticles(setContentsAside(read))
	const lines = joinBrokenLines(settled)
	const scheme = schemeOf(lines)
	const clauses = READERS[scheme](lines)
	return {
		scheme,
		title: titleOf(clauses),
		clauses,
		problems: scheme === 'articles' ? problems : scheme === 'outline' ? [] : [{ code: 'no-article' }],
	}
}

/** The text that a parsed one came from. */
export function textOf(parsed: LegalText): string {
	return parsed.clauses
		.flatMap((clause) => clause.paragraphs.map(({ label, body }) => label + body))
		.join('\n')
}

const READERS: Readonly<Record<Scheme, (lines: readonly Line[]) => Clause[]>> = {
	articles: readArticles,
	outline: readOutline,
	paragraphs: readParagraphs,
}

/** A single article among numbered sections is a quotation; two sections make a scheme. */
function schemeOf(lines: readonly Line[]): Scheme {
	const articles = lines.filter((line) => line.begins.kind === 'article').length
	const sections = lines.filter(isSectionLine).length
	const firstLevel = lines.filter((line) => line.begins.kind === 'first-level').length
	if (articles > 1 || (articles === 1 && firstLevel < 2)) return 'articles'
	return sections >= 2 ? 'outline' : 'paragraphs'
}

/** Each paragraph with words is a clause; empty lines go with the one before them. */
function readParagraphs(lines: readonly Line[]): Clause[] {
	const clauses: (Clause & { readonly paragraphs: Paragraph[] })[] = []
	let count = 0
	for (const { index, text } of lines) {
		const before = clauses[clauses.length - 1]
		if (text.trim() === '' && before) {
			const anchor = `${before.anchor}-b${before.paragraphs.length}`
			before.paragraphs.push({ line: index, label: '', body: text, kind: 'text', anchor })
			continue
		}
		const isEmpty = text.trim() === ''
		if (!isEmpty) count += 1
		const anchor = isEmpty ? 'top-1' : `par-${count}`
		const paragraph: Paragraph = { line: index, label: '', body: text, kind: 'text', anchor }
		const kind = isEmpty ? 'top' : 'paragraph'
		clauses.push({
			key: isEmpty ? 'top-1' : `p${count}`,
			label: '',
			kind,
			headings: [],
			anchor,
			paragraphs: [paragraph],
		})
	}
	return clauses
}

/** The first line with words that is not itself numbered. */
function titleOf(clauses: readonly Clause[]): string | null {
	const first = clauses.find((clause) => clause.kind === 'top' || clause.kind === 'paragraph')
	const line = first?.paragraphs.find((paragraph) => paragraph.body.trim() !== '')
	return line ? line.body.trim() : null
}
