import { DIGIT, NUMERAL, readNumber } from './chinese-number.ts'
import { withoutBlanks } from './without-blanks.ts'

const BLANK = '\\s*'
/** Blanks inside a number come from typesetting: 第一百二十八 条. The length is bounded, so no line is slow to read. */
const NUMBER = `(?:${NUMERAL}|${DIGIT})(?:${BLANK}(?:${NUMERAL}|${DIGIT})){0,11}`
/** What every number begins with. */
const NUMBERED = new RegExp(`^${BLANK}(?:第|[（(㈠-㈩]|${NUMERAL}|${DIGIT})`)
const ARTICLE = new RegExp(
	`^${BLANK}第${BLANK}(${NUMBER})${BLANK}条(?:${BLANK}之${BLANK}((?:${NUMERAL}|${DIGIT}){1,4}))?`,
)
const DIVISION = new RegExp(`^${BLANK}第${BLANK}(${NUMBER})${BLANK}(分编|编|章|节)`)
const ITEM = new RegExp(`^${BLANK}(?:[（(]${BLANK}(${NUMERAL}{1,6})${BLANK}[）)]|([㈠-㈩]))${BLANK}`)
const SUB_ITEM = new RegExp(`^${BLANK}(${DIGIT}{1,4})[.．、](?!${DIGIT})${BLANK}`)
const FIRST_LEVEL = new RegExp(`^${BLANK}(${NUMERAL}{1,6})、${BLANK}`)
const FOURTH_LEVEL = new RegExp(`^${BLANK}[（(]${BLANK}(${DIGIT}{1,4})${BLANK}[）)]${BLANK}`)
/** What follows a number of an article that is cited and not begun: 第三条规定的, 第三条、第四条, 第五十二条以及. */
const PLACE = `第${BLANK}${NUMBER}${BLANK}[条款项]`
const CITED = new RegExp(
	`^(?:规定|所[列称指]|之|的|${PLACE}|至|和|或|与|及(?!时)|以[及外上下]|中[的规]|款|项(?!目)|[、，,。；;）)])`,
)
/** The same after a blank, where only words that no article begins with count. */
const CITED_APART = new RegExp(`^\\s+(?:规定的|以[及外上下]|${PLACE}|[、，,。；;])`)
/** What a heading neither holds without a blank after its number nor ends with. */
const SENTENCE = /[，。；：]/
const LONGEST_HEADING = 60
const LONGEST_PAGE_NUMBER = 40
const LONGEST_TIGHT_HEADING = 30

/** The headings of a document with articles, from the widest: 编、分编、章、节. */
export const DIVISIONS = ['编', '分编', '章', '节'] as const

/**
 * What a line begins with: its number, and how many characters the label takes. An article is `firm` when a blank,
 * a colon or nothing follows its number; one whose text follows at once might be a citation in a broken line.
 */
export type LineKind =
	| {
			readonly kind: 'article'
			readonly number: number
			readonly branch: number | null
			readonly label: string
			readonly firm: boolean
	  }
	| {
			readonly kind: 'division'
			readonly division: (typeof DIVISIONS)[number]
			readonly number: number
			readonly label: string
	  }
	| { readonly kind: NumberedKind; readonly number: number; readonly label: string }
	| { readonly kind: 'plain'; readonly label: '' }

type NumberedKind = 'first-level' | 'item' | 'sub-item' | 'fourth-level'

/** A line of a text with what it begins with. */
export type Line = { readonly index: number; readonly text: string; readonly begins: LineKind }

const FOOTNOTE =
	/^\s*(?:[①-⑳]|[[［〔][0-9０-９]{1,3}[\]］〕](?!\s*第?[0-9０-９]+号)|注\s*[0-9０-９]{0,3}\s*[：:]|[*＊※])/

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
 * What a line begins with, by its form alone (立法法 art. 65: 编、章、节、条, （一） and 1.; GB/T 9704 7.3.3: 一、（一）1.（1）).
 * A line that only cites an article ("第三条规定的…") begins with none.
 */
export function lineKind(line: string): LineKind {
	if (!NUMBERED.test(line)) return PLAIN
	return (
		articleKind(line) ??
		divisionKind(line) ??
		numbered(line, 'first-level', FIRST_LEVEL) ??
		numbered(line, 'item', ITEM) ??
		numbered(line, 'fourth-level', FOURTH_LEVEL) ??
		numbered(line, 'sub-item', SUB_ITEM) ??
		PLAIN
	)
}

function articleKind(line: string): LineKind | null {
	const match = ARTICLE.exec(line)
	const number = match && readSpaced(match[1])
	if (!match || number === null) return null
	const rest = line.slice(match[0].length)
	if (CITED.test(rest) || CITED_APART.test(rest)) return null
	const [mark = ''] = /^[：:]?\s*/.exec(rest) ?? []
	return {
		kind: 'article',
		number,
		branch: match[2] === undefined ? null : readSpaced(match[2]),
		label: match[0] + mark,
		firm: /^(?:\s|[：:]|$)/.test(rest),
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
		: words.length <= LONGEST_TIGHT_HEADING && !SENTENCE.test(words) && !CITED.test(words)
	if (!isHeading) return null
	const label = match[0] + blanksBefore(rest)
	return { kind: 'division', division: match[2] as (typeof DIVISIONS)[number], number, label }
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
