/** `npm run -s redline -- OLD NEW --format json`: compares two .txt or .docx files and prints what became of each article. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { alignClauses } from '#app/domain/redline/align-clauses.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'

const [oldFile, newFile, ...options] = process.argv.slice(2)
if (!oldFile || !newFile || options.join(' ') !== '--format json') {
	console.error('Usage: npm run -s redline -- OLD NEW --format json   (.txt or .docx)')
	process.exit(2)
}

const begun = performance.now()
const [before, after] = [await readText(oldFile), await readText(newFile)]
const read = performance.now()
alignClauses(parseLegalText(before).clauses, parseLegalText(after).clauses)
const aligned = performance.now()
const { links, edits, bounded } = compareTexts(before, after)
const compared = performance.now()
const align = Math.round(aligned - read)
const ms = { read: Math.round(read - begun), align, compare: Math.max(0, Math.round(compared - aligned) - align) }
console.log(JSON.stringify({ links, edits, bounded, ms }))

async function readText(file: string): Promise<string> {
	const reading = await readDraft(readFileSync(file), basename(file))
	if (reading.ok) return reading.value.text
	console.error(`${basename(file)}: ${reading.reason.code}`)
	process.exit(2)
}
