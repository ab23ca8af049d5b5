import { expect, test } from 'vitest'
import {
	base32,
	codeAt,
	codeUri,
	newSpareCodes,
	spareCodeHash,
	stepAt,
	stepOfCode,
} from '#app/storage/one-time-codes.server.ts'

const SECRET = Buffer.from('12345678901234567890')

/** RFC 4226, appendix D. */
test.each(
	['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
		(code, step) => [step, code] as const,
	),
)('RFC 4226: the code of count %i is %s', (step, code) => {
	expect(codeAt(SECRET, step)).toBe(code)
})

/** RFC 6238, appendix B, the rows of SHA-1. */
test.each([
	[59, '94287082'],
	[1_111_111_109, '07081804'],
	[1_111_111_111, '14050471'],
	[1_234_567_890, '89005924'],
	[2_000_000_000, '69279037'],
	[20_000_000_000, '65353130'],
])('RFC 6238: at second %i the code is %s', (second, code) => {
	expect(codeAt(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code)
})

/** RFC 4648, section 10. */
test.each([
	['', ''],
	['f', 'MY'],
	['fo', 'MZXQ'],
	['foo', 'MZXW6'],
	['foob', 'MZXW6YQ'],
	['fooba', 'MZXW6YTB'],
	['foobar', 'MZXW6YTBOI'],
])('RFC 4648: %j is written %j', (text, letters) => {
	expect(base32(Buffer.from(text))).toBe(letters)
})

const NOW = new Date('2026-11-23T01:30:10.000Z')
const at = (steps: number) => codeAt(SECRET, stepAt(NOW) + steps)

test('a code of the step before, of this one and of the next is taken, none further off', () => {
	const taken = [-2, -1, 0, 1, 2].map((steps) => stepOfCode(SECRET, at(steps), NOW, -1))
	const present = stepAt(NOW)
	expect(taken).toEqual([null, present - 1, present, present + 1, null])
})

test('no code counts twice, nor one from before the last that counted', () => {
	const used = stepOfCode(SECRET, at(0), NOW, -1) ?? 0
	expect(stepOfCode(SECRET, at(0), NOW, used)).toBeNull()
	expect(stepOfCode(SECRET, at(-1), NOW, used)).toBeNull()
	expect(stepOfCode(SECRET, at(1), NOW, used)).toBe(used + 1)
})

test.each(['', '12345', '1234567', 'abcdef'])('%j is no code', (typed) => {
	expect(stepOfCode(SECRET, typed, NOW, -1)).toBeNull()
})

test('the address for the telephone names house and account, and nothing can be slipped in by a name', () => {
	expect(codeUri(SECRET, 'Yiqian', 'linbg')).toBe(
		'otpauth://totp/Yiqian:linbg?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Yiqian',
	)
	expect(codeUri(SECRET, 'Yiqian', 'a&secret=AA?#')).toContain('Yiqian:a%26secret%3DAA%3F%23?secret=GEZD')
})

test('spare codes have 120 bits each, no two alike, and are known however they were grouped', () => {
	const codes = newSpareCodes()
	expect(new Set(codes).size).toBe(10)
	for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){5}$/)
	const [code = ''] = codes
	expect(spareCodeHash('a', code.replaceAll('-', ' ').toLowerCase())).toBe(spareCodeHash('a', code))
	expect(spareCodeHash('b', code)).not.toBe(spareCodeHash('a', code))
})
