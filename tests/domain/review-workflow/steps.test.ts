import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ShownStep, STEPS_SHOWN, shownStep, stepLines } from '#app/domain/review-workflow/steps.ts'

const visited = fc.subarray([...STEPS_SHOWN])
const step = fc.constantFrom(...STEPS_SHOWN)

test('a step behind a matter is passed only if the matter came to it, and skipped otherwise', () => {
	fc.assert(
		fc.property(step, visited, (present, came) => {
			const lines = stepLines(present, new Map(came.map((each) => [each, '2026-11-03'])))
			const here = STEPS_SHOWN.indexOf(present)
			expect(lines.map((line) => line.state)).toEqual(
				STEPS_SHOWN.map((each, at) =>
					at > here ? 'future' : at === here ? 'present' : came.includes(each) ? 'passed' : 'skipped',
				),
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
		...Array<null>(7).fill(null),
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
