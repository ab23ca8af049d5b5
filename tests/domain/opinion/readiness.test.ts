import { expect, test } from 'vitest'
import type { OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import { judgeReadiness } from '#app/domain/opinion/readiness.ts'

const ITEM = {
	id: '1',
	kind: 'must',
	anchor: 'art-3',
	place: '第三条',
	quote: '',
	problem: '没有依据。',
	ground: '行政许可法第十七条',
	suggestion: '',
	points: ['authority'],
} as const

const READY: OpinionBody = {
	items: [ITEM],
	points: [{ point: 'authority', answer: 'problem', note: '没有依据。' }],
	steps: [{ stepAnswerId: 'a', verdict: 'confirmed', note: '' }],
	conclusion: 'amend',
	summary: '',
}
const POINTS = [{ code: 'authority' }]
const NOTHING_MISSING = {
	unansweredPoints: 0,
	unjudgedSteps: 0,
	incompleteItems: 0,
	hasConclusion: true,
	isRiskStated: true,
	contradictions: [],
}

test.each<[string, Partial<OpinionBody>, Partial<ReturnType<typeof judgeReadiness>>]>([
	['a whole opinion lacks nothing', {}, {}],
	['a point without an answer is missing', { points: [] }, { unansweredPoints: 1 }],
	[
		'a problem without a word why is no answer',
		{ points: [{ point: 'authority', answer: 'problem', note: '' }] },
		{ unansweredPoints: 1 },
	],
	[
		'不适用 without a word why is no answer',
		{ items: [], points: [{ point: 'authority', answer: 'not-applicable', note: '' }], conclusion: null },
		{ unansweredPoints: 1, hasConclusion: false },
	],
	['a step answer without a verdict is missing', { steps: [] }, { unjudgedSteps: 1 }],
	[
		'a rejection without a word why is no verdict',
		{ steps: [{ stepAnswerId: 'a', verdict: 'rejected', note: '' }] },
		{ unjudgedSteps: 1 },
	],
	[
		'a mandatory item without its ground is not whole',
		{ items: [{ ...ITEM, ground: '' }] },
		{ incompleteItems: 1 },
	],
	['an item without its place is not whole', { items: [{ ...ITEM, anchor: '' }] }, { incompleteItems: 1 }],
	['advice may do without a ground', { items: [ITEM, { ...ITEM, id: '2', kind: 'advice', ground: '' }] }, {}],
	[
		'a mandatory item that answers no review point is not whole',
		{ items: [{ ...ITEM, points: [] }] },
		{ incompleteItems: 1, contradictions: [{ code: 'problem-without-item', point: 'authority' }] },
	],
	[
		'nor is one that answers a point of another track only',
		{
			items: [
				{ ...ITEM, points: ['authority'] },
				{ ...ITEM, id: '2', points: ['contract-terms'] },
			],
		},
		{ incompleteItems: 1 },
	],
	['no conclusion is no opinion', { conclusion: null }, { hasConclusion: false }],
])('%s', (_rule, change, missing) => {
	expect(
		judgeReadiness({ ...READY, ...change }, POINTS, { stepAnswerIds: ['a'], holds: [], isDecision: false }),
	).toEqual({
		...NOTHING_MISSING,
		...missing,
	})
})

test('an opinion not begun lacks everything', () => {
	expect(judgeReadiness(null, POINTS, { stepAnswerIds: ['a', 'b'], holds: [], isDecision: false })).toEqual({
		unansweredPoints: 1,
		unjudgedSteps: 2,
		incompleteItems: 0,
		hasConclusion: false,
		isRiskStated: true,
		contradictions: [],
	})
})
