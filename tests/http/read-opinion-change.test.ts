import { expect, test } from 'vitest'
import { PARTS_OF_OPINION } from '#app/forms/opinion-forms.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { opinionChangeOf } from '#app/http/read-opinion-change.server.ts'

function read(entries: Readonly<Record<string, string>>) {
	const fields = new FormData()
	for (const [name, value] of Object.entries(entries)) fields.set(name, value)
	const submission = parseForm(fields, PARTS_OF_OPINION)
	return submission.status === 'success' ? opinionChangeOf(submission.value) : submission.error
}

const ITEM = {
	intent: 'item',
	id: '01a2-art-3-p1',
	kind: 'must',
	anchor: 'art-3-p1',
	quote: '',
	problem: ' 没有依据。 ',
	ground: '',
	suggestion: '',
}

test('an item gets its place from its anchor, not from what the form says', () => {
	expect(read({ ...ITEM, place: '第九条' })).toMatchObject({
		part: 'item',
		item: { place: '第三条第一款', problem: '没有依据。' },
	})
})

test.each([
	['kind', { kind: 'maybe' }],
	['anchor', { anchor: 'art-3"><script>' }],
	['id', { id: '../x' }],
])('a form whose %s no page ever sent is refused by name', (field, change) => {
	expect(read({ ...ITEM, ...change })).toEqual({ [field]: ['unknown-choice'] })
})

test('points and steps without an answer stay as they were', () => {
	expect(
		read({
			intent: 'points',
			'answer-authority': 'problem',
			'note-authority': '越权。',
			'answer-content': '',
		}),
	).toEqual({ part: 'points', points: [{ point: 'authority', answer: 'problem', note: '越权。' }] })
	expect(read({ intent: 'steps', 'verdict-a': 'confirmed', 'note-b': '没有判断' })).toEqual({
		part: 'steps',
		steps: [{ stepAnswerId: 'a', verdict: 'confirmed', note: '' }],
	})
})

test('an answer that no page offers is refused by its field', () => {
	expect(read({ intent: 'points', 'answer-content': 'perhaps' })).toEqual({
		'answer-content': ['unknown-choice'],
	})
})

test('a conclusion may still be open, but not one of its own making', () => {
	expect(read({ intent: 'conclusion', conclusion: '', summary: '待定' })).toEqual({
		part: 'conclusion',
		conclusion: null,
		summary: '待定',
	})
	expect(read({ intent: 'conclusion', conclusion: 'fine', summary: '' })).toEqual({
		conclusion: ['unknown-choice'],
	})
})
