import { expect, test } from 'vitest'
import { VERDICT_KEYS, itemToJudge } from '#app/components/review/verdict-keys.ts'

test('1 says 已落实, 2 未落实 and 3 保留不同意见, as the form has them from left to right', () => {
	expect(VERDICT_KEYS).toEqual([
		['1', 'settled'],
		['2', 'unsettled'],
		['3', 'retained'],
	])
})

test('a key judges the first item at the place that has no verdict yet', () => {
	expect(itemToJudge([{ id: 'first', isJudged: false }])).toBe('first')
	expect(
		itemToJudge([
			{ id: 'first', isJudged: true },
			{ id: 'second', isJudged: false },
		]),
	).toBe('second')
})

test('the only item at a place is judged anew, and of several with a verdict none is', () => {
	expect(itemToJudge([{ id: 'only', isJudged: true }])).toBe('only')
	expect(
		itemToJudge([
			{ id: 'first', isJudged: true },
			{ id: 'second', isJudged: true },
		]),
	).toBeNull()
})

test('where no item stands nothing is judged', () => {
	expect(itemToJudge([])).toBeNull()
})
