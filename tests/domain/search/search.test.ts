import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf } from '#app/domain/search/excerpt.ts'
import { gramsOf, LONGEST_WORD, phrasesOf } from '#app/domain/search/grams.ts'

/** What an index does with a phrase: its grams stand one after the other in a part. */
function finds(text: string | readonly string[], asked: string): boolean {
	const parts = gramsOf([text].flat())
	return phrasesOf(asked).every((phrase) =>
		parts.some((part) =>
			phrase.kind === 'beginning'
				? part.some((gram) => gram.startsWith(phrase.of))
				: part.some((_, at) => phrase.grams.every((gram, further) => part[at + further] === gram)),
		),
	)
}

const TEXT = '第一条　为了规范城市养犬管理，保障公众健康，根据《中华人民共和国动物防疫法》，制定本办法。'

describe('what is found', () => {
	test.each([
		['two letters that follow one another', '养犬', true],
		['one letter', '犬', true],
		['the last letter', '。', true],
		['letters that stand apart', '城养', false],
		['full width asked in half width', '管理,', true],
		['half width asked in full width', '《中华', true],
		['two words, both there', '动物 养犬', true],
		['two words, one of them missing', '动物 养猫', false],
		['a word over the blank behind the number', '第一条为了', true],
	])('%s', (_what, asked, expected) => {
		expect(finds(TEXT, asked)).toBe(expected)
	})

	test('capitals and small letters are alike, and so are wide ones', () => {
		for (const asked of ['pm2.5', 'PM2.5', 'ＰＭ２．５']) expect(finds('扬尘（PM2.5）监测', asked)).toBe(true)
	})

	test('per cent and underline are letters like others', () => {
		expect(finds('不低于30%', '30%')).toBe(true)
		expect(finds('不低于30个', '30%')).toBe(false)
		expect(finds('a_b', 'a_b')).toBe(true)
		expect(finds('axb', 'a_b')).toBe(false)
	})

	test('a word is found where a line broke it', () => {
		expect(finds('行政\n许可', '行政许可')).toBe(true)
	})

	test('no word reaches from one text into the next', () => {
		expect(finds(['养犬', '管理'], '犬管')).toBe(false)
		expect(finds(['养犬', '管理'], '养犬 管理')).toBe(true)
	})

	test('every run of letters of a text is found in it, also where the text is cut into parts', () => {
		const letters = fc.string({ unit: fc.constantFrom(...'法规条例𠮷a1'), minLength: 1, maxLength: 30_000 })
		fc.assert(
			fc.property(letters, fc.nat(), fc.integer({ min: 1, max: LONGEST_WORD }), (text, from, length) => {
				const units = [...text]
				const at = from % units.length
				return finds(text, units.slice(at, at + length).join(''))
			}),
			{ numRuns: 60 },
		)
	})

	test('nothing asked is nothing to look for', () => {
		expect(phrasesOf(' 　\n')).toEqual([])
	})

	test('long questions are cut, not refused', () => {
		expect(phrasesOf('一 二 三 四 五 六 七')).toHaveLength(5)
		expect(finds('法'.repeat(200), '法'.repeat(200))).toBe(true)
	})
})

describe('an excerpt', () => {
	test('shows the word as the text writes it, and what stands around it', () => {
		expect(excerptOf('扬尘（ＰＭ２．５）\n监测', 'pm2.5')).toEqual({
			before: '扬尘（',
			word: 'ＰＭ２．５',
			after: '） 监测',
		})
	})

	test('is right behind letters that take two units', () => {
		expect(excerptOf('𠮷𠮷𠮷养犬管理', '养犬')).toEqual({ before: '𠮷𠮷𠮷', word: '养犬', after: '管理' })
	})

	test('is none where no word stands', () => {
		expect(excerptOf('养犬管理', '养猫')).toBeNull()
	})
})
