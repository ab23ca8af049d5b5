import { expect, test } from 'vitest'
import { differenceOf } from '#scripts/author-migration.ts'
import { readModels } from '#scripts/generate-clients.ts'

test('the migrations lead to the models: nothing is left to write', async () => {
	expect(await differenceOf('sqlite')).toMatch(/^-- This is an empty migration\.\s*$/)
})

test('an author is shown what the next migration has to do, and nothing else', async () => {
	const models = readModels().map(({ file, text }) => ({
		file,
		text: text.replace('model Notice {', 'model Notice {\n  urgency String? @map("urgency")'),
	}))
	expect((await differenceOf('sqlite', models)).trim()).toBe(
		'-- AlterTable\nALTER TABLE "notice" ADD COLUMN "urgency" TEXT;',
	)
})
