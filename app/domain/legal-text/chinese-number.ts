const DIGITS: ReadonlyMap<string, number> = new Map(
	Object.entries({
		零: 0,
		〇: 0,
		'○': 0,
		一: 1,
		二: 2,
		两: 2,
		兩: 2,
		三: 3,
		四: 4,
		五: 5,
		六: 6,
		七: 7,
		八: 8,
		九: 9,
	}),
)
const UNITS: ReadonlyMap<string, number> = new Map(
	Object.entries({ 十: 10, 百: 100, 千: 1000, 万: 10_000, 萬: 10_000 }),
)

/** The characters that a Chinese number is written with, as a class for use in a pattern. */
export const NUMERAL = '(?:[零〇○一二两兩三四五六]|[七八九十百千万萬])'
/** The characters of Arabic numbers, half and full width, as a class for use in a pattern. */
export const DIGIT = '[0-9０-９]'

/**
 * Reads a whole number written in Chinese (一百二十, 十三, 二〇二六) or Arabic numerals, or gives null for what is none.
 */
export function readNumber(text: string): number | null {
	if (/^[0-9０-９]+$/.test(text))
		return Number(text.replaceAll(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)))
	let [digits, units] = [0, 0]
	for (let at = 0; at < text.length; at += 1) {
		const sign = text.charAt(at)
		if (DIGITS.has(sign)) digits += 1
		else if (UNITS.has(sign)) units += 1
		else return null
	}
	if (units > 0) return readWithUnits(text)
	return digits === 0 ? null : Number(text.replaceAll(/./g, (sign) => String(DIGITS.get(sign))))
}

function readWithUnits(text: string): number {
	let total = 0
	let section = 0
	let digit = 0
	for (let at = 0; at < text.length; at += 1) {
		const sign = text.charAt(at)
		const unit = UNITS.get(sign)
		if (unit === undefined) digit = DIGITS.get(sign) ?? 0
		else if (unit === 10_000) {
			total += (section + digit) * unit
			section = 0
			digit = 0
		} else {
			section += (digit === 0 ? 1 : digit) * unit
			digit = 0
		}
	}
	return total + section + digit
}

/** Writes a whole number from 1 to 99 999 999 as the numbers of articles are written: 第一百零一条. */
export function writeNumber(value: number): string {
	if (value < 10_000) return writeBelowTenThousand(value)
	const rest = value % 10_000
	const zero = rest > 0 && rest < 1000 ? '零' : ''
	return `${writeBelowTenThousand(Math.floor(value / 10_000))}万${zero}${rest === 0 ? '' : writeDigits(rest)}`
}

/** 十三, not 一十三, where ten stands first. */
function writeBelowTenThousand(value: number): string {
	return value >= 10 && value < 20 ? writeDigits(value).slice(1) : writeDigits(value)
}

function writeDigits(value: number): string {
	const signs = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
	const units = ['', '十', '百', '千']
	const digits = [...String(value)].map(Number)
	let text = ''
	for (const [index, digit] of digits.entries()) {
		const unit = units[digits.length - 1 - index] ?? ''
		if (digit !== 0) text += (signs[digit] ?? '') + unit
		else if (!text.endsWith('零') && digits.slice(index + 1).some((rest) => rest !== 0)) text += '零'
	}
	return text
}
