import { PAGE_NUMBER } from '#app/domain/legal-text/lines/line-kind.ts'
import { foldWriting } from './fold-writing.ts'
import { lawWordAt } from './law-words.ts'
import { valueOf } from './number-value.ts'

/** In two classes: the engine of patterns looks a character up eight times as long in one of more than 16 ranges. */
const NUMERAL = '(?:[零〇○一二两三四五六]|[七八九十百千万亿])'
const DIGITS = '[0-9]'
const NUMBER = `(?:${DIGITS}{1,16}(?:[.,，。](?=${DIGITS})${DIGITS}{1,8}){0,4}[十百千万亿]{0,2}|${NUMERAL}{1,16})`
const UNIT =
	'(?:元|周岁|岁|个工作日|个自然日|工作日|个月|个|日|天|小时|时|点|分钟|秒|周|倍|人|名|户|次|件|份|家|届|批|期|所|处|项|亩|公顷|平方米|平方公里|公里|千米|米|吨|千克|公斤|克|级|度|分|号|%|‰)'

/**
 * What says something by its value: a reference (第一百二十条之一, 第（三）项), a date, the number of a document, an amount
 * with its unit, a share, a number. Every repetition has a limit, so no text is slow to cut.
 */
const VALUES = [
	`第[（]?(?:${NUMERAL}{1,12}|${DIGITS}{1,6})[）]?(?:条|款|项|目|章|节|分编|编)(?:之${NUMERAL}{1,3})?`,
	`(?:${NUMERAL}{2,6}|${DIGITS}{2,4})年(?:${NUMERAL}{1,3}|${DIGITS}{1,2})月(?:(?:${NUMERAL}{1,3}|${DIGITS}{1,2})日)?`,
	`(?:${NUMERAL}{1,3}|${DIGITS}{1,2})月(?:${NUMERAL}{1,3}|${DIGITS}{1,2})日`,
	`（${DIGITS}{4}）第?${DIGITS}{1,6}号`,
	`(?:百|千|万|${NUMERAL}{1,4})分之(?:[零〇一二三四五六七八九十百点]{1,10}|${DIGITS}{1,4}(?:[.。]${DIGITS}{1,4})?)`,
	// 三十七点五度; what goes on with 十 or 分 is a time: 八点三十分.
	`${NUMERAL}{1,12}点[零〇一二两三四五六七八九]{1,6}(?![零〇一二两三四五六七八九十百千分刻])${UNIT}?`,
	`${DIGITS}{1,4}/${DIGITS}{1,4}`,
	`${NUMBER}年`,
	`${NUMBER}(?:余|多)?${UNIT}`,
	// A number with another unit, or with none.
	`第?${NUMERAL}{2,16}${UNIT}?`,
	`${DIGITS}{1,16}(?:[.,，。](?=${DIGITS})${DIGITS}{1,16}){0,4}`,
]
/** What is kept whole as it is written: a title in 《》, a Latin word. */
const WRITTEN = ['《[^《》\\n]{1,80}》', '[A-Za-z]{1,40}']
/** A name with middle dots (阿依古丽·买买提), from what lists or announces it, or the office before it, to what follows it. */
const IN_NAME = '(?![和与及由为是向对给])[\\u4e00-\\u9fff]'
const OFFICE = '(?:成员|委员|组员|会员|队员|组长|队长|局长|院长|校长|主任|同志|副)'
const NAME = `(?<=^|[、，。；：（“和与及由为是向对给]|[组队局院校科处部会]长|[成委组会队职]员|主任|同志)(?!${OFFICE})(?:${IN_NAME}){1,8}(?:·(?:${IN_NAME}){1,8}?)+(?=[、，。；：）“和与及等同组担任出负的]|$)`
const PIECE = new RegExp(`${WRITTEN.join('|')}|(${VALUES.join('|')})`, 'g')
const PIECE_OR_NAME = new RegExp(`${[NAME, ...WRITTEN].join('|')}|(${VALUES.join('|')})`, 'g')

/**
 * A text as the parts that are compared: values and titles, words of the law, single characters. Two parts with one
 * number say the same, however they are written. `starts` has one more entry, the text's end.
 */
export type Pieces = {
	readonly text: string
	readonly ids: readonly number[]
	readonly starts: readonly number[]
}

/** A part that is a character by itself has its folded code point as number; every other one a number above these. */
export const FIRST_PIECE = 0x110000

/** Numbers pieces by what they say, the same for both sides of a comparison. */
export type Numbering = Map<string, number>

/** What belongs to the paper and parts no words: line ends and page numbers within a paragraph, blanks in a line of Chinese. */
const TYPESET = new RegExp(
	`\\n\\s*${PAGE_NUMBER}\\s*(?:\\n|$)|^\\s*${PAGE_NUMBER}\\s*\\n|\\n(?<![A-Za-z0-9]\\n(?=[A-Za-z0-9]))|(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff])`,
	'g',
)

/** Cuts a text into parts. Half a surrogate pair that stands alone counts as one. */
export function cutPieces(text: string, numbering: Numbering): Pieces {
	const removed = /[\n \u3000]/.test(text) ? [...text.matchAll(TYPESET)] : []
	const words = removed.length === 0 ? text : text.replaceAll(TYPESET, '')
	// A text of nothing else has no part that could carry it: it is cut as it stands, or it would be lost.
	if (words === text || words === '') return cutLine(text, numbering)
	const line = cutLine(words, numbering)
	let [at, shift] = [0, 0]
	const starts = line.starts.map((start) => {
		for (let next = removed[at]; next && next.index - shift < start; next = removed[(at += 1)])
			shift += next[0].length
		return start + shift
	})
	starts[starts.length - 1] = text.length
	return { text, ids: line.ids, starts }
}

function cutLine(text: string, numbering: Numbering): Pieces {
	const folded = foldWriting(text)
	const pattern = folded.includes('·') ? PIECE_OR_NAME : PIECE
	const [starts, ids]: [number[], number[]] = [[], []]
	let piece = nextPiece(pattern, folded, 0)
	for (let at = 0; at < text.length;) {
		starts.push(at)
		if (piece !== null && at === piece.index) {
			const [written, value] = piece
			ids.push(numberOf(value === undefined ? written : valueOf(value), numbering))
			at += written.length
			piece = nextPiece(pattern, folded, at)
			continue
		}
		const word = lawWordAt(folded, at)
		if (word > 0 && at + word <= (piece?.index ?? text.length)) {
			ids.push(numberOf(folded.slice(at, at + word), numbering))
			at += word
			continue
		}
		const id = folded.codePointAt(at) ?? 0
		ids.push(id)
		at += id > 0xffff ? 2 : 1
	}
	starts.push(text.length)
	return { text, ids, starts }
}

function numberOf(said: string, numbering: Numbering): number {
	let id = numbering.get(said)
	if (id === undefined) numbering.set(said, (id = FIRST_PIECE + numbering.size))
	return id
}

/** What a piece may begin with, names apart. Most of a text is nothing of the kind and is not looked at any closer. */
const BEGINS_PIECE = /[《A-Za-z第（0-9零〇○一二两]|[三四五六七八九十百千万亿]/
const BEGINNINGS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
	BEGINS_PIECE.test(String.fromCharCode(unit)) ? 1 : 0,
)

function nextPiece(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
	let at = from
	if (pattern === PIECE) while (at < text.length && BEGINNINGS[text.charCodeAt(at)] === 0) at += 1
	if (at === text.length) return null
	pattern.lastIndex = at
	return pattern.exec(text)
}
