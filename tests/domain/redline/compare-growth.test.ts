import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { GROWING_PAIRS, GROWING_TEXTS, MERGED_PAIRS } from '#tests/support/growth-inputs.ts'
import { madeDocument } from '#tests/support/made-documents.ts'
import { growthOf, MOST_GROWTH } from '#tests/support/growth.ts'

test.each(Object.entries(GROWING_TEXTS))(
	'comparing a text with its next version costs no more than its length: %s',
	async (_what, write) => {
		const { growth, times } = await growthOf([5_000, 10_000, 20_000], (n) => {
			const text = write(n)
			const next = text.replace('集市', '夜市').replace('发布', '公布')
			return () => compareTexts(text, next)
		})
		expect(growth, `${times.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(MOST_GROWTH)
	},
	120_000,
)

test.each(Object.entries(GROWING_PAIRS))(
	'comparing two texts costs no more than their length: %s',
	async (_what, write) => {
		const { growth, times } = await growthOf([500, 1_000, 2_000], (n) => {
			const [old, fresh] = write(n)
			return () => compareTexts(old, fresh)
		})
		expect(growth, `${times.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(MOST_GROWTH)
	},
	120_000,
)

test.each(Object.entries(MERGED_PAIRS))(
	'comparing thousands of articles with the one that holds them costs no more than their length: %s',
	async (_what, write) => {
		const { growth, times } = await growthOf([5_000, 10_000, 20_000], (n) => {
			const [old, fresh] = write(n)
			return () => compareTexts(old, fresh)
		})
		expect(growth, `${times.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(MOST_GROWTH)
	},
	240_000,
)

/** A table of so many rows, of which every word but the numbers is another one in the other draft. */
const table = (rows: number, word: string) => [
	['序号', '情节', '罚款', '说明'],
	...Array.from({ length: rows }, (_, at) => [
		String(at + 1),
		`情形${(at * 7919) % 100_003}之${word}`,
		`${(at * 37) % 991}元`,
		`违反第${at % 50}条的${word}规定`,
	]),
]

test('comparing two tables costs no more than their rows, however much of them changed', async () => {
	const { growth, times } = await growthOf([250, 500, 1_000], (rows) => {
		const [old, fresh] = ['甲', '乙'].map((word) => madeDocument(['第一条　标准：', table(rows, word)]))
		return () => old && fresh && compareTexts(old, fresh)
	})
	expect(growth, `${times.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(MOST_GROWTH)
})

test('comparing a cell of many paragraphs costs no more than their number', async () => {
	const { growth, times } = await growthOf([10_000, 20_000, 40_000], (n) => {
		const cell = Array.from({ length: n }, (_, at) => `情形${at}`).join('\n')
		const [old, fresh] = [cell, cell.replace('情形7', '情节7')].map((words) =>
			madeDocument(['第一条　标准：', [[words]]]),
		)
		return () => old && fresh && compareTexts(old, fresh)
	})
	expect(growth, `${times.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(MOST_GROWTH)
})

test('a table of more cells than the stack has room for is compared', () => {
	const text = GROWING_TEXTS['table rows']?.(45_000) ?? ''
	const { blocks } = compareTexts(text, text.replace('发布', '公布'))
	expect(blocks.flatMap(({ rows }) => rows).length).toBeGreaterThan(135_000)
})
