import { expect, test } from 'vitest'
import { adoptionTable, judgeAdoption, numberRanges, saysWhy } from '#app/domain/consultation/adoption.ts'

const comments = [
	{ id: 'c1', number: 1, isLate: false },
	{ id: 'c2', number: 2, isLate: false },
	{ id: 'c3', number: 3, isLate: true },
	{ id: 'c4', number: 4, isLate: false },
]
const entry = (id: string, answer: 'adopted' | 'partly' | 'not-adopted', commentIds: readonly string[]) => ({
	...{ id, answer, commentIds },
	...{ gist: '建议延长期限', reason: '第三条已延长到三十日' },
})

test('of each comment the newest word counts, like ones share a row, and late ones are named', () => {
	const table = adoptionTable(comments, [
		entry('e1', 'not-adopted', ['c1', 'c3']),
		entry('e2', 'adopted', ['c2', 'c3']),
		entry('e3', 'partly', ['c1']),
	])
	expect(table.rows).toMatchObject([
		{ id: 'e3', numbers: [1], late: [] },
		{ id: 'e2', numbers: [2, 3], late: [3] },
	])
	expect(table.counts).toEqual({ received: 4, adopted: 2, partly: 1, notAdopted: 0, late: 1 })
	expect(table.unanswered).toEqual([4])
})

test('a reason that only repeats the answer is none', () => {
	for (const bare of ['不采纳。', '不予采纳', '采纳', '部分采纳该意见。', '不同意此条建议！', '理由如下：'])
		expect(saysWhy(bare), bare).toBe(false)
	for (const said of ['第三条已增加晚餐', '与食品安全法第四条相抵触。', '已在第五条写明'])
		expect(saysWhy(said), said).toBe(true)
})

test('one comment stands by its own words, several ask for their gist', () => {
	const given = { answer: 'adopted', gist: ' ', reason: '第三条已增加晚餐' } as const
	expect(judgeAdoption(given, '晚餐也应当纳入。')).toMatchObject({ value: { gist: '晚餐也应当纳入。' } })
	expect(judgeAdoption(given, null)).toMatchObject({ reason: { field: 'gist', problem: 'missing' } })
})

test('neither a telephone nor an identity number goes into a table that is published', () => {
	const given = { answer: 'adopted', gist: '', reason: '第三条已增加晚餐' } as const
	expect(judgeAdoption(given, '请回电 13800001234。')).toMatchObject({
		reason: { field: 'gist', problem: 'personal-data' },
	})
	expect(judgeAdoption({ ...given, reason: '已电话告知 13800001234 处理' }, '晚餐。')).toMatchObject({
		reason: { field: 'reason', problem: 'personal-data' },
	})
})

test('numbers in a row are written as one range', () => {
	expect(numberRanges([1, 2, 3, 5, 8, 9])).toBe('1—3、5、8—9')
})

test('the table of ten times the comments takes no more than about ten times as long', () => {
	const timeOf = (count: number) => {
		const many = Array.from({ length: count }, (_, at) => ({ id: `c${at}`, number: at + 1, isLate: false }))
		const entries = [
			entry(
				'e1',
				'adopted',
				many.map(({ id }) => id),
			),
		]
		const from = performance.now()
		expect(adoptionTable(many, entries).counts.adopted).toBe(count)
		return performance.now() - from
	}
	timeOf(1000)
	expect(timeOf(50_000) / Math.max(1, timeOf(5000))).toBeLessThan(60)
})
