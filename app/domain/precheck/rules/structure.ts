import type { DocumentTree, Table } from '#app/domain/document/document-tree.ts'
import { linesOf, linesOfBlocks } from '#app/domain/document/plain-lines.ts'
import { tablesOf } from '#app/domain/document/walk-document.ts'
import { readNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { Clause, LegalText, Paragraph } from '#app/domain/legal-text/legal-text.ts'
import type { TextRule } from './hit.ts'

/** A place of a text that a rule speaks of. */
export type PlacedFinding = {
	readonly rule: TextRule
	readonly anchor: string
	readonly line: number
	readonly words: string
	readonly detail: string | null
}

const LONGEST = 120

/** F1, F2: the numbers of articles and items (立法法 art. 65, GB/T 9704 7.3.3). */
export function misnumbers(legal: LegalText): PlacedFinding[] {
	return [...articleNumbers(legal), ...legal.clauses.flatMap(itemNumbers)]
}

function articleNumbers({ clauses, problems }: LegalText): PlacedFinding[] {
	const byLine = new Map<number, Paragraph>()
	for (const { paragraphs } of clauses)
		for (const one of paragraphs) if (!byLine.has(one.line)) byLine.set(one.line, one)
	const found = problems.flatMap((problem): PlacedFinding[] => {
		// A passage may begin anywhere.
		if (problem.code === 'no-article' || (problem.code === 'missing-article' && problem.after === 0))
			return []
		const paragraph = byLine.get(problem.line)
		return paragraph ? [at('F1', paragraph, null)] : []
	})
	const odd = clauses.flatMap(({ kind, label, paragraphs: [first] }): PlacedFinding[] =>
		first &&
		kind === 'article' &&
		(/^第[0-9０-９]+条/.test(label) || /十十|百百|十百|零零|第零|一一|二二/.test(label))
			? [at('F1', first, null)]
			: [],
	)
	return [...found, ...odd]
}

/** （一）（二）（四）: an item left out or twice. */
function itemNumbers({ kind, paragraphs }: Clause): PlacedFinding[] {
	// Elsewhere （二） is a section of its own.
	if (kind !== 'article') return []
	const found: PlacedFinding[] = []
	let last = 0
	for (const paragraph of paragraphs) {
		if (paragraph.kind === 'text' && paragraph.body.trim() !== '') last = 0
		if (paragraph.kind !== 'item') continue
		const number = /^\s*[（(]([零一二三四五六七八九十百]{1,4})[）)]/.exec(paragraph.label + paragraph.body)
		const value = number && readNumber(number[1] ?? '')
		if (value === null) continue
		if (value !== last + 1 && value !== 1) found.push(at('F2', paragraph, null))
		last = value
	}
	return found
}

const DEFINES =
	/本(?:办法|规定|细则|条例|规则|意见)所称(?:的)?[“"]?([\u4E00-\u9FFF、]{2,16}?)[”"]?[，,]?(?:是指|，?指|包括)/g

/** F4: a term that is defined and used nowhere else. */
export function definesInVain(legal: LegalText): PlacedFinding[] {
	const paragraphs = legal.clauses.flatMap((clause) => clause.paragraphs)
	const defined = paragraphs.flatMap((paragraph) =>
		[...paragraph.body.matchAll(DEFINES)].map(([, term = '']) => ({ term, paragraph })),
	)
	if (defined.length === 0 || defined.length > 200) return []
	const text = paragraphs.map(({ body }) => body).join('\n')
	return defined.flatMap(({ term, paragraph }) => {
		const first = text.indexOf(term)
		const second = first < 0 ? -1 : text.indexOf(term, first + term.length)
		const isUsed =
			second >= 0 && (text.indexOf(term, second + term.length) >= 0 || !legal.title?.includes(term))
		return isUsed ? [] : [at('F4', paragraph, term)]
	})
}

const SHORTENED =
	/《([^《》]{2,60})》[^。《》]{0,10}?[（(]以下(?:统称|简称|称)(?:为)?[“"《]?([^”"》（）()]{2,20})[”"》]?[）)]/g

/** D9: a short name before it is declared, or declared twice. */
export function shortensTooSoon(legal: LegalText): PlacedFinding[] {
	const paragraphs = legal.clauses.flatMap((clause) => clause.paragraphs)
	const declared = new Map<string, Paragraph>()
	const found: PlacedFinding[] = []
	for (const paragraph of paragraphs)
		for (const [, , name = ''] of paragraph.body.matchAll(SHORTENED)) {
			if (declared.has(name)) found.push(at('D9', paragraph, name))
			else declared.set(name, paragraph)
		}
	for (const [name, where] of [...declared].slice(0, 100)) {
		const before = paragraphs.find((one) => one.line < where.line && one.body.includes(`《${name}》`))
		if (before) found.push(at('D9', before, name))
	}
	return found
}

const TOTAL = /^(?:合\s*计|总\s*计|共\s*计)$/

/** F5: a column whose total is not the sum of its rows. */
export function missums(legal: LegalText, document: DocumentTree): PlacedFinding[] {
	const tables = tablesOf(document)
	if (tables.length === 0) return []
	const firstLines = new Map<string, number>()
	for (const [line, { table }] of linesOf(document).entries())
		if (table !== null && !firstLines.has(table)) firstLines.set(table, line)
	const places = new Map(
		legal.clauses.flatMap(({ paragraphs }) => paragraphs).map(({ line, anchor }) => [line, anchor]),
	)
	return tables.flatMap((table) => {
		const line = firstLines.get(table.place) ?? 0
		return totalsOf(table).map((total) => ({ ...total, line, anchor: places.get(line) ?? 'top-1' }))
	})
}

function totalsOf({ rows }: Table): Pick<PlacedFinding, 'rule' | 'words' | 'detail'>[] {
	const words = rows.map(({ cells }) => cells.map(({ blocks }) => linesOfBlocks(blocks).join('').trim()))
	const last = words.at(-1) ?? []
	if (
		rows.length < 3 ||
		rows.length > 2000 ||
		!TOTAL.test(last[0] ?? '') ||
		words.some((row) => row.length !== last.length)
	)
		return []
	return last.flatMap((total, column): Pick<PlacedFinding, 'rule' | 'words' | 'detail'>[] => {
		const figures = words.slice(0, -1).map((row) => figureOf(row[column] ?? ''))
		const known = figures.filter((figure) => figure !== null)
		const stated = figureOf(total)
		// A heading has no figure; a column with a gap is not summed.
		if (column === 0 || stated === null || known.length < 2 || known.length < figures.length - 1) return []
		const sum = known.reduce((one, other) => one + other, 0)
		if (Math.abs(sum - stated) < 0.005) return []
		return [
			{
				rule: 'F5',
				words: `${last[0]} ${total}`,
				detail: String(Math.round(sum * 100) / 100),
			},
		]
	})
}

function figureOf(words: string): number | null {
	const plain = words.replaceAll(/[,，\s]/g, '')
	return /^-?\d{1,12}(?:\.\d{1,4})?$/.test(plain) ? Number(plain) : null
}

/** E1, E3 of a whole draft: it does not say from when, or until when, it holds. */
export function lacksDays(legal: LegalText): PlacedFinding[] {
	const articles = legal.clauses.filter(({ kind }) => kind === 'article')
	const last = articles.at(-1)?.paragraphs[0]
	if (!last || articles.length < 3) return []
	const text = articles.flatMap(({ paragraphs }) => paragraphs.map(({ body }) => body)).join('\n')
	const starts = /(?:起|日|即|后)(?:正式)?(?:施行|实施|生效|执行)/.test(text)
	const ends = /有效期|失效|有效至|试行[^，。]{0,4}年/.test(text)
	return [...(starts ? [] : [at('E1', last, null)]), ...(ends ? [] : [at('E3', last, null)])]
}

function at(rule: TextRule, { anchor, line, label, body }: Paragraph, detail: string | null): PlacedFinding {
	return { rule, anchor, line, words: (label + body).trim().slice(0, LONGEST), detail }
}

const PAIRS = ['《》', '（）', '“”', '〔〕', '【】'] as const

/** F10: a bracket or quotation mark without its other half; what opens in one paragraph may close in another. */
export function unpairedMarks(legal: LegalText): PlacedFinding[] {
	const paragraphs = legal.clauses.flatMap((clause) => clause.paragraphs)
	return PAIRS.flatMap((pair) => {
		const odd = paragraphs.filter(({ label, body }) => !isPaired(label + body, pair))
		const balance = odd.reduce((sum, { label, body }) => sum + balanceOf(label + body, pair), 0)
		return odd.length > 1 && balance === 0 ? [] : odd.map((paragraph) => at('F10', paragraph, pair))
	})
}

function balanceOf(text: string, [open = '', close = '']: string): number {
	return text.split(open).length - text.split(close).length
}

function isPaired(text: string, [open = '', close = '']: string): boolean {
	let depth = 0
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at]
		if (sign === open) depth += 1
		// 1） begins an item of its own.
		else if (sign === close && (depth -= 1) < 0)
			if (close === '）' && /^[\s0-9一二三四五六七八九十]{1,4}$/.test(text.slice(0, at))) depth = 0
			else return false
	}
	return depth === 0
}
