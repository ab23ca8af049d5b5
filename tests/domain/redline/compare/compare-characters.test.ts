import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCharacters } from '#app/domain/redline/compare/compare-characters.ts'
import { countEdits, sideOf } from '#app/domain/redline/compare/settle-segments.ts'
import { openWorkBudget } from '#app/domain/redline/compare/work-budget.ts'

const compare = (before: string, after: string) =>
	compareCharacters(before, after, openWorkBudget(before.length + after.length))
const joined = (segments: readonly { text: string }[]) => segments.map((segment) => segment.text).join('')
const text = fc.oneof(
	fc.stringMatching(/^[应当不得经营者第一二三条款，。《》法0-9a-c]{0,40}$/u),
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme' }),
)

test('what stays and what comes give the new text, what stays and what goes the old one, for every pair', () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const { segments } = compare(before, after)
			return joined(sideOf(segments, 'new')) === after && joined(sideOf(segments, 'old')) === before
		}),
		{
			numRuns: 2000,
			// Texts of nothing but typesetting, against one another and against words.
			examples: [
				['\n', '\u0000'],
				[' ', '\n'],
				['\n', '应当公开。'],
				['\n- 3 -\n', '应当公开。\n'],
			],
		},
	)
})

test('the same holds when the budget is spent', () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const { segments } = compareCharacters(before, after, { mostEdits: () => 1, spend: () => {} })
			return joined(sideOf(segments, 'new')) === after && joined(sideOf(segments, 'old')) === before
		}),
	)
})

test('what goes stands before what comes, and no two neighbours are of one kind', () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const kinds = compare(before, after).segments.map((segment) => segment.kind)
			return kinds.every(
				(kind, at) => kind !== kinds[at - 1] && !(kind === 'deleted' && kinds[at - 1] === 'inserted'),
			)
		}),
	)
})

test.each([
	['an amount', '处二万元罚款', '处二十万元罚款', '二十万元'],
	['a number whose unit is rare', '至二十二时收摊', '至二十三时收摊', '二十三时'],
	['a number without a unit', '第二十二届会议', '第二十三届会议', '第二十三届'],
	['the number of an article', '依照第十二条办理', '依照第二十二条办理', '第二十二条'],
	['a title', '依据《合同法》办理', '依据《民法典》办理', '《民法典》'],
	['a date', '自2024年1月1日起', '自2025年1月1日起', '2025年1月1日'],
])('a change never cuts through %s', (_what, before, after, whole) => {
	expect(compare(before, after).segments).toContainEqual({ kind: 'inserted', text: whole })
})

test('a line that was broken elsewhere changes no word and no number', () => {
	const before = '经营者应当在五\n千元以下的范围内缴存保证金，标\n识应当清晰。'
	const after = '经营者应当在五千元以下的\n范围内缴存保证金，标识应当醒目。'
	expect(compare(before, after).segments.filter((segment) => segment.kind !== 'same')).toEqual([
		{ kind: 'deleted', text: '\n' },
		{ kind: 'inserted', text: '\n' },
		{ kind: 'deleted', text: '\n' },
		{ kind: 'deleted', text: '清晰' },
		{ kind: 'inserted', text: '醒目' },
	])
})

test('edits are counted in code points', () => {
	expect(countEdits(compare('姓𠮷的人', '姓的人').segments, 'deleted')).toBe(1)
})

test('a single character that stayed between two changes joins them', () => {
	expect(compare('由区政府农业局统一负责管理工作', '由区政府商业厅统一负责管理工作').segments).toContainEqual(
		{
			kind: 'inserted',
			text: '商业厅',
		},
	)
})

test('what shares little is shown as replaced', () => {
	expect(compare('应当公开征求意见', '罚没收入的，不得上缴').segments.map((segment) => segment.kind)).toEqual(
		['deleted', 'inserted'],
	)
})
