import { DIGIT, NUMERAL, readNumber } from '../chinese-number.ts'
import type { ParagraphKind } from '../legal-text.ts'
import { withoutBlanks } from '../without-blanks.ts'

const BLANK = '\\s*'
/** Blanks inside a number come from typesetting: 第一百二十八 条. The length is bounded, so no line is slow to read. */
const NUMBER = `(?:${NUMERAL}|${DIGIT})(?:${BLANK}(?:${NUMERAL}|${DIGIT})){0,11}`
/** What every number begins with. */
const NUMBERED = new RegExp(`^${BLANK}(?:第|[（(㈠-㈩]|${NUMERAL}|${DIGIT})`)
const ARTICLE = new RegExp(
	`^${BLANK}第${BLANK}(${NUMBER})${BLANK}[条條](?:${BLANK}之${BLANK}((?:${NUMERAL}|${DIGIT}){1,4}))?`,
)
const DIVISION = new RegExp(`^${BLANK}第${BLANK}(${NUMBER})${BLANK}(分编|分編|编|編|章|节|節)`)
const ITEM = new RegExp(`^${BLANK}(?:[（(]${BLANK}(${NUMERAL}{1,6})${BLANK}[）)]|([㈠-㈩]))${BLANK}`)
const SUB_ITEM = new RegExp(`^${BLANK}(${DIGIT}{1,4})[.．、](?!${DIGIT})${BLANK}`)
const FIRST_LEVEL = new RegExp(`^${BLANK}(${NUMERAL}{1,6})、${BLANK}`)
const FOURTH_LEVEL = new RegExp(`^${BLANK}[（(]${BLANK}(${DIGIT}{1,4})${BLANK}[）)]${BLANK}`)
/** 1.2 and 1.2.1, but no 1.5万元 and no 2026.5.1. */
const DECIMAL = new RegExp(
	`^${BLANK}(${DIGIT}{1,2}(?:[.．]${DIGIT}{1,2}){1,4})(?![${'0-9０-９'}])[.．、]?(?!\\s{0,2}(?:[.．%％‰万亿千百元倍]|公里|平方|米|吨|级))${BLANK}`,
)
/** 1 定义: a number and a blank, and words that are no measure. */
const WHOLE = new RegExp(
	`^${BLANK}(${DIGIT}{1,2})[ \\t\\u3000]{1,8}(?=[\\p{Script=Han}《“（(])(?![万亿千百元倍年月日个])`,
	'u',
)
/** What follows the number of an article that is cited for certain: 第三条第二款, 第三条、第四条, 第三条至第五条. */
const PLACE = `第${BLANK}${NUMBER}${BLANK}[条條款项項]`
const CITED_FOR_CERTAIN = new RegExp(
	`^${BLANK}(?:[、和与與及或至到]${BLANK}|以及${BLANK}|或者${BLANK})?${PLACE}`,
)
/** What mostly follows the number of an article that is cited: 第三条规定的, 第三条所称, 第三条。 */
const CITED =
	/^(?:规定|規定|所[列称稱指]|之|的|至|和|或|与|與|及(?!时)|以[及外上下]|中[的规規]|款|项(?!目)|[、，,。；;）)])/
/** The same after a blank, where only words that few articles begin with count. */
const CITED_APART = /^\s+(?:规定的|規定的|以[及外上下]|[、，,。；;])/
/** What a heading neither holds without a blank after its number nor ends with. */
const SENTENCE = /[，。；：]/
const LONGEST_HEADING = 60
const LONGEST_PAGE_NUMBER = 40
const LONGEST_TIGHT_HEADING = 30

/** The headings of a document with articles, from the widest: 编、分编、章、节. */
export const DIVISIONS = ['编', '分编', '章', '节'] as const

/**
 * What a line begins with: its number, and how many characters the label takes. An article is `firm` when a blank,
 * a colon or nothing follows its number; one whose text follows at once might be a citation in a broken line. One that
 * is `cited` reads like a citation (第四条规定的…): order and sentence tell whether it is one. A line that begins a part
 * beside the text (附件, 落款, 版记), or the text that goes on after one, has no number.
 */
export type LineKind =
	| {
			readonly kind: 'article'
			readonly number: number
			readonly branch: number | null
			readonly label: string
			readonly firm: boolean
			readonly cited: boolean
	  }
	| {
			readonly kind: 'division'
			readonly division: (typeof DIVISIONS)[number]
			readonly number: number
			readonly label: string
	  }
	| { readonly kind: NumberedKind; readonly number: number; readonly label: string }
	| { readonly kind: 'decimal'; readonly path: readonly number[]; readonly label: string }
	| { readonly kind: 'part'; readonly part: PartKind; readonly label: '' }
	| { readonly kind: 'plain'; readonly label: '' }

type NumberedKind = 'first-level' | 'item' | 'sub-item' | 'fourth-level'

/** The parts of a document: its text, and what stands beside it. */
export type PartKind = 'body' | 'annex' | 'closing' | 'imprint'

/** A line of a text with what it begins with; `role` is what it is where that is no matter of its number. */
export type Line = {
	readonly index: number
	readonly text: string
	readonly begins: LineKind
	readonly role: ParagraphKind | null
	/** The row of a table that it stands in. */
	readonly row: TableRow | null
}

/** A row of a table, counted from 1; `table` stands once in a document. */
export type TableRow = { readonly table: string; readonly number: number }

const FOOTNOTE =
	/^\s*(?:[①-⑳]|[[［〔][0-9０-９]{1,3}[\]］〕](?!\s{0,8}第?[0-9０-９]{1,6}号)|注\s{0,8}(?:[0-9０-９]{1,3}\s{0,8})?[：:]|[*＊※])/

/** Whether a line is a note on the text above it: ① …, [1] …, 注：…, * …; it is no 款 and nobody cites it. */
export function isFootnote(line: string): boolean {
	return FOOTNOTE.test(line)
}

/** The number of a page that stands alone in a line: — 3 —, 第 3 页 共 20 页, 3/20. */
export const PAGE_NUMBER =
	'(?:[-—–―－]\\s*[0-9]{1,4}\\s*[-—–―－]|第\\s*[0-9]{1,4}\\s*页(?:\\s*[,，/]?\\s*共\\s*[0-9]{1,4}\\s*页)?|[0-9]{1,4}\\s*/\\s*[0-9]{1,4})'
const PAGE_LINE = new RegExp(`^\\s*${PAGE_NUMBER}\\s*$`)

/** Whether a line is the number of a page, which belongs to the paper and not to the text. */
export function isPageNumber(line: string): boolean {
	return line.length <= LONGEST_PAGE_NUMBER && PAGE_LINE.test(line)
}

/** A line that begins with no number. */
export const PLAIN: LineKind = { kind: 'plain', label: '' }

/**
 * What a line begins with, by its form alone (立法法 art. 65: 编、章、节、条, （一） and 1.; GB/T 9704 7.3.3: 一、（一）1.（1）;
 * contracts: 1, 1.1, 1.1.1). A line that cites an article for certain ("第三条第二款规定的…") begins with none.
 */
export function lineKind(line: string): LineKind {
	if (!NUMBERED.test(line)) return PLAIN
	return (
		articleKind(line) ??
		divisionKind(line) ??
		numbered(line, 'first-level', FIRST_LEVEL) ??
		numbered(line, 'item', ITEM) ??
		numbered(line, 'fourth-level', FOURTH_LEVEL) ??
		decimalKind(line) ??
		numbered(line, 'sub-item', SUB_ITEM) ??
		PLAIN
	)
}

function articleKind(line: string): LineKind | null {
	const match = ARTICLE.exec(line)
	const number = match && readSpaced(match[1])
	if (!match || number === null) return null
	const rest = line.slice(match[0].length)
	if (CITED_FOR_CERTAIN.test(rest)) return null
	const [mark = ''] = /^[：:、]?\s*/.exec(rest) ?? []
	return {
		kind: 'article',
		number,
		branch: match[2] === undefined ? null : readSpaced(match[2]),
		label: match[0] + mark,
		firm: /^(?:\s|[：:]|$)/.test(rest),
		cited: CITED.test(rest) || CITED_APART.test(rest),
	}
}

function divisionKind(line: string): LineKind | null {
	const match = line.length <= LONGEST_HEADING ? DIVISION.exec(line) : null
	const number = match && readSpaced(match[1])
	if (!match || number === null) return null
	const rest = line.slice(match[0].length)
	const isSpaced = rest === '' || /^\s/.test(rest)
	const words = rest.trim()
	const isHeading = isSpaced
		? !SENTENCE.test(words.slice(-1))
		: words.length <= LONGEST_TIGHT_HEADING &&
			!SENTENCE.test(words) &&
			!CITED.test(words) &&
			!CITED_FOR_CERTAIN.test(words)
	if (!isHeading) return null
	const label = match[0] + blanksBefore(rest)
	const written = (match[2] ?? '').replace('編', '编').replace('節', '节')
	const division = DIVISIONS.find((each) => each === written)
	return division ? { kind: 'division', division, number, label } : null
}

function decimalKind(line: string): LineKind | null {
	const match = DECIMAL.exec(line) ?? WHOLE.exec(line)
	if (!match) return null
	const path = (match[1] ?? '').split(/[.．]/).map((number) => readNumber(number) ?? 0)
	return { kind: 'decimal', path, label: match[0] }
}

function numbered(line: string, kind: NumberedKind, pattern: RegExp): LineKind | null {
	const match = pattern.exec(line)
	if (!match) return null
	const number = match[2] === undefined ? readNumber(match[1] ?? '') : match[2].charCodeAt(0) - 0x321f
	return number === null ? null : { kind, number, label: match[0] }
}

function blanksBefore(text: string): string {
	return text.slice(0, text.length - text.trimStart().length)
}

function readSpaced(number: string | undefined): number | null {
	return readNumber(withoutBlanks(number ?? ''))
}
