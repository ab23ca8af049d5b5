import { expect, test } from 'vitest'
import { askPart } from '#tests/support/permission-matrix.ts'

test('the pages of the administrators and of oneself answer everybody as the rules say', async () => {
	const { cells, wrong } = await askPart('house')
	expect(wrong).toEqual([])
	expect(cells).toBeGreaterThan(1100)
})
