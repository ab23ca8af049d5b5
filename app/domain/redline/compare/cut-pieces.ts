const NUMERAL = '[零〇○一二两三四五六七八九十百千万亿]'
const DIGITS = '[0-9０-９]'
const NUMBER = `(?:${NUMERAL}{1,16}|${DIGITS}{1,16}(?:[.．,，]${DIGITS}{1,8}){0,4})`
const UNIT =
	'(?:万元|亿元|元|周岁|岁|个工作日|个自然日|工作日|个月|个|日|天|小时|时|点|分钟|秒|周|倍|人|名|户|次|件|份|家|届|批|期|所|处|项|亩|公顷|平方米|平方公里|公里|千米|米|吨|千克|公斤|克|级|度|分|号|％|%|‰)'

/**
 * What is never cut: a title in 《》, a reference (第一百二十条之一, 第（三）项), a date, the number of a document, an amount
 * with its unit, a share (百分之五), a number, a Latin word. Every repetition has a limit, so no text is slow to cut.
 */
const WHOLE = [
	'《[^《》\\n]{1,80}》',
	`第[（(]?(?:${NUMERAL}{1,12}|${DIGITS}{1,6})[）)]?(?:条|款|项|目|章|节|分编|编)(?:之${NUMERAL}{1,3})?`,
	`(?:${NUMERAL}{2,6}|${DIGITS}{2,4})年(?:${NUMERAL}{1,3}|${DIGITS}{1,2})月(?:(?:${NUMERAL}{1,3}|${DIGITS}{1,2})日)?`,
	`(?:${NUMERAL}{1,3}|${DIGITS}{1,2})月(?:${NUMERAL}{1,3}|${DIGITS}{1,2})日`,
	`[〔[]${DIGITS}{4}[〕\\]]第?${DIGITS}{1,6}号`,
	`(?:百|千|万|${NUMERAL}{1,4})分之${NUMERAL}{1,8}`,
	`(?:${NUMERAL}{1,16}|${NUMBER})年`,
	`${NUMBER}(?:余|多)?${UNIT}`,
	// A number with another unit, or with none.
	`第?${NUMERAL}{2,16}${UNIT}?`,
	`${DIGITS}{1,16}(?:[.,]${DIGITS}{1,16}){0,4}`,
	'[A-Za-z]{1,40}',
]
const PIECE = new RegExp(WHOLE.join('|'), 'gu')

/**
 * A text as code points, with the places where a piece begins that is never cut. `starts` has one more entry, the
 * text's end.
 */
export type Pieces = {
	readonly text: string
	readonly ids: readonly number[]
	readonly starts: Int32Array
	readonly begins: Uint8Array
}

/** Cuts a text into code points and pieces. Half a surrogate pair that stands alone counts as one. */
export function cutPieces(text: string): Pieces {
	const starts = new Int32Array(text.length + 1)
	const begins = new Uint8Array(text.length + 1)
	const ids: number[] = []
	PIECE.lastIndex = 0
	let piece = PIECE.exec(text)
	for (let at = 0; at < text.length;) {
		while (piece !== null && at >= piece.index + piece[0].length) piece = PIECE.exec(text)
		if (piece === null || at <= piece.index) begins[ids.length] = 1
		const id = text.codePointAt(at) ?? 0
		starts[ids.length] = at
		ids.push(id)
		at += id > 0xffff ? 2 : 1
	}
	starts[ids.length] = text.length
	begins[ids.length] = 1
	return { text, ids, starts: starts.subarray(0, ids.length + 1), begins }
}
