import { expect, test } from 'vitest'
import { askPart } from '#tests/support/permission-matrix.ts'

test('the pages of meetings, of the register and of comparing answer everybody as the rules say', async () => {
	const { cells, wrong } = await askPart('meetings')
	expect(wrong).toEqual([])
	expect(cells).toBeGreaterThan(1300)
})
