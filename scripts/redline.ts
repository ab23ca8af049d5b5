import { createHash } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type BesideChange, compareBeside } from '#app/domain/document/compare-beside.ts'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import type { ComparedText } from '#app/documents/papers/paper-facts.ts'
import { alignTexts, compareAligned } from '#app/domain/redline/compare-texts.ts'
import { redlineText, saysTheSame } from '#app/documents/printed-redline/redline-text.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import { tableChanges } from '#app/domain/redline-reading/table-changes.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'
import type { TrackedChange } from '#app/documents/word/tracked-changes.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import {
	type NamedFinding,
	besideLines,
	changeLines,
	findingsForJson,
	refusalWords,
	stoppingLines,
} from './redline-findings.ts'

const FORMATS = ['text', 'json', 'html', 'docx', 'table'] as const
type Format = (typeof FORMATS)[number]

const USAGE =
	'usage: npm run -s redline -- OLD NEW | TRACKED.docx [--format text|json|html|docx|table] [--typography] [--out FILE] [--author NAME]'
const HELP = `${USAGE}

Compares two drafts (.txt or .docx), article by article; or one .docx with tracked changes, before them and after, with
who made them and when on standard error.

  --format text    what changed, with [-what went-] and {+what came+}, and [~what stands elsewhere now~] and
                   {~what stood elsewhere~} with the place; the default
  --format json    headers, footers and images that differ ("beside"), which clause became which, to which other one a part of it went, what became of tables (rows, columns, cells), how much changed, and in how
                   many places only the way of writing ("quiet")
  --format html    one page that needs nothing else
  --format docx    花脸稿: tracked changes in NEW's own .docx; rejecting all gives the old text
  --mark old       with --format docx: the tracked changes stand in OLD's file instead
  --format table   修改对照表 as .docx, or as .xlsx when FILE ends in .xlsx
  --typography     text and html mark also what only says the same in another way of writing (5000元, 五千元)
  --out FILE       writes to FILE; without it to standard output, a .docx or .xlsx only where that is no terminal
  --author NAME    the author of the tracked changes; NEW's file name without it
  -h, --help       this

Exit status: 0 equal (the way of writing, blanks and broken lines apart), 1 different, 2 trouble.`

type Asked = {
	readonly format: Format
	readonly showsQuiet: boolean
	readonly out: string | null
	readonly author: string | null
	/** Which of the two files is marked. */
	readonly mark: 'old' | 'new'
}
type ReadText = ComparedText & {
	readonly changedAt: Date
	readonly findings: readonly NamedFinding[]
	/** Null for plain text. */
	readonly document: DocumentTree | null
	readonly file: Uint8Array | null
}
type Times = Readonly<Record<'read' | 'align' | 'compare', number>>

/** Prints or writes the comparison of two files, with the exit status of `diff`. */
async function main(): Promise<void> {
	const asked = readArguments()
	if (asked === null) return console.log(HELP)
	const start = performance.now()
	const { old, new: fresh, changes } = await readPair(asked.paths)
	const read = performance.now()
	const alignment = alignTexts(old, fresh)
	const aligned = performance.now()
	const redline = compareAligned(alignment)
	const compared = performance.now()
	const ms = { read: read - start, align: aligned - read, compare: compared - aligned }
	const findings = [...old.findings, ...fresh.findings]
	const beside = compareBeside(old.document, fresh.document)
	const written =
		asked.format === 'json'
			? jsonOf(redline, ms, findings, beside, changes)
			: await write(asked, { old, new: fresh }, redline)
	if (asked.out !== null) await writeFile(asked.out, written)
	else process.stdout.write(written)
	for (const line of [...stoppingLines(findings), ...besideLines(beside), ...changeLines(changes)])
		console.error(line)
	process.exitCode = saysTheSame(redline) && beside.length === 0 ? 0 : 1
}

/** Null when all that is asked for is help. */
function readArguments(): (Asked & { readonly paths: readonly [string, string | null] }) | null {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			format: { type: 'string', default: 'text' },
			typography: { type: 'boolean', default: false },
			out: { type: 'string' },
			author: { type: 'string' },
			mark: { type: 'string', default: 'new' },
			help: { type: 'boolean', short: 'h', default: false },
		},
	})
	if (values.help) return null
	const [oldPath, newPath, extra] = positionals
	const format = FORMATS.find((each) => each === values.format)
	if (!format) throw new Error(`no such format: ${values.format}\n${USAGE}`)
	if (!oldPath || extra) throw new Error(`two files are compared, or one with tracked changes\n${USAGE}`)
	if (!newPath && !/\.docx$/i.test(oldPath))
		throw new Error(`one file alone is a .docx with tracked changes\n${USAGE}`)
	const out = values.out ?? null
	const isForWord = format === 'docx' || format === 'table'
	if (isForWord && out === null && process.stdout.isTTY)
		throw new Error(`a Word file is not for a terminal: name one with --out\n${USAGE}`)
	return {
		format,
		showsQuiet: values.typography,
		out,
		author: values.author ?? null,
		mark: values.mark === 'old' ? 'old' : 'new',
		paths: [oldPath, newPath ?? null],
	}
}

/** What only one of the formats needs is loaded for that one. */
async function write(
	{ format, showsQuiet, out, author, mark }: Asked,
	texts: { readonly old: ReadText; readonly new: ReadText },
	redline: Redline,
): Promise<string | Uint8Array> {
	if (format === 'text') {
		const isColoured = out === null && process.stdout.isTTY && !process.env['NO_COLOR']
		return redlineText(texts, redline, isColoured, showsQuiet)
	}
	if (format === 'html') {
		const { redlineHtml } = await import('#app/documents/printed-redline/redline-html.ts')
		return redlineHtml(texts, redline, showsQuiet, compareBeside(texts.old.document, texts.new.document))
	}
	if (format === 'docx') {
		const { writeMarkedFile } = await import('#app/documents/own-draft/write-marked-file.server.ts')
		const { name, changedAt } = texts.new
		const files = { old: texts.old.file, new: texts.new.file }
		const facts = { texts, author: author ?? name, at: changedAt, comments: [], files }
		return writeMarkedFile(facts, redline, mark)
	}
	if (out?.toLowerCase().endsWith('.xlsx')) {
		const { writeComparisonSheet } =
			await import('#app/documents/comparison-table/write-comparison-sheet.server.ts')
		return writeComparisonSheet({ texts, redline, comments: [] })
	}
	const { writeComparisonTable } =
		await import('#app/documents/comparison-table/write-comparison-table.server.ts')
	return writeComparisonTable({ texts, redline, comments: [] })
}

function jsonOf(
	redline: Redline,
	ms: Times,
	findings: readonly NamedFinding[],
	beside: readonly BesideChange[],
	changes: readonly TrackedChange[],
): string {
	const { links, edits, quiet, bounded } = redline
	const tables = { counts: redline.tables, changes: tableChanges(redline) }
	const rounded = Object.fromEntries(
		Object.entries(ms).map(([name, milliseconds]) => [name, Math.round(milliseconds * 10) / 10]),
	)
	const margins = besideLines(beside.filter(({ kind }) => kind !== 'image'))
	return `${JSON.stringify({ links, edits, quiet, bounded, tables, findings: findingsForJson(findings), margins, beside, changes, ms: rounded })}\n`
}

type Pair = { readonly old: ReadText; readonly new: ReadText; readonly changes: readonly TrackedChange[] }

/** Two files, or one with tracked changes as it was before them and as it is with all of them accepted. */
async function readPair([oldPath, newPath]: readonly [string, string | null]): Promise<Pair> {
	const first = await readNamed(oldPath)
	if (newPath !== null) return { old: first, new: await readNamed(newPath), changes: [] }
	const { readTrackedViews } = await import('#app/documents/read-draft.server.ts')
	const views = await readTrackedViews(await readFile(oldPath))
	if (!views.ok) throw new Error(`${oldPath}: ${refusalWords(views.reason)}`)
	const { before, changes } = views.value
	const old = { ...first, document: before, text: plainText(before), findings: [], file: null }
	return { old, new: first, changes }
}

/** @throws with the path before the reason */
async function readNamed(path: string): Promise<ReadText> {
	try {
		return await readText(path)
	} catch (error) {
		throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
	}
}

/** A .docx, and a text that is not UTF-8, is read like an uploaded draft; UTF-8 has one paragraph a line. */
async function readText(path: string): Promise<ReadText> {
	const bytes = await readFile(path)
	const { mtime } = await stat(path)
	const facts = {
		name: basename(path),
		day: formatPaperDay(mtime),
		sha256: createHash('sha256').update(bytes).digest('hex'),
		changedAt: mtime,
	}
	const isWord = path.toLowerCase().endsWith('.docx')
	if (!isWord && isUtf8(bytes)) {
		const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n')
		return { text, findings: [], document: null, file: null, ...facts }
	}
	const { readDraft } = await import('#app/documents/read-draft.server.ts')
	const reading = await readDraft(bytes, basename(path))
	if (!reading.ok) throw new Error(refusalWords(reading.reason))
	const { text, findings, document } = reading.value
	const named = findings.map((finding) => ({ file: path, finding }))
	return { text, findings: named, document, file: isWord ? bytes : null, ...facts }
}

// Whoever reads on may have read enough: `redline … | head`.
process.stdout.on('error', () => process.exit())

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error))
	process.exitCode = 2
})
