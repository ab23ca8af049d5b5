import { withoutBlanks } from '#app/domain/legal-text/without-blanks.ts'
import type { Redline, Segment } from '#app/domain/redline/redline.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { isChanged } from '../comparison-table/block-notes.ts'
import { tableHead } from '../comparison-table/table-head.ts'
import type { ComparedTexts } from '../papers/paper-facts.ts'
import { type PrintedBlock, printedBlocks } from './printed-blocks.ts'
import type { PrintedCell, PrintedContent, PrintedLine, PrintedTable } from './printed-tables.ts'

/** Whether two texts say the same: nothing changed but the way of writing, as between a number that Word counts and a typed one. */
export function saysTheSame({ identical, blocks }: Redline): boolean {
	return identical || !blocks.some(isChanged)
}

/** What a terminal would take for a command. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const COMMANDS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

const COLOURS = {
	inserted: '\u001B[1;36m',
	deleted: '\u001B[33m',
	head: '\u001B[1m',
	end: '\u001B[0m',
} as const

/**
 * A comparison for a terminal: what changed, clause by clause, with [-what went-] and {+what came+}; nothing for equal
 * texts, as `diff` does. `showsQuiet` marks also what only says the same in another way of writing. A text cannot give the terminal commands.
 */
export function redlineText(
	texts: ComparedTexts,
	redline: Redline,
	isColoured: boolean,
	showsQuiet = false,
): string {
	const isTypeset = saysTheSame(redline) && withoutBlanks(texts.old.text) === withoutBlanks(texts.new.text)
	if (isTypeset && !(showsQuiet && redline.quiet > 0)) return ''
	const paint = (words: string, colour: keyof typeof COLOURS) =>
		isColoured ? `${COLOURS[colour]}${words}${COLOURS.end}` : words
	const blocks = printedBlocks(texts, redline, showsQuiet).filter(({ fate }) => fate !== 'unchanged')
	const { summary } = tableHead(texts, redline)
	const lines = [
		paint(`--- ${harmless(texts.old.name)}`, 'head'),
		paint(`+++ ${harmless(texts.new.name)}`, 'head'),
		...[blocks.length === 0 ? REDLINE_PAPER.onlyBlanks : summary].filter((words) => words !== ''),
		...blocks.flatMap((block) => [
			'',
			paint(`@@ ${headOf(block)} @@`, 'head'),
			...bodyOf(block, paint),
			...foundIn(block),
		]),
	]
	return `${lines.join('\n')}\n`
}

function headOf({ name, kind }: PrintedBlock): string {
	return `${harmless(name)} ${kind}`
}

/** Of clauses that only changed their numbers, the head says it all. */
function bodyOf({ fate, contents }: PrintedBlock, paint: Paint): string[] {
	return fate === 'renumbered' ? [] : contents.flatMap((content) => linesOf(content, paint))
}

type Paint = (words: string, colour: 'inserted' | 'deleted') => string

function linesOf({ line, ...content }: PrintedContent, paint: Paint): string[] {
	if (line) return [lineOf(line, paint)]
	return 'table' in content ? tableLines(content.table, paint) : []
}

function lineOf({ label, body }: PrintedLine, paint: Paint): string {
	return joined([...label, ...body])
		.map((segment) => marked(segment, paint))
		.join('')
}

/** A row a line, its cells between bars; what became of rows, columns and merged cells stands there in words. */
function tableLines({ kind, columns, rows }: PrintedTable, paint: Paint): string[] {
	const { row: rowWords, column: columnWords } = REDLINE_PAPER.tableLines
	const wordsFor = (words: Readonly<Record<string, string>>, fate: string) => words[fate] ?? ''
	const line = (cells: readonly string[], note: string) =>
		`  | ${cells.join(' | ')} |${note === '' ? '' : ` 〔${note}〕`}`
	const head = columns.some((fate) => fate in columnWords)
		? [
				line(
					columns.map((fate) => wordsFor(columnWords, fate)),
					'',
				),
			]
		: []
	const body = rows.map((row) =>
		line(
			row.cells.map((cell) => cellText(cell, paint)),
			wordsFor(rowWords, row.kind),
		),
	)
	const caption = wordsFor(REDLINE_PAPER.tableKind, kind)
	return [...(caption === '' ? [] : [`  〔${caption}〕`]), ...head, ...body]
}

function cellText({ contents, respanned }: PrintedCell, paint: Paint): string {
	const words = contents.flatMap((content) => linesOf(content, paint)).map((each) => each.trim())
	const note = respanned ? REDLINE_PAPER.respanned(respanned.old, respanned.new) : ''
	return [...words, note].filter((each) => each !== '').join(' ')
}

/** What to look at stands under a clause like a remark. */
function foundIn({ findings }: PrintedBlock): string[] {
	return findings.map((words) => `  ! ${harmless(words)}`)
}

function marked(
	{ kind, text, moved }: Segment,
	paint: (words: string, colour: 'inserted' | 'deleted') => string,
): string {
	const words = harmless(text)
	if (kind === 'same') return words
	if (moved) {
		const { movedFrom, movedTo } = REDLINE_PAPER
		return kind === 'inserted'
			? paint(`{~${words}~}（${movedFrom(moved.place)}）`, kind)
			: paint(`[~${words}~]（${movedTo(moved.place)}）`, kind)
	}
	return paint(kind === 'inserted' ? `{+${words}+}` : `[-${words}-]`, kind)
}

/** Neighbours of one kind as one. */
function joined(segments: readonly Segment[]): Segment[] {
	const all: Segment[] = []
	for (const segment of segments) {
		const before = all[all.length - 1]
		if (before?.kind === segment.kind && before.moved === segment.moved)
			all[all.length - 1] = { ...before, text: before.text + segment.text }
		else all.push(segment)
	}
	return all
}

function harmless(text: string): string {
	return text.replaceAll(COMMANDS, '\uFFFD')
}
