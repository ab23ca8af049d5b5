import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainNumber, readDocumentNumber } from '#app/domain/register/document-number.ts'

const read = (typed: string) => readDocumentNumber('documentNumber', typed)
const BRACKETS = ['〔〕', '[]', '［］', '()', '（）', '【】', '﹝﹞', '{}']

test('a number is the same number in whichever brackets, spaces and digits it was typed', () => {
	const numbers = fc.record({
		code: fc.constantFrom('青政规', '青政办发', '青农规字', '国办发'),
		year: fc.integer({ min: 1990, max: 2099 }),
		serial: fc.integer({ min: 1, max: 999 }),
		brackets: fc.constantFrom(...BRACKETS),
		space: fc.constantFrom('', ' ', '　', '\t'),
		isFullWidth: fc.boolean(),
		ordinal: fc.constantFrom('', '0', '第', '第00'),
	})
	fc.assert(
		fc.property(numbers, ({ code, year, serial, brackets, space, isFullWidth, ordinal }) => {
			const digits = (value: number) =>
				isFullWidth
					? String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
					: String(value)
			const typed = ` ${code}${space}${brackets[0]}${digits(year)}${brackets[1]}${space}${ordinal}${digits(serial)}号`
			expect(read(typed)).toEqual({ ok: true, value: `${code}〔${year}〕${serial}号` })
		}),
	)
})

test('a number that was read is read as itself', () => {
	for (const kept of ['青政规〔2026〕3号', '青禾区人民政府令第12号', '公告2026年第3号'])
		expect(read(kept)).toEqual({ ok: true, value: kept })
})

test.each([
	['nothing', '  ', 'missing'],
	['a number without its organ', '〔2026〕3号', 'not-a-document-number'],
	['a number without its serial', '青政规〔2026〕号', 'not-a-document-number'],
	['a year of three digits', '青政规〔202〕3号', 'not-a-document-number'],
	['brackets that do not close', '青政规〔2026 3号', 'not-a-document-number'],
	['two years', '青政规〔2025〕〔2026〕3号', 'not-a-document-number'],
	['two numbers', '青政规〔2026〕3号、4号', 'not-a-document-number'],
	['words', '没有文号', 'not-a-document-number'],
	['more than any number', `${'青'.repeat(60)}〔2026〕3号`, 'too-long'],
])('%s is refused', (_what, typed, problem) => {
	expect(read(typed)).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'documentNumber', problem },
	})
})

test('a part of a number is searched for in the dress in which numbers are kept', () => {
	expect(plainNumber('规 [２０２６]')).toBe('规〔2026〕')
	expect(plainNumber('青政')).toBe('青政')
})
