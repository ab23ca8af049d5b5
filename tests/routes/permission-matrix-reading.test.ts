import { expect, test } from 'vitest'
import { askPart } from '#tests/support/permission-matrix.ts'

test('the pages of a matter answer everybody as the rules say', async () => {
	const { cells, wrong } = await askPart('reading')
	expect(wrong).toEqual([])
	expect(cells).toBeGreaterThan(600)
})
