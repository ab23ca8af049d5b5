const DIGITS = '○一二三四五六七八九'
const SIMPLE = '〇一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const FORMAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/**
 * The words Word shows for the n-th number of a list, by the names of ECMA-376 part 1, 17.18.59. Null for a format
 * that this table does not know. A sequence that runs out (甲…癸, ①…⑳) goes on in decimal figures, as in Word.
 */
export function formatNumber(format: string, number: number): string | null {
	if (number < 0) return null
	const known = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
	return known === undefined ? null : (known(number) ?? String(number))
}

/**
 * Whether programs differ in how they write a number: what stands for nought in 一百〇一 (〇, 零, ○), and whether counting
 * goes on past 九十九 figure by figure. Below there is one form.
 */
export function isFormUncertain(format: string, number: number): boolean {
	if (format === 'chineseCounting' || format === 'taiwaneseCounting') return number >= 100
	const isThousand = format === 'chineseCountingThousand' || format === 'taiwaneseCountingThousand'
	return isThousand && number > 100 && /0[1-9]/.test(String(number))
}

const FORMATS: Readonly<Record<string, (number: number) => string | null>> = {
	decimal: String,
	decimalHalfWidth: String,
	decimalZero: (number) => String(number).padStart(2, '0'),
	decimalFullWidth: fullWidth,
	decimalFullWidth2: fullWidth,
	numberInDash: (number) => `- ${number} -`,
	hex: (number) => number.toString(16).toUpperCase(),
	ordinal: englishOrdinal,
	none: () => '',
	upperRoman: roman,
	lowerRoman: (number) => roman(number)?.toLowerCase() ?? null,
	upperLetter: letter,
	lowerLetter: (number) => letter(number)?.toLowerCase() ?? null,
	decimalEnclosedCircle: circled,
	decimalEnclosedCircleChinese: circled,
	decimalEnclosedFullstop: (number) => within(number, 20, 0x2488),
	decimalEnclosedParen: (number) => within(number, 20, 0x2474),
	ideographEnclosedCircle: (number) => within(number, 10, 0x3280),
	chineseCounting: counting,
	taiwaneseCounting: counting,
	chineseCountingThousand: (number) => inWords(number, SIMPLE, '十百千'),
	taiwaneseCountingThousand: (number) => inWords(number, SIMPLE, '十百千'),
	japaneseCounting: (number) => japanese(number, '十百千'),
	chineseLegalSimplified: (number) => inWords(number, FORMAL, '拾佰仟', true),
	ideographLegalTraditional: (number) => inWords(number, FORMAL_TRADITIONAL, '拾佰仟', true),
	ideographDigital: (number) => positional(number, '〇一二三四五六七八九'),
	japaneseDigitalTenThousand: (number) => positional(number, '〇一二三四五六七八九'),
	taiwaneseDigital: (number) => positional(number, DIGITS),
	ideographTraditional: (number) => STEMS[number - 1] ?? null,
	ideographZodiac: (number) => BRANCHES[number - 1] ?? null,
	ideographZodiacTraditional: (number) =>
		number < 1 || number > 60 ? null : `${STEMS[(number - 1) % 10]}${BRANCHES[(number - 1) % 12]}`,
}

/** Word counts 十, 九十九 and then goes on figure by figure: 第一○○条. Only the "thousand" format says 一百. */
function counting(number: number): string | null {
	return number >= 1 && number < 100 ? inWords(number, SIMPLE, '十百千') : positional(number, DIGITS)
}

/** 一百二十八; 十 and not 一十 at the head, unless `full`. */
function inWords(number: number, digits: string, units: string, full = false): string | null {
	if (number > 9999) return null
	if (number === 0) return digits[0] ?? null
	let words = ''
	let gap = false
	for (let place = 3; place >= 0; place -= 1) {
		const digit = Math.floor(number / 10 ** place) % 10
		if (digit === 0) gap = words !== ''
		else {
			if (gap) words += digits[0]
			gap = false
			words += `${digits[digit]}${place === 0 ? '' : units[place - 1]}`
		}
	}
	return !full && number >= 10 && number < 20 ? words.slice(1) : words
}

/** 百二十八: Japanese counting leaves 一 out before a unit and has no zero between. */
function japanese(number: number, units: string): string | null {
	if (number > 9999) return null
	if (number === 0) return '〇'
	let words = ''
	for (let place = 3; place >= 0; place -= 1) {
		const digit = Math.floor(number / 10 ** place) % 10
		if (digit > 0)
			words += `${digit === 1 && place > 0 ? '' : SIMPLE[digit]}${place === 0 ? '' : units[place - 1]}`
	}
	return words
}

function positional(number: number, digits: string): string {
	return Array.from(String(number), (figure) => digits[Number(figure)]).join('')
}

function fullWidth(number: number): string {
	return Array.from(String(number), (figure) => String.fromCodePoint(0xff10 + Number(figure))).join('')
}

function circled(number: number): string | null {
	if (number === 0) return '⓪'
	return within(number, 20, 0x2460)
}

function within(number: number, last: number, first: number): string | null {
	return number >= 1 && number <= last ? String.fromCodePoint(first + number - 1) : null
}

/** A … Z, AA, BB: Word repeats the letter. */
function letter(number: number): string | null {
	if (number < 1 || number > 780) return null
	return String.fromCodePoint(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
	[1000, 'M'],
	[900, 'CM'],
	[500, 'D'],
	[400, 'CD'],
	[100, 'C'],
	[90, 'XC'],
	[50, 'L'],
	[40, 'XL'],
	[10, 'X'],
	[9, 'IX'],
	[5, 'V'],
	[4, 'IV'],
	[1, 'I'],
]

function roman(number: number): string | null {
	if (number < 1 || number > 32_767) return null
	let rest = number
	let words = ''
	for (const [value, figure] of ROMAN) {
		words += figure.repeat(Math.floor(rest / value))
		rest %= value
	}
	return words
}

function englishOrdinal(number: number): string {
	const tens = number % 100
	const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
	return `${number}${ending}`
}
