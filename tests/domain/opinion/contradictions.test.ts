import { expect, test } from 'vitest'
import { type Contradiction, contradictionsIn } from '#app/domain/opinion/contradictions.ts'
import type { ItemBody, OpinionBody, PointAnswer } from '#app/domain/opinion/opinion-body.ts'

const ITEM: ItemBody = {
	id: 'item',
	kind: 'must',
	anchor: 'art-3',
	place: '第三条',
	quote: '',
	problem: '没有依据，减损权益。',
	ground: '国办发〔2018〕37号（一）',
	suggestion: '',
	points: ['document-no-burden'],
}

const answers = (said: Readonly<Record<string, PointAnswer>>) =>
	Object.entries(said).map(([point, answer]) => ({ point, answer, note: '' }))

/** An opinion 应当予以修改 in which everything agrees. */
const AGREED: OpinionBody = {
	items: [ITEM],
	points: answers({ 'document-no-burden': 'problem', 'document-procedure': 'in-order' }),
	steps: [{ stepAnswerId: 'step', verdict: 'confirmed', note: '' }],
	conclusion: 'amend',
	summary: '',
}

const found = (change: Partial<OpinionBody>, holds: readonly string[] = []) =>
	contradictionsIn({ ...AGREED, ...change }, { stepAnswerIds: ['step'], holds, isDecision: false })

const REJECTED = [{ stepAnswerId: 'step', verdict: 'rejected', note: '不足30日。' }] as const

const ROWS: [string, Partial<OpinionBody>, Contradiction[]][] = [
	['an opinion in which everything agrees', {}, []],
	['one that says nothing yet', { items: [], points: [], steps: [], conclusion: null }, []],
	[
		'L1: a point 存在问题 needs a mandatory item that cites it',
		{ points: answers({ 'document-no-burden': 'problem', 'document-authority': 'problem' }) },
		[{ code: 'problem-without-item', point: 'document-authority' }],
	],
	[
		'advice that cites it is not enough',
		{
			items: [ITEM, { ...ITEM, id: 'advice', kind: 'advice', points: ['document-authority'] }],
			points: answers({ 'document-no-burden': 'problem', 'document-authority': 'problem' }),
		},
		[{ code: 'problem-without-item', point: 'document-authority' }],
	],
	[
		'明示法律风险 is of decisions only, and stands beside no problem and no mandatory item',
		{ conclusion: 'risk-flagged', steps: REJECTED },
		[
			{ code: 'step-against-point', step: 'step', point: 'document-procedure' },
			{ code: 'risk-flagged-with-problem', point: 'document-no-burden' },
			{ code: 'risk-flagged-with-must-item', item: 'item' },
			{ code: 'risk-flagged-with-rejected-step', step: 'step' },
			{ code: 'risk-flagged-on-other-track' },
		],
	],
	[
		'or the conclusion 不合法',
		{ conclusion: 'unlawful', items: [], points: answers({ 'document-authority': 'problem' }) },
		[],
	],
	[
		'L1: 合法 has no point with a problem: three of three are named',
		{
			conclusion: 'lawful',
			items: [],
			points: answers({
				'decision-authority': 'problem',
				'decision-procedure': 'problem',
				'decision-content': 'problem',
			}),
		},
		[
			{ code: 'lawful-with-problem', point: 'decision-authority' },
			{ code: 'lawful-with-problem', point: 'decision-procedure' },
			{ code: 'lawful-with-problem', point: 'decision-content' },
		],
	],
	[
		'合法 has no mandatory item, and the item says that its point has a problem',
		{ conclusion: 'lawful', points: answers({ 'document-no-burden': 'in-order' }) },
		[
			{ code: 'item-against-point', item: 'item', point: 'document-no-burden' },
			{ code: 'lawful-with-must-item', item: 'item' },
		],
	],
	[
		'L1: 不合法 has at least one point with a problem',
		{ conclusion: 'unlawful', items: [], points: answers({ 'document-authority': 'in-order' }) },
		[{ code: 'unlawful-without-problem' }],
	],
	[
		'应当予以修改 has a mandatory item',
		{ items: [], points: answers({ 'document-authority': 'in-order' }) },
		[{ code: 'amend-without-must-item' }],
	],
	[
		'and a point with a problem',
		{ items: [{ ...ITEM, points: [] }], points: answers({ 'document-no-burden': 'not-applicable' }) },
		[{ code: 'amend-without-problem' }],
	],
	[
		'L1: a step that was not accepted forbids 未发现问题 at the point on procedure',
		{ steps: REJECTED },
		[{ code: 'step-against-point', step: 'step', point: 'document-procedure' }],
	],
	[
		'and 不适用 there too, and 合法',
		{
			conclusion: 'lawful',
			items: [],
			points: answers({ 'decision-procedure': 'not-applicable' }),
			steps: REJECTED,
		},
		[
			{ code: 'step-against-point', step: 'step', point: 'decision-procedure' },
			{ code: 'lawful-with-rejected-step', step: 'step' },
		],
	],
	[
		'a rejected answer that the drafter has replaced no longer counts',
		{ steps: [{ stepAnswerId: 'old', verdict: 'rejected', note: '不足30日。' }] },
		[],
	],
	[
		'a point that nobody answered contradicts nothing',
		{ points: AGREED.points.slice(0, 1), steps: REJECTED },
		[],
	],
]

test.each(ROWS)('%s', (_rule, change, contradictions) => {
	expect(found(change)).toEqual(contradictions)
})

/** L1: an item on such a ground forbids 未发现问题 at the point that asks for it, whatever point it cites. */
const SUBJECTS = [
	['《行政处罚法》第十六条', '', 'penalty', 'document-no-coercion'],
	['《行政许可法》第十七条', '', 'licence', 'document-no-coercion'],
	['《行政强制法》第十条', '', 'compulsion', 'document-no-coercion'],
	['《价格法》第十八条、行政事业性收费管理规定', '', 'fee', 'document-no-coercion'],
	['《公平竞争审查条例》第九条', '', 'local-protection', 'document-content'],
	['国办发〔2018〕37号（一）', '规范性文件不得设定行政处罚。', 'penalty', 'decision-content'],
	['国办发〔2018〕37号（一）', '自行设立收费项目。', 'fee', 'contract-terms'],
	['国办发〔2018〕37号（一）', '对外地经营者实行差别待遇。', 'local-protection', 'decision-content'],
] as const

test.each(SUBJECTS)(
	'an item on the ground %s %s is on %s: %s has a problem',
	(ground, problem, subject, point) => {
		for (const kind of ['must', 'advice'] as const) {
			const items = [ITEM, { ...ITEM, id: 'other', kind, ground, problem, points: [] }]
			const points = (answer: PointAnswer) => answers({ 'document-no-burden': 'problem', [point]: answer })
			expect(found({ items, points: points('in-order') })).toEqual([
				{ code: 'subject-against-point', item: 'other', point, subject },
			])
			expect(found({ items, points: points('problem') }).map(({ code }) => code)).not.toContain(
				'subject-against-point',
			)
		}
	},
)

test('a condition on earlier penalties is no penalty that was set up', () => {
	const items = [{ ...ITEM, problem: '近五年内没有受过任何行政处罚，范围过宽。' }]
	const points = answers({ 'document-no-burden': 'problem', 'document-no-coercion': 'in-order' })
	expect(found({ items, points })).toEqual([])
})

test('合法 does not stand against counsel’s 不合法 that nobody has disposed of', () => {
	const lawful = {
		conclusion: 'lawful',
		items: [],
		points: answers({ 'document-authority': 'in-order' }),
	} as const
	expect(found(lawful, ['theirs'])).toEqual([{ code: 'lawful-against-counsel', counselOpinion: 'theirs' }])
	expect(found({}, ['theirs'])).toEqual([])
})
