import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { alignTexts, compareAligned } from '#app/domain/redline/compare-texts.ts'

const USAGE = 'usage: npm run -s redline -- OLD NEW [--format json]   (OLD, NEW: .txt or .docx)'

/** Prints the comparison of two files as JSON. Exit status: 0 for an answer, 2 for trouble, with the reason on stderr. */
async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { format: { type: 'string', default: 'json' }, help: { type: 'boolean', default: false } },
	})
	if (values.help) return console.log(USAGE)
	const [oldPath, newPath, extra] = positionals
	if (!oldPath || !newPath || extra || values.format !== 'json') throw new Error(USAGE)
	const start = performance.now()
	const oldText = await readText(oldPath)
	const newText = await readText(newPath)
	const read = performance.now()
	const alignment = alignTexts(oldText, newText)
	const aligned = performance.now()
	const { links, edits, bounded } = compareAligned(alignment)
	const compared = performance.now()
	const ms = {
		read: rounded(read - start),
		align: rounded(aligned - read),
		compare: rounded(compared - aligned),
	}
	console.log(JSON.stringify({ links, edits, bounded, ms }))
}

/** A .docx, and a text that is not UTF-8, is read like an uploaded draft; UTF-8 has one paragraph a line. */
async function readText(path: string): Promise<string> {
	const bytes = await readFile(path)
	const isWord = path.toLowerCase().endsWith('.docx')
	if (!isWord && isUtf8(bytes)) return new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n')
	const { readDraft } = await import('#app/documents/read-draft.server.ts')
	const reading = await readDraft(bytes, basename(path))
	if (!reading.ok) throw new Error(`${path}: ${JSON.stringify(reading.reason)}`)
	return reading.value.text
}

function rounded(milliseconds: number): number {
	return Math.round(milliseconds * 10) / 10
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error))
	process.exitCode = 2
})
