import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''

async function outlineOf(name: string) {
	const reading = await readDraft(readFileSync(join(LAWS, 'docx', name)), name)
	if (!reading.ok) throw new Error(`${name}: ${JSON.stringify(reading.reason)}`)
	return parseLegalText(reading.value.text).clauses.map(({ key, label, kind, headings, paragraphs }) => ({
		key,
		label,
		kind,
		headings: headings.map((heading) => heading.replaceAll(/\s/g, '')),
		places: paragraphs.map((paragraph) => paragraph.anchor),
	}))
}

test.skipIf(LAWS === '')(
	'a Word file numbered by Word has the outline of its twin with typed numbers',
	async () => {
		const names = readdirSync(join(LAWS, 'docx')).filter((name) => name.endsWith('.autonum.docx'))
		expect(names).toHaveLength(3)
		for (const name of names)
			expect([name, await outlineOf(name)]).toEqual([
				name,
				await outlineOf(name.replace('.autonum.', '.literal.')),
			])
	},
	60_000,
)
