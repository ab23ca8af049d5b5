import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import { type PlainLine, linesOf } from '#app/domain/document/plain-lines.ts'
import type { Clause, LegalText, Scheme } from './legal-text.ts'
import { joinBrokenLines } from './lines/join-broken-lines.ts'
import type { Line } from './lines/line-kind.ts'
import { cutRunTogether } from './lines/cut-run-together.ts'
import { nameHead } from './parts/name-head.ts'
import { readArticles } from './read-articles.ts'
import { isSectionLine, readOutline } from './read-outline.ts'
import { readParagraphs } from './read-paragraphs.ts'
import { setContentsAside } from './lines/set-contents-aside.ts'
import { setPartsApart } from './parts/set-parts-apart.ts'
import { settleArticles } from './lines/settle-articles.ts'
import { settleDecimals } from './lines/settle-decimals.ts'

/**
 * Parses a text, one paragraph a line, to 编/章/节/条/款/项/目 (立法法 art. 65), to 一、（一）1.（1） (GB/T 9704 7.3.3) or to
 * 1, 1.1, 1.1.1; a text without numbers becomes paragraphs. Letterhead, annexes, signature and imprint of a document have
 * their own places. No character is lost or invented. The work grows with the length of the text, whatever it holds.
 */
export function parseLegalText(text: string): LegalText {
	const pieces = cutRunTogether(text.split('\n'))
	return parseLines(
		pieces.map(({ index, text: words, begins }): Line => ({
			index,
			text: words,
			begins,
			role: null,
			row: null,
		})),
	)
}

/**
 * Parses a document as `parseLegalText` does its text. What stands in a table is never an article, a heading or an annex,
 * and no 款; nor is a note. The `line` of a paragraph counts in `linesOf(document)`.
 */
export function parseDocument(document: DocumentTree): LegalText {
	const lines = linesOf(document)
	while (lines.length > 1 && lines[lines.length - 1]?.text === '') lines.pop()
	return parsePlainLines(lines)
}

/** The same with the empty lines at the end, which `parseDocument` leaves out. */
export function parseEveryLine(document: DocumentTree): LegalText {
	return parsePlainLines(linesOf(document))
}

function parsePlainLines(lines: readonly PlainLine[]): LegalText {
	const isProse = (index: number) => lines[index]?.table === null && lines[index]?.note === null
	const pieces = cutRunTogether(
		lines.map(({ text }) => text),
		isProse,
	)
	return parseLines(
		pieces.map(({ index, text, begins }): Line => {
			const from = lines[index]
			if (!from || (from.table === null && from.note === null))
				return { index, text, begins, role: null, row: null }
			const { table, place } = from
			const row = table === null ? null : { table, number: rowNumber(table, place) }
			return { index, text, begins, role: row ? 'cell' : 'note', row }
		}),
	)
}

/** The row of a cell by its place: the first step below its table. */
function rowNumber(table: string, place: string): number {
	return Number(place.slice(table.length + 1).split('/')[0]) + 1
}

function parseLines(read: readonly Line[]): LegalText {
	const apart = nameHead(setPartsApart(setContentsAside(read)))
	const { lines: settled, problems } = settleArticles(apart)
	const lines = joinBrokenLines(settleDecimals(settled))
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
	let text = ''
	let line = 0
	for (const { paragraphs } of parsed.clauses)
		for (const paragraph of paragraphs) {
			if (paragraph.line !== line) text += '\n'
			line = paragraph.line
			text += paragraph.label + paragraph.body
		}
	return text
}

const READERS: Readonly<Record<Scheme, (lines: readonly Line[]) => Clause[]>> = {
	articles: readArticles,
	outline: readOutline,
	paragraphs: readParagraphs,
}

/** A single article among numbered sections is a quotation, or a slip in a contract; two sections make a scheme. */
function schemeOf(lines: readonly Line[]): Scheme {
	let [articles, sections, widest] = [0, 0, 0]
	for (const line of lines) {
		const { kind } = line.begins
		if (kind === 'plain') continue
		if (kind === 'article') articles += 1
		if (kind === 'first-level' || kind === 'decimal') widest += 1
		if (isSectionLine(line)) sections += 1
	}
	if (articles > 1 || (articles === 1 && widest < 2)) return 'articles'
	return sections >= 2 ? 'outline' : 'paragraphs'
}

/** The lines of the title where they are known, else the first line with words that is not numbered and no letterhead. */
function titleOf(clauses: readonly Clause[]): string | null {
	const top = clauses.filter((clause) => clause.kind === 'top' || clause.kind === 'paragraph')
	const words = top.flatMap(({ paragraphs }) => paragraphs.filter(({ body }) => body.trim() !== ''))
	const start = words.findIndex(({ kind }) => kind === 'title')
	if (start < 0) return (words.find(({ kind }) => kind === 'text') ?? words[0])?.body.trim() ?? null
	const end = words.findIndex(({ kind }, at) => at > start && kind !== 'title')
	const title = words.slice(start, end < 0 ? words.length : end)
	return title.map(({ body }) => body.trim()).join('')
}
