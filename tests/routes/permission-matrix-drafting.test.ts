import { expect, test } from 'vitest'
import { askPart } from '#tests/support/permission-matrix.ts'

test('the pages of the drafting side answer everybody as the rules say', async () => {
	const { cells, wrong } = await askPart('drafting')
	expect(wrong).toEqual([])
	expect(cells).toBeGreaterThan(1200)
})
