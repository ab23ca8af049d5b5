import { expect, test } from 'vitest'
import { WORDS_LIMIT } from '#app/domain/matter/written-words.ts'
import { changeOpinion } from '#app/domain/opinion/edit-opinion.ts'
import { type ItemBody, type OpinionBody, EMPTY_OPINION } from '#app/domain/opinion/opinion-body.ts'

const FIRST: ItemBody = {
	id: '1',
	kind: 'must',
	anchor: 'art-1',
	place: '第一条',
	quote: '',
	problem: '一',
	ground: '',
	suggestion: '',
	points: [],
}
const SECOND: ItemBody = { ...FIRST, id: '2', problem: '二' }
const BODY: OpinionBody = {
	...EMPTY_OPINION,
	items: [FIRST, SECOND],
	points: [{ point: 'authority', answer: 'in-order', note: '' }],
}

function changed(...[body, change]: Parameters<typeof changeOpinion>): OpinionBody {
	const answer = changeOpinion(body, change)
	if (!answer.ok) throw new Error(answer.reason.problem)
	return answer.value
}

test('an item is replaced where it stands, and a new one comes last', () => {
	const said = { ...FIRST, problem: '改' }
	expect(changed(BODY, { part: 'item', item: said }).items).toEqual([said, SECOND])
	const third = { ...FIRST, id: '3' }
	expect(changed(BODY, { part: 'item', item: third }).items).toEqual([FIRST, SECOND, third])
})

test('dropping an item leaves the others and everything else', () => {
	expect(changed(BODY, { part: 'item-dropped', id: '1' })).toEqual({ ...BODY, items: [SECOND] })
})

test('answers to some points leave the other points as they are', () => {
	const procedure = { point: 'procedure', answer: 'problem', note: '未公开征求意见。' } as const
	expect(changed(BODY, { part: 'points', points: [procedure] }).points).toEqual([...BODY.points, procedure])
})

test('a conclusion is kept even if it cannot stand yet: readiness is judged when it is sent', () => {
	const body = changed(BODY, { part: 'conclusion', conclusion: 'lawful', summary: '无' })
	expect(body).toEqual({ ...BODY, conclusion: 'lawful', summary: '无' })
})

test.each([
	['problem', { ...FIRST, problem: '长'.repeat(WORDS_LIMIT + 1) }],
	['quote', { ...FIRST, quote: '长'.repeat(WORDS_LIMIT + 1) }],
])('words of the field %s that are too long are refused', (field, item) => {
	expect(changeOpinion(BODY, { part: 'item', item })).toEqual({
		ok: false,
		reason: { code: 'unfitting', field, problem: 'too-long' },
	})
})

test('one id cannot stand for two items', () => {
	expect(changeOpinion(BODY, { part: 'whole', body: { ...BODY, items: [FIRST, FIRST] } })).toMatchObject({
		ok: false,
	})
})
