import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ShownStep, shownStep, stepLines } from '#app/domain/review-workflow/steps.ts'

const REVIEWED = [
	'submit',
	'accept',
	'review',
	'opinion',
	'revise',
	'recheck',
	'clear',
	'list',
	'decide',
	'amend',
	'issue',
] as const
const EXEMPT = ['submit', 'accept', 'exempt', 'list', 'decide', 'amend', 'issue'] as const

test.each([
	['of the review', REVIEWED, [...REVIEWED]],
	['of a matter that needs no review', EXEMPT, ['exempt', 'list', 'decide', 'amend', 'issue']],
] as const)('a step %s is passed only if the matter came to it, and skipped otherwise', (_way, way, from) => {
	fc.assert(
		fc.property(fc.constantFrom(...from), fc.subarray<ShownStep>([...way]), (present, subset) => {
			// Only a matter that was exempt has the short way behind it.
			const came = way === EXEMPT ? new Set<ShownStep>([...subset, 'exempt']) : new Set(subset)
			const lines = stepLines(present, new Map([...came].map((each) => [each, '2026-11-03'])))
			const here = way.findIndex((each) => each === present)
			expect(lines.map(({ step, state }) => [step, state])).toEqual(
				way.map((each, at) => [
					each,
					at > here ? 'future' : at === here ? 'present' : came.has(each) ? 'passed' : 'skipped',
				]),
			)
		}),
	)
})

test('only what was passed has a day', () => {
	const dates = new Map<ShownStep, string | null>([
		['submit', '2026-11-02'],
		['accept', null],
		['clear', '2026-11-20'],
	])
	expect(stepLines('review', dates).map((line) => line.on)).toEqual([
		'2026-11-02',
		null,
		...Array<null>(9).fill(null),
	])
})

test('a cleared matter stands at the agenda once it is listed, and in the pool before', () => {
	expect(shownStep('cleared', null)).toBe('clear')
	expect(shownStep('cleared', 'proposed')).toBe('clear')
	expect(shownStep('cleared', 'blocked')).toBe('clear')
	expect(shownStep('cleared', 'listed')).toBe('list')
	expect(shownStep('cleared', 'notified')).toBe('decide')
	expect(shownStep('withdrawn', null)).toBe(null)
})

test('a matter that needs no review is never said to have passed one', () => {
	expect(shownStep('out-of-scope', null)).toBe('exempt')
	expect(shownStep('out-of-scope', 'proposed')).toBe('exempt')
	expect(shownStep('out-of-scope', 'listed')).toBe('list')
	for (const present of ['exempt', 'list', 'decide', 'amend', 'issue'] as const) {
		const steps = stepLines(present, new Map([['exempt', '2026-11-03']])).map(({ step }) => step)
		expect(steps).toEqual(EXEMPT)
	}
})
