import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'

const folder = process.env['LAW_TEXTS_DIR']
const names = ['公安机关适用继续盘问规定', '机动车登记规定', '食品生产经营监督检查管理办法']

async function linesOf(file: string): Promise<string[]> {
	const reading = await readDraft(await readFile(join(folder ?? '', 'docx', file)), file)
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	expect(reading.value.submittable).toBe(true)
	// After an automatic number Word puts an ordinary blank or none, where a typist puts an ideographic one.
	return reading.value.text
		.split('\n')
		.map((line) => line.replace(/^(第[^ 　]+[章节条]|（[^）]+）|\d+\.)[ 　]*/, '$1'))
}

/** Real statutes are not part of the project: set LAW_TEXTS_DIR to the folder that holds `docx/`. */
test.skipIf(folder === undefined).each(names)(
	'%s reads the same with automatic numbers as with typed ones',
	async (name) => {
		const automatic = await linesOf(`${name}.autonum.docx`)
		expect(automatic).toEqual(await linesOf(`${name}.literal.docx`))
		expect(automatic.length).toBeGreaterThan(50)
	},
)
