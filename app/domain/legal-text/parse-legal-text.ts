import type { Clause, LegalText, Scheme, TextProblem } from './legal-text.ts'
import { ArticleReader } from './read-articles.ts'
import type { Line } from './line-kind.ts'
import { lineKind } from './line-kind.ts'
import { readOutline } from './read-outline.ts'

/**
 * Parses a text, one paragraph a line, to 编/章/节/条/款/项/目 (立法法 art. 65) or to 一、（一）1.（1） (GB/T 9704 7.3.3);
 * a text without numbers becomes paragraphs. No character is lost or invented.
 */
export function parseLegalText(text: string): LegalText {
	const lines = text.split('\n').map((line, index): Line => ({ index, text: line, begins: lineKind(line) }))
	const scheme = schemeOf(lines)
	const clauses = scheme === 'articles' ? new ArticleReader(lines).read() : scheme === 'outline' ? readOutline(lines) : readParagraphs(lines)
	return { scheme, title: titleOf(clauses), clauses, problems: problemsOf(scheme, lines, clauses) }
}

/** The text that a parsed one came from. */
export function textOf(parsed: LegalText): string {
	return parsed.clauses.flatMap((clause) => clause.paragraphs.map(({ label, body }) => label + body)).join('\n')
}

function schemeOf(lines: readonly Line[]): Scheme {
	if (lines.some((line) => line.begins.kind === 'article')) return 'articles'
	return lines.filter((line) => line.begins.kind === 'first-level').length >= 2 ? 'outline' : 'paragraphs'
}

function readParagraphs(lines: readonly Line[]): Clause[] {
	return lines.map(({ index, text }) => {
		const anchor = `par-${index + 1}`
		const paragraph = { line: index, label: '', body: text, kind: 'text', anchor } as const
		return { key: `p${index + 1}`, label: '', kind: 'paragraph', headings: [], anchor, paragraphs: [paragraph] }
	})
}

/** The first line with words that is not itself numbered. */
function titleOf(clauses: readonly Clause[]): string | null {
	const first = clauses.find((clause) => clause.kind === 'top' || clause.kind === 'paragraph')
	const line = first?.paragraphs.find((paragraph) => paragraph.body.trim() !== '')
	return line ? line.body.trim() : null
}

function problemsOf(scheme: Scheme, lines: readonly Line[], clauses: readonly Clause[]): TextProblem[] {
	if (scheme === 'paragraphs') return [{ code: 'no-article' }]
	if (scheme === 'outline') return []
	const problems: TextProblem[] = []
	const seen = new Set<string>()
	let last = 0
	for (const { index, begins } of lines) {
		if (begins.kind !== 'article') continue
		const label = begins.label.trim()
		if (seen.has(label)) problems.push({ code: 'duplicate-article', label, line: index })
		else if (begins.branch === null && begins.number > last + 1)
			problems.push({ code: 'missing-article', after: last, found: begins.number, line: index })
		seen.add(label)
		last = Math.max(last, begins.number)
	}
	return clauses.length === 0 ? [] : problems
}
