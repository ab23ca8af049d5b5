import type { XmlElement } from '../parse-xml.ts'

/** What the symbol fonts draw for a character code, for the signs that documents use. Codes are hexadecimal. */
const WINGDINGS: Readonly<Record<string, string>> = {
	'6C': '●',
	'6D': '❍',
	'6E': '■',
	'6F': '□',
	'70': '□',
	'71': '❑',
	'72': '❒',
	'74': '⧫',
	'75': '◆',
	'77': '⬥',
	'9F': '•',
	A1: '○',
	A3: '○',
	A7: '▪',
	A8: '□',
	AA: '✦',
	AB: '★',
	D8: '➢',
	DF: '←',
	E0: '→',
	E1: '↑',
	E2: '↓',
	E8: '➔',
	F0: '⇨',
	FB: '✗',
	FC: '✓',
	FD: '☒',
	FE: '☑',
	...circled(0x81, '①', 10),
	...circled(0x8c, '❶', 10),
}

const WINGDINGS_2: Readonly<Record<string, string>> = {
	'4F': '✗',
	'50': '✓',
	'51': '☒',
	'52': '☑',
	'53': '☒',
	'54': '☒',
	'97': '●',
	'98': '●',
	'99': '○',
	A2: '■',
	A3: '□',
	...circled(0x6a, '①', 10),
	...circled(0x75, '❶', 10),
}

/** The encoding of the Symbol font from 0x20 on, `.` where a letter or a piece of a bracket has no use of its own. */
const SYMBOL =
	' !∀#∃%&∋()∗+,−./0123456789:;<=>?' + '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_' + '‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const SYMBOL_HIGH = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓' + '°±″≥×∝∂•÷≠≡≈…' + '\uFFFD\uFFFD↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈'

function circled(from: number, first: string, count: number): Record<string, string> {
	const start = first.codePointAt(0) ?? 0
	return Object.fromEntries(
		Array.from({ length: count }, (_, index) => [
			(from + index).toString(16).toUpperCase(),
			String.fromCodePoint(start + index),
		]),
	)
}

export type SymbolFont = 'wingdings' | 'wingdings-2' | 'symbol' | 'other'

/** The symbol font of a name, or null for a font of letters. */
function symbolFont(name: string | undefined): SymbolFont | null {
	const plain = (name ?? '').trim().toLowerCase()
	if (plain === 'wingdings') return 'wingdings'
	if (plain === 'wingdings 2') return 'wingdings-2'
	if (plain === 'symbol') return 'symbol'
	return ['wingdings 3', 'webdings', 'marlett', 'mt extra'].includes(plain) ? 'other' : null
}

/** What a sign (`w:sym`) shows; null where its font is not known. */
export function symbolOf(fontName: string, hexadecimal: string | undefined): string | null {
	const code = Number.parseInt(hexadecimal ?? '', 16)
	if (!(code > 0x1f && code <= 0xffff) || (code >= 0xd800 && code <= 0xdfff)) return null
	const font = symbolFont(fontName)
	if (font !== null) return glyphOf(font, code & 0xff)
	return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code)
}

function glyphOf(font: SymbolFont, code: number): string | null {
	const key = code.toString(16).toUpperCase()
	if (font === 'wingdings') return WINGDINGS[key] ?? null
	if (font === 'wingdings-2') return WINGDINGS_2[key] ?? null
	if (font === 'other') return null
	const glyph = code < 0x80 ? Array.from(SYMBOL)[code - 0x20] : Array.from(SYMBOL_HIGH)[code - 0xa0]
	return glyph === undefined || glyph === '\uFFFD' ? null : glyph
}

/** The symbol font that a run's Latin letters are set in. */
export function symbolFontOf(property: (name: string) => XmlElement | undefined): SymbolFont | null {
	const fonts = property('w:rFonts')
	return symbolFont(fonts?.attributes.get('w:ascii')) ?? symbolFont(fonts?.attributes.get('w:hAnsi'))
}

/**
 * Words set in a symbol font as they are seen: þ in Wingdings is ☑. Blanks and characters of another script keep their
 * form; a sign that is not known becomes U+FFFD.
 */
export function wordsInSymbols(words: string, font: SymbolFont): string {
	return Array.from(words, (character) => {
		const code = character.codePointAt(0) ?? 0
		const isPrivate = code >= 0xf020 && code <= 0xf0ff
		if (/\s/.test(character) || (code > 0xff && !isPrivate)) return character
		return glyphOf(font, code & 0xff) ?? '\uFFFD'
	}).join('')
}
