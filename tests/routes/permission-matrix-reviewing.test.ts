import { expect, test } from 'vitest'
import { askPart } from '#tests/support/permission-matrix.ts'

test('the pages of the review body and of counsel answer everybody as the rules say', async () => {
	const { cells, wrong } = await askPart('reviewing')
	expect(wrong).toEqual([])
	expect(cells).toBeGreaterThan(1500)
})
