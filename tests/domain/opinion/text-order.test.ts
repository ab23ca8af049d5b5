import { expect, test } from 'vitest'
import { inTextOrder } from '#app/domain/opinion/text-order.ts'

test('items stand in the order of the text, not of typing', () => {
	const typed = [
		'art-13',
		'annex-1-2',
		'art-6',
		'closing',
		'art-14',
		'art-5-i2',
		'top-1',
		'art-10',
		'art-5',
		'head',
	]
	expect(inTextOrder(typed.map((anchor) => ({ anchor }))).map(({ anchor }) => anchor)).toEqual([
		'head',
		'top-1',
		'art-5',
		'art-5-i2',
		'art-6',
		'art-10',
		'art-13',
		'art-14',
		'closing',
		'annex-1-2',
	])
})
