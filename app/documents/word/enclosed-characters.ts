/** Signs that are drawn around a character, with the combining character that stands for each. */
const AROUND: Readonly<Record<string, string>> = {
	'○': '\u20DD',
	〇: '\u20DD',
	'◯': '\u20DD',
	O: '\u20DD',
	'□': '\u20DE',
	'◇': '\u20DF',
	'△': '\u20E4',
}
const IDEOGRAPHS = '一二三四五六七八九十'

/**
 * The characters that an equation field shows, where it stands for enclosed characters (`eq \o\ac(○,3)` is ③) or for a
 * phonetic guide (`eq \o\ad(\s\up 9(dēng),登)` is 登); null for any other equation.
 */
export function charactersOfEquation(instruction: string): string | null {
	const body = /^\s*EQ\b([^(]*)\(([\s\S]*)\)\s*$/i.exec(instruction)
	if (body === null || !/\\o/i.test(body[1] ?? '')) return null
	const guide = /^\s*\\s\s*\\up\s*-?\d+\s*\(([^()]*)\)\s*[,;，]\s*([^(),\\]+)$/i.exec(body[2] ?? '')
	if (guide !== null && AROUND[(guide[1] ?? '').trim()] === undefined) return (guide[2] ?? '').trim()
	const parts = (body[2] ?? '').split(/[,;，]/).map((part) => withoutShift(part).trim())
	const [first = '', second = ''] = parts
	if (parts.length !== 2 || /[\\()]/.test(first + second)) return null
	if (AROUND[first] !== undefined) return enclosed(second, first)
	return AROUND[second] === undefined ? null : enclosed(first, second)
}

/** `\s\up 2(○)` is ○, a little higher. */
function withoutShift(part: string): string {
	return part.replace(/^\s*\\s\s*\\(?:up|do)\s*-?\d*\s*\(([^()]*)\)\s*$/i, '$1')
}

/** ③, ㊂, or the character with a sign around it. */
function enclosed(words: string, sign: string): string | null {
	const around = AROUND[sign]
	if (words === '' || around === undefined) return null
	const number = /^\d{1,2}$/.test(words) ? Number(words) : 0
	if (around === '\u20DD' && number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number)
	const ideograph = words.length === 1 ? IDEOGRAPHS.indexOf(words) : -1
	if (around === '\u20DD' && ideograph >= 0) return String.fromCodePoint(0x3280 + ideograph)
	return Array.from(words, (character) => `${character}${around}`).join('')
}
