import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { readSides } from '#app/domain/redline/compared-text.ts'
import { joinedLines } from '#app/domain/redline-reading/mark-pieces.ts'
import { contentsOf } from '#app/domain/redline-reading/block-contents.ts'
import { withInvisibleNamed } from '#app/domain/precheck/invisible-characters.ts'
import { findBlock } from '#app/domain/redline/find-block.ts'
import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'
import type { Redline, RedlineBlock, RedlineRow } from '#app/domain/redline/redline.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { type PlacedLine, placeLines } from '../marked-lines/placed-lines.ts'
import type { ComparedTexts, PaperComment } from '../papers/paper-facts.ts'
import type { CellLine, CellSpan } from './cell-line.ts'
import { type SideTable, sideTable } from './side-table.ts'
import { type BlockRun, isChanged, isLater, notesOf, rangeOf, runsOf } from './block-notes.ts'

/** What stands in a cell one below the other: a paragraph, or a table of the text. */
export type CellContent = CellLine | SideTable

/** What the table says of one change: the clause as it was, as it is, and why. */
export type ComparisonRow = {
	readonly old: readonly CellContent[]
	readonly new: readonly CellContent[]
	readonly notes: readonly string[]
}

type Sides = {
	readonly old: ReadonlyMap<string, PlacedLine>
	readonly new: ReadonlyMap<string, PlacedLine>
}

/**
 * The rows of 修改对照表, in the order of the new text: every clause that changed, and every unchanged one of which
 * somebody said something. Neighbours that only changed their numbers share one row.
 */
export function comparisonRows(
	texts: ComparedTexts,
	redline: Redline,
	comments: readonly PaperComment[],
): ComparisonRow[] {
	const read = readSides(texts)
	const sides: Sides = { old: byAnchor(read.old.legal), new: byAnchor(read.new.legal) }
	const saidOf = new Map<RedlineBlock, PaperComment[]>()
	const elsewhere: PaperComment[] = []
	for (const comment of comments) {
		const block = findBlock(redline, comment.anchor)
		if (block) saidOf.set(block, [...(saidOf.get(block) ?? []), comment])
		else elsewhere.push(comment)
	}
	const shown = redline.blocks.filter((block) => isChanged(block) || saidOf.has(block))
	const keyOf = (block: RedlineBlock) =>
		block.kind === 'renumbered' && !saidOf.has(block) ? block.kind : null
	const rows = runsOf(shown, keyOf).map((run) =>
		run.length > 1 ? rowOfRun(run) : rowOf(run[0], sides, saidOf.get(run[0]) ?? []),
	)
	const last = elsewhere.length === 0 ? [] : [{ old: [], new: [], notes: wordsOf(elsewhere) }]
	return [...rows, ...last]
}

function byAnchor(text: LegalText): Map<string, PlacedLine> {
	return new Map(placeLines(text).map((line) => [line.paragraph.anchor, line]))
}

/** 第九条至第四十条 → 第十条至第四十一条. */
function rowOfRun(run: BlockRun): ComparisonRow {
	const ends = (side: 'old' | 'new'): CellLine[] => [
		[{ kind: 'same', text: rangeOf(run, side), isNumber: true }],
	]
	return {
		old: ends('old'),
		new: ends('new'),
		notes: [REDLINE_PAPER.note.renumberedRun(run.length, isLater(run[0]))],
	}
}

function rowOf(block: RedlineBlock, sides: Sides, comments: readonly PaperComment[]): ComparisonRow {
	return {
		old: cellOf(block, 'old', sides),
		new: cellOf(block, 'new', sides),
		notes: [...notesOf(block), ...wordsOf(comments)],
	}
}

function wordsOf(comments: readonly PaperComment[]): string[] {
	return comments.flatMap((comment) => comment.words)
}

/**
 * The paragraphs of one side in the order in which they stand there. Outside of articles only what changed is shown with
 * its neighbours, and three dots for the rest; both sides leave out the same.
 */
function cellOf(block: RedlineBlock, side: 'old' | 'new', sides: Sides): CellContent[] {
	const placedIn = (from: number, to: number) => placedOn(side, block.rows.slice(from, to), sides)
	const tables = contentsOf(block.tables, 0, block.rows.length).flatMap((content): PlacedTable[] => {
		if (!('table' in content)) return []
		const { table } = content
		const own = placedIn(table.from, table.to)
		const written = sideTable(table, side, (cell) =>
			joinParts(placedIn(cell.from, cell.to)).map((parts) =>
				parts.flatMap(({ row, line }) => lineOf(row, line, side, sides)),
			),
		)
		const at = own.reduce((least, each) => Math.min(least, each.at), Infinity)
		return written && own.length > 0 ? [{ table: written, at, rows: own.map(({ row }) => row) }] : []
	})
	const placed = placedIn(0, block.rows.length)
	const isArticle = [...block.old, ...block.new].some((ref) => !ref.isHeading)
	const shown = isArticle ? null : shownRows(block)
	const inTables = new Set(tables.flatMap(({ rows }) => rows))
	const isShown = (rows: readonly RedlineRow[]) => shown === null || rows.some((row) => shown.has(row))
	const lines = joinParts(placed.filter(({ row }) => !inTables.has(row)).toSorted((a, b) => a.at - b.at))
		.map((parts) => ({
			at: parts[0]?.at ?? 0,
			isShown: isShown(parts.map(({ row }) => row)),
			// A list of runs or of lines, as the column's side has it.
			content: parts.flatMap(({ row, line }) => lineOf(row, line, side, sides)) as CellContent,
		}))
		.filter(({ content }) => !Array.isArray(content) || content.some(({ text }) => text.trim() !== ''))
	return [...lines, ...tables.map(({ at, rows, table }) => ({ at, isShown: isShown(rows), content: table }))]
		.toSorted((a, b) => a.at - b.at)
		.flatMap((each, at, all): CellContent[] => {
			if (each.isShown) return [each.content]
			return at === 0 || all[at - 1]?.isShown ? [ELIDED] : []
		})
}

type PlacedTable = {
	readonly table: SideTable
	readonly at: number
	readonly rows: readonly RedlineRow[]
}

/** Rows with the line where they stand on a side. */
function placedOn(side: 'old' | 'new', rows: readonly RedlineRow[], sides: Sides) {
	return rows.flatMap((row) => {
		const line = sides[side].get(row[side === 'old' ? 'oldAnchor' : 'newAnchor'] ?? '')
		return line && row[side] ? [{ row, line, at: line.paragraph.line }] : []
	})
}

const ELIDED: CellLine = [{ kind: 'same', text: REDLINE_PAPER.elided, isNumber: false }]

/** So many rows say which part it is, where none changed and somebody said something of it. */
const ROWS_TO_KNOW_IT = 3

/** The rows that changed and their neighbours, and the first one, which says what this part is. */
function shownRows({ rows }: RedlineBlock): ReadonlySet<RedlineRow> {
	const written = rows.filter((row) => row.merged.some(({ text }) => text.trim() !== ''))
	const near = written.filter((_row, at) =>
		written.slice(Math.max(0, at - 1), at + 2).some(({ kind }) => kind !== 'unchanged'),
	)
	return new Set(near.length > 0 ? [...written.slice(0, 1), ...near] : written.slice(0, ROWS_TO_KNOW_IT))
}

/** Of a paragraph that was split or merged each row holds a part. */
function joinParts<Each extends { readonly at: number }>(placed: readonly Each[]): Each[][] {
	const lines: Each[][] = []
	for (const each of placed) {
		const last = lines[lines.length - 1]
		if (last?.[0]?.at === each.at) last.push(each)
		else lines.push([each])
	}
	return lines
}

function lineOf(row: RedlineRow, line: PlacedLine, side: 'old' | 'new', sides: Sides): CellSpan[] {
	const { label } = line.paragraph
	const [anchor, continues] =
		side === 'old' ? [row.newAnchor, row.newContinues] : [row.oldAnchor, row.oldContinues]
	const other = continues ? undefined : sides[side === 'old' ? 'new' : 'old'].get(anchor ?? '')
	const isSame = other !== undefined && other.paragraph.label.trim() === label.trim()
	const change = side === 'old' ? 'deleted' : 'inserted'
	const words = withoutQuiet(row[side] ?? [], side).map(({ kind, text, moved }) => ({
		kind,
		...(moved ? { moved } : {}),
		// A sentence that was broken over lines is whole again in its cell, and nothing in it is unseen.
		text: withInvisibleNamed(joinedLines(text)),
		isNumber: false,
	}))
	if (label === '' || row[side === 'old' ? 'oldContinues' : 'newContinues']) return words
	const number = label.trimEnd()
	const blanks = label.slice(number.length)
	return [
		{ kind: isSame ? 'same' : change, text: number, isNumber: line.clause.kind === 'article' },
		...(blanks === '' ? [] : [{ kind: 'same' as const, text: blanks, isNumber: false }]),
		...words,
	]
}
