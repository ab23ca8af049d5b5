import { readNumber } from '#app/domain/legal-text/chinese-number.ts'

const NUMERALS = '(?:[零〇○一二两三四五六]|[七八九十百千万亿点])'
/** A number as it is written, with the multiples after it: 5,000; 五千; 1.5万; 2千. */
const NUMBER = new RegExp(`[0-9]+(?:[,，][0-9]{3})*(?:[.。][0-9]+)?[十百千万亿]*|${NUMERALS}+`, 'g')
const SHARE = new RegExp(`([百千万])分之(${NUMERALS}+|[0-9]+(?:[.。][0-9]+)?)`, 'g')
/** 三分之二; 百分之, 千分之 and 万分之 have signs of their own. */
const FRACTION = new RegExp(`(${NUMERALS}{2,4}|[二三四五六七八九十])分之(${NUMERALS}+)`, 'g')
/** One share in one unit: 5‰ is 0.5%. */
const SMALL_SHARE = /([0-9]+(?:[.][0-9]+)?)([‰‱])/g
const SHARE_SIGNS: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '‱' }
const MULTIPLES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/**
 * What an amount, a period, a date, a share or a reference says, however it is written: 五千元 and 5,000元, 三十日 and 30日,
 * 百分之十五, 千分之五 and 0.5%, 三分之二 and 2/3. Two pieces of equal value say the same; what cannot be read stays as it is.
 */
export function valueOf(piece: string): string {
	return piece
		.replaceAll(FRACTION, '$2/$1')
		.replaceAll(SHARE, (_, of: string, part: string) => `${part}${SHARE_SIGNS[of] ?? ''}`)
		.replaceAll(NUMBER, (written) => plain(written) ?? written)
		.replaceAll(
			SMALL_SHARE,
			(_, part: string, sign: string) => `${asText(Number(part) / (sign === '‰' ? 10 : 100)) ?? part}%`,
		)
}

function plain(written: string): string | null {
	const digits = /^[0-9,，.。]+/.exec(written)?.[0]
	if (digits === undefined) return readChinese(written)
	const value = Number(digits.replaceAll(/[,，]/g, '').replaceAll('。', '.'))
	const times = [...written.slice(digits.length)].reduce(
		(product, sign) => product * (MULTIPLES[sign] ?? 1),
		1,
	)
	return asText(value * times)
}

function readChinese(written: string): string | null {
	const [whole = '', part, ...more] = written.split('点')
	if (more.length > 0 || (part !== undefined && /[十百千万亿]/.test(part))) return null
	const value = readLarge(whole)
	if (value === null) return null
	const digits = part === undefined ? '' : [...part].map((sign) => readNumber(sign) ?? '').join('')
	return asText(digits === '' ? value : Number(`${value}.${digits}`))
}

/** 三亿五千万: each 亿 and 万 closes what stands before it. */
function readLarge(written: string): number | null {
	const [before, after, ...more] = written.split('亿')
	if (more.length > 0 || before === undefined) return null
	if (after === undefined) return readNumber(before)
	const [high, low] = [before === '' ? 1 : readNumber(before), after === '' ? 0 : readNumber(after)]
	return high === null || low === null ? null : high * 100_000_000 + low
}

function asText(value: number): string | null {
	return Number.isFinite(value) ? String(Math.round(value * 1e6) / 1e6) : null
}
