import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wallsOfMigrations } from '#scripts/write-walls.ts'

test('docs/walls.md says what the database refuses; `npm run walls` writes it anew', async () => {
	expect(readFileSync('docs/walls.md', 'utf8')).toBe(await wallsOfMigrations())
})
