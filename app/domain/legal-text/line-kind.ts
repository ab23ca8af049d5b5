import { NUMERAL, readNumber } from './chinese-number.ts'

const BLANK = '[\\s\\u3000]*'
const ARTICLE = new RegExp(`^${BLANK}第(${NUMERAL}+|[0-9]+)条(?:之(${NUMERAL}+|[0-9]+))?(?=[\\s\\u3000]|[^\\s\\u3000规的第、，,。和至或])${BLANK}`)
const ARTICLE_ALONE = new RegExp(`^${BLANK}第(${NUMERAL}+|[0-9]+)条(?:之(${NUMERAL}+))?${BLANK}$`)
const DIVISION = new RegExp(`^${BLANK}第(${NUMERAL}+|[0-9]+)(分编|编|章|节)(?:[\\s\\u3000]+|$)`)
const ITEM = new RegExp(`^${BLANK}[（(](${NUMERAL}+)[）)]${BLANK}`)
const SUB_ITEM = new RegExp(`^${BLANK}([0-9]+)[.．、](?![0-9])${BLANK}`)
const FIRST_LEVEL = new RegExp(`^${BLANK}(${NUMERAL}+)、${BLANK}`)
const FOURTH_LEVEL = new RegExp(`^${BLANK}[（(]([0-9]+)[）)]${BLANK}`)

/** The headings of a document with articles, from the widest: 编、分编、章、节. */
export const DIVISIONS = ['编', '分编', '章', '节'] as const

/** What a line begins with: its number, and how many characters the label takes. */
export type LineKind =
	| { readonly kind: 'article'; readonly number: number; readonly branch: number | null; readonly label: string }
	| { readonly kind: 'division'; readonly division: (typeof DIVISIONS)[number]; readonly number: number; readonly label: string }
	| { readonly kind: 'first-level' | 'item' | 'sub-item' | 'fourth-level'; readonly number: number; readonly label: string }
	| { readonly kind: 'plain'; readonly label: '' }

/**
 * What a line begins with, by its form alone (立法法 art. 65: 编、章、节、条, （一） and 1.; GB/T 9704 7.3.3: 一、（一）1.（1）).
 * A line that only cites an article ("第三条规定的…") begins with none.
 */
export function lineKind(line: string): LineKind {
	const article = ARTICLE.exec(line) ?? ARTICLE_ALONE.exec(line)
	if (article)
		return {
			kind: 'article',
			number: readNumber(article[1] ?? '') ?? 0,
			branch: article[2] === undefined ? null : readNumber(article[2]),
			label: article[0],
		}
	const division = line.length <= 60 ? DIVISION.exec(line) : null
	if (division)
		return {
			kind: 'division',
			division: division[2] as (typeof DIVISIONS)[number],
			number: readNumber(division[1] ?? '') ?? 0,
			label: division[0],
		}
	return numbered(line, 'first-level', FIRST_LEVEL) ??
		numbered(line, 'item', ITEM) ??
		numbered(line, 'fourth-level', FOURTH_LEVEL) ??
		numbered(line, 'sub-item', SUB_ITEM) ?? { kind: 'plain', label: '' }
}

function numbered(line: string, kind: 'first-level' | 'item' | 'sub-item' | 'fourth-level', pattern: RegExp): LineKind | null {
	const match = pattern.exec(line)
	return match ? { kind, number: readNumber(match[1] ?? '') ?? 0, label: match[0] } : null
}

/** A line of a text with what it begins with. */
export type Line = { readonly index: number; readonly text: string; readonly begins: LineKind }
