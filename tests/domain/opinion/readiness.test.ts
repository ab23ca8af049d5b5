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
} as const

const READY: OpinionBody = {
	items: [ITEM],
	points: [{ point: 'authority', answer: 'in-order', note: '' }],
	steps: [{ stepAnswerId: 'a', verdict: 'confirmed', note: '' }],
	conclusion: 'amend',
	summary: '',
}
const POINTS = [{ code: 'authority' }]
const NOTHING_MISSING = {
	unansweredPoints: 0,
	unjudgedSteps: 0,
	incompleteItems: 0,
	isConclusionConsistent: true,
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
		{ points: [{ point: 'authority', answer: 'not-applicable', note: '' }] },
		{ unansweredPoints: 1 },
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
		'合法 does not stand beside a mandatory item',
		{ conclusion: 'lawful' },
		{ isConclusionConsistent: false },
	],
	[
		'合法 does not stand beside a rejected step',
		{
			conclusion: 'lawful',
			items: [],
			steps: [{ stepAnswerId: 'a', verdict: 'rejected', note: '不足30日。' }],
		},
		{ isConclusionConsistent: false },
	],
	[
		'a rejected answer that the drafter has replaced no longer counts',
		{
			conclusion: 'lawful',
			items: [],
			steps: [
				{ stepAnswerId: 'old', verdict: 'rejected', note: '不足30日。' },
				{ stepAnswerId: 'a', verdict: 'confirmed', note: '' },
			],
		},
		{},
	],
	['应当予以修改 needs something to amend', { items: [] }, { isConclusionConsistent: false }],
	['不合法 needs its ground', { conclusion: 'unlawful', items: [] }, { isConclusionConsistent: false }],
	['no conclusion is no opinion', { conclusion: null }, { isConclusionConsistent: false }],
])('%s', (_rule, change, missing) => {
	expect(judgeReadiness({ ...READY, ...change }, POINTS, ['a'])).toEqual({ ...NOTHING_MISSING, ...missing })
})

test('an opinion not begun lacks everything', () => {
	expect(judgeReadiness(null, POINTS, ['a', 'b'])).toEqual({
		unansweredPoints: 1,
		unjudgedSteps: 2,
		incompleteItems: 0,
		isConclusionConsistent: false,
	})
})
