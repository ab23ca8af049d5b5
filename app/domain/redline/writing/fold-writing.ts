import TRADITIONAL from 'opencc-js/dict/TSCharacters'

/**
 * One way to write each character, for those that mean the same: half and full width, the style of brackets, quotation
 * marks and dashes, traditional script. The usual Chinese way stays, so most of a text is not touched.
 */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
/** The same for characters that simplified texts use too, where a text is in traditional script: 徵 is 征 there. */
const FOLDED_BESIDE_TRADITIONAL = new Map<number, number>()

const STYLES = [
	['（', '([{〔［【｛﹙'],
	['）', ')]}〕］】｝﹚'],
	// A straight mark opens and closes: it can stand for either of the two curved ones, so these are one as well.
	['“', '”"「＂〝」〞'],
	['‘', "’『』'"],
	['《', '〈<＜'],
	['》', '〉>＞'],
	['·', '・‧•∙･'],
	['—', '-–―－﹣−─━'],
	['，', ',﹐'],
	['；', ';﹔'],
	['：', ':﹕'],
	['！', '!﹗'],
	['？', '?﹖'],
	['。', '.．｡﹒'],
	['、', '､﹑'],
	['%', '％﹪'],
	['～', '~∼〜'],
	[' ', '\u3000\u00A0\u2002\u2003\u2009\t'],
] as const

/** Letters, figures and the signs that have no usual Chinese form. */
for (let unit = 0xff01; unit <= 0xff5e; unit += 1)
	if (/[0-9A-Za-z#$&*+/=@\\^_`|]/.test(String.fromCharCode(unit - 0xfee0))) FOLDED[unit] = unit - 0xfee0
for (const [usual, others] of STYLES)
	for (const other of others) FOLDED[other.charCodeAt(0)] = usual.charCodeAt(0)
readTraditional()

function readTraditional(): void {
	const simplified = new TextDecoder('gb18030')
	const common = new Set<number>()
	for (let lead = 0xb0; lead <= 0xf7; lead += 1) {
		const row = Uint8Array.from({ length: 188 }, (_, at) => (at % 2 === 0 ? lead : 0xa1 + (at >> 1)))
		for (const character of simplified.decode(row)) common.add(character.charCodeAt(0))
	}
	for (const entry of TRADITIONAL.split('|')) {
		const [from = '', to = ''] = entry.split(' ')
		if (from.length !== 1 || to.length !== 1) continue
		if (common.has(from.charCodeAt(0))) FOLDED_BESIDE_TRADITIONAL.set(from.charCodeAt(0), to.charCodeAt(0))
		else FOLDED[from.charCodeAt(0)] = to.charCodeAt(0)
	}
}

const [FIRST_HAN, LAST_HAN] = [0x3400, 0x9fff]

/** A text with each character in its usual way, as many code units as before. */
export function foldWriting(text: string): string {
	let at = 0
	while (at < text.length && FOLDED[text.charCodeAt(at)] === text.charCodeAt(at)) at += 1
	if (at === text.length) return text
	const units = new Uint16Array(text.length)
	let isTraditional = false
	for (at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at)
		const folded = FOLDED[unit] ?? unit
		units[at] = folded
		isTraditional ||= folded !== unit && unit >= FIRST_HAN && unit <= LAST_HAN
	}
	if (isTraditional)
		for (const [place, unit] of units.entries()) units[place] = FOLDED_BESIDE_TRADITIONAL.get(unit) ?? unit
	return textOfUnits(units)
}

const MOST_AT_ONCE = 8192

function textOfUnits(units: Uint16Array): string {
	let text = ''
	for (let from = 0; from < units.length; from += MOST_AT_ONCE)
		text += String.fromCharCode(...units.subarray(from, from + MOST_AT_ONCE))
	return text
}

/** What a text is recognised by: its characters in their usual way, without blanks. */
export function recognised(text: string): string {
	const folded = foldWriting(text)
	return /\s/.test(folded) ? folded.replaceAll(/\s+/g, '') : folded
}
