import { DIGIT, NUMERAL, readNumber } from '../chinese-number.ts'
import { type LineKind, lineKind, PLAIN } from './line-kind.ts'

/** A line of a text, or a part of one, with what it begins with: the parts of one line have its index. */
export type Piece = { readonly index: number; readonly text: string; readonly begins: LineKind }

const ARTICLE = new RegExp(`第[ \\u3000]{0,2}((?:${NUMERAL}|${DIGIT}){1,8})[ \\u3000]{0,2}[条條]`, 'g')
const DIVISION = new RegExp(`第[ \\u3000]{0,2}(?:${NUMERAL}|${DIGIT}){1,8}[ \\u3000]{0,2}[编編章节節]`, 'g')
const MEMBER = new RegExp(`(?<=[：:；;。])[ \\u3000]{0,2}[（(](${NUMERAL}{1,3})[）)]`, 'g')
/** A title before the first article, in one line with it. */
const LONGEST_TITLE = 80
const LONGEST_HEADING = 30
const SENTENCE = /[，。；：“”]/
const ENDED = /[。！？][”’」』）)]{0,2}[ \u3000]{0,4}$/
/** A chapter that began after a full stop. */
const HEADED = new RegExp(
	`[。！？][”’」』）)]{0,2}[ \\u3000]{0,4}第(?:${NUMERAL}|${DIGIT}){1,8}[编編章节節][^，。；：“”]{0,${LONGEST_HEADING}}$`,
)
/** So much before a number is looked at. */
const LOOK_BACK = 60

/**
 * Cuts the lines of a text in which several articles run together (第一条 甲。第二条 乙。), as it comes out of a web page or a
 * table cell. A number begins an article there when it is the next one, stands after a full stop, is not cited, and no
 * other line begins with it. What is no prose (tables, notes) is left whole. Chapters and （一）（二） are cut in such a line only.
 */
export function cutRunTogether(
	lines: readonly string[],
	isProse: (index: number) => boolean = () => true,
): Piece[] {
	const kinds = lines.map((line, index) => (isProse(index) ? lineKind(line) : PLAIN))
	const taken = new Set<number>()
	for (const begins of kinds) if (isArticle(begins)) taken.add(begins.number)
	const pieces: Piece[] = []
	let last = 0
	for (let index = 0; index < lines.length; index += 1) {
		const [text, begins] = [lines[index] ?? '', kinds[index] ?? PLAIN]
		if (isArticle(begins)) last = begins.number
		// Most lines hold no number after their first character.
		const places = text.indexOf('第', 1) > 0 && isProse(index) ? placesIn(text, last, taken) : NO_PLACES
		last += places.length
		if (places.length === 0) pieces.push({ index, text, begins })
		else
			for (const piece of cutAt(text, withInnerPlaces(text, places)))
				pieces.push({ index, text: piece, begins: lineKind(piece) })
	}
	return pieces
}

const NO_PLACES: readonly number[] = []

function isArticle(begins: LineKind): begins is Extract<LineKind, { kind: 'article' }> {
	return begins.kind === 'article' && !begins.cited
}

/** Where the articles begin that stand within a line, the first of them numbered `last` + 1. */
function placesIn(text: string, last: number, taken: ReadonlySet<number>): readonly number[] {
	const places: number[] = []
	let expected = last + 1
	ARTICLE.lastIndex = 1
	for (let match = ARTICLE.exec(text); match !== null; match = ARTICLE.exec(text)) {
		if (readNumber(match[1] ?? '') !== expected || taken.has(expected)) continue
		const begins = lineKind(text.slice(match.index, match.index + LONGEST_TITLE))
		const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
		const isBegun = ENDED.test(before) || HEADED.test(before)
		const isFirst = expected === 1 && isTitle(text.slice(0, Math.min(match.index, LONGEST_TITLE + 1)))
		if (begins.kind !== 'article' || begins.cited || !(isBegun || isFirst)) continue
		places.push(match.index)
		expected += 1
	}
	// A title with one article after it is a sentence that names that article.
	return places.length === 1 && expected === 2 ? NO_PLACES : places
}

function isTitle(words: string): boolean {
	return words.length <= LONGEST_TITLE && !SENTENCE.test(words)
}

/** The articles' places, and those of the chapters before them and of the members of their lists. */
function withInnerPlaces(text: string, articles: readonly number[]): number[] {
	const places = new Set(articles)
	const divisions = [...text.matchAll(DIVISION)].map(({ index }) => index)
	let at = 0
	for (const article of articles) {
		// The headings that end where this article begins: 第一编 总则第一章 范围.
		while ((divisions[at] ?? article) < article - 2 * LONGEST_HEADING) at += 1
		for (; (divisions[at] ?? article) < article; at += 1) {
			const from = divisions[at] ?? article
			if (from > 0 && !SENTENCE.test(text.slice(from, article))) places.add(from)
		}
	}
	for (const { index } of text.matchAll(MEMBER)) places.add(index)
	return [...places].sort((x, y) => x - y)
}

function cutAt(text: string, places: readonly number[]): string[] {
	return [0, ...places].map((place, at) => text.slice(place, places[at]))
}
