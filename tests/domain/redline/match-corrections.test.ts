import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { correctionsInForce, labelsOf } from '#app/domain/redline/match-corrections.ts'

function kept(id: string, old: string, fresh: readonly string[], withdrawsId: string | null = null) {
	return { id, old, new: fresh, withdrawsId }
}

test.each([
	['a correction counts', [kept('a', '5', ['6'])], ['a']],
	['one that was taken back does not', [kept('a', '5', ['6']), kept('b', '5', ['6'], 'a')], []],
	['it can be made again', [kept('a', '5', ['6']), kept('b', '5', ['6'], 'a'), kept('c', '5', ['6'])], ['c']],
	['of two on one clause the newer counts', [kept('a', '5', ['6']), kept('b', '5', ['7'])], ['b']],
	['two clauses may have become one', [kept('a', '5', ['6']), kept('b', '8', ['6'])], ['a', 'b']],
	['what is new has no predecessor any more', [kept('a', '5', ['6']), kept('b', '', ['6'])], ['b']],
	['what was new has one after all', [kept('a', '', ['6']), kept('b', '5', ['6'])], ['b']],
	['new clauses do not contradict each other', [kept('a', '', ['6']), kept('b', '', ['7'])], ['a', 'b']],
] as const)('%s', (_rule, rows, expected) => {
	expect(correctionsInForce(rows).map((row) => row.id)).toEqual(expected)
})

test('a correction is about clauses that the two texts have', () => {
	const redline = compareTexts('总则\n第一条　甲。\n第二条　乙。', '总则\n第一条　丙。\n第三条　丁。')
	expect(labelsOf(redline, { old: '2', new: ['1', '3'] })).toEqual({
		old: '第二条',
		new: ['第一条', '第三条'],
	})
	expect(labelsOf(redline, { old: '', new: ['3'] })).toEqual({ old: '', new: ['第三条'] })
	expect(labelsOf(redline, { old: '3', new: ['1'] })).toBeNull()
	expect(labelsOf(redline, { old: '2', new: ['2'] })).toBeNull()
})
