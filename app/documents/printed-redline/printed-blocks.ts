import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { readSides } from '#app/domain/redline/compared-text.ts'
import { joinedLines } from '#app/domain/redline-reading/mark-pieces.ts'
import type { Redline, RedlineBlock, RedlineRow, Segment } from '#app/domain/redline/redline.ts'
import { saysTheSame as areSame } from '#app/domain/redline/compare/place-in-article.ts'
import { countQuiet, textOf } from '#app/domain/redline/compare/settle-segments.ts'
import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'
import { withInvisibleNamed } from '#app/domain/precheck/invisible-characters.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import {
	type BlockRun,
	hasEdits,
	isChanged,
	namesOf,
	rangeOf,
	runsOf,
} from '../comparison-table/block-notes.ts'
import { type PlacedLine, labelSegments, placeLines } from '../marked-lines/placed-lines.ts'
import { type PrintedContent, printedContents } from './printed-tables.ts'
import type { ComparedTexts } from '../papers/paper-facts.ts'

/** A clause, or neighbours of which there is one thing to say, as a printed comparison shows them. */
export type PrintedBlock = {
	readonly anchor: string
	/** 第九条 → 第十条, or 第九条至第四十条 → 第十条至第四十一条. */
	readonly name: string
	/** What became of it, in a word. */
	readonly kind: string
	readonly fate: 'changed' | 'renumbered' | 'unchanged' | 'noted'
	readonly contents: readonly PrintedContent[]
	/** What to look at in it: references that lead elsewhere, characters that are not what they look like. */
	readonly findings: readonly string[]
}

type Places = ReadonlyMap<string, PlacedLine>

/** A comparison to be printed; unchanged neighbours are one block, and so are neighbours of which only numbers moved. */
export function printedBlocks(texts: ComparedTexts, redline: Redline, showsQuiet = false): PrintedBlock[] {
	const read = readSides(texts)
	const places = { old: byAnchor(read.old.legal), new: byAnchor(read.new.legal) }
	const shown = redline.blocks.filter((block) => contentsOf(block, places, showsQuiet).length > 0)
	return runsOf(shown, (block) => runKeyOf(block, showsQuiet)).map((run) => ({
		anchor: run[0].anchor,
		name: nameOf(run),
		kind: kindOf(run[0]),
		fate: fateOf(run[0], showsQuiet),
		contents: run.flatMap((block) => contentsOf(block, places, showsQuiet)),
		findings: run.flatMap(findingsOf),
	}))
}

/** What changed, or has something to be looked at, stands by itself. */
function runKeyOf(block: RedlineBlock, showsQuiet: boolean): string | null {
	const fate = fateOf(block, showsQuiet)
	const isHeading = [...block.old, ...block.new].some((clause) => clause.isHeading)
	// A chapter and an article are not told as one range.
	return fate === 'changed' || fate === 'noted' ? null : fate === 'renumbered' && isHeading ? 'heading' : fate
}

function kindOf(block: RedlineBlock): string {
	return block.kind === 'modified' && !hasEdits(block)
		? REDLINE_PAPER.rearranged
		: REDLINE_PAPER.kind[block.kind]
}

function findingsOf({ references, lookAlikes, rows }: RedlineBlock): string[] {
	const { found } = REDLINE_PAPER
	const broken = references
		.filter(({ status }) => status !== 'followed')
		.map(({ cited, expected }) => (expected === null ? found.missing(cited) : found.stale(cited, expected)))
	const odd = lookAlikes.map(({ isInvisible, codePoints, looksLike, paragraph, start, end }) => {
		const codes = codePoints.join(' ')
		if (isInvisible) return found.invisible(codes)
		return found.lookAlike(textOf(rows[paragraph]?.new ?? null).slice(start, end), codes, looksLike)
	})
	return [...new Set([...broken, ...odd])]
}

function byAnchor(text: LegalText): Places {
	return new Map(placeLines(text).map((line) => [line.paragraph.anchor, line]))
}

function fateOf(block: RedlineBlock, showsQuiet = false): PrintedBlock['fate'] {
	if (isChanged(block) && block.kind !== 'renumbered') return 'changed'
	if (findingsOf(block).length > 0) return 'noted'
	if (showsQuiet && block.rows.some(({ merged }) => countQuiet(merged) > 0)) return 'noted'
	return isChanged(block) ? 'renumbered' : 'unchanged'
}

function nameOf(run: BlockRun): string {
	const [old, fresh] =
		run.length > 1 ? [rangeOf(run, 'old'), rangeOf(run, 'new')] : [namesOf(run[0].old), namesOf(run[0].new)]
	const isRenamed = old !== '' && fresh !== '' && !areSame(old, fresh) && fateOf(run[0]) !== 'unchanged'
	return isRenamed ? `${old} → ${fresh}` : fresh || old
}

/** The lines of a block that have words, and its tables. */
function contentsOf(
	block: RedlineBlock,
	places: { readonly old: Places; readonly new: Places },
	showsQuiet: boolean,
): PrintedContent[] {
	const read = (segments: readonly Segment[]) => (showsQuiet ? segments : withoutQuiet(segments))
	const { rows, tables } = block
	return printedContents(tables, { from: 0, to: rows.length }, (at) => {
		const row = rows[at]
		if (!row) return null
		const label = read(
			labelSegments(
				row.oldContinues ? null : (places.old.get(row.oldAnchor ?? '') ?? null),
				row.newContinues ? null : (places.new.get(row.newAnchor ?? '') ?? null),
			),
		)
		const body = [...joined(read(row.merged)), ...markBefore(rows[at + 1])]
		return [...label, ...body].some(({ text }) => text.trim() !== '') ? { label, body } : null
	})
}

/** A paragraph that was broken over lines as one, and what is not seen in it by its code points. */
function joined(merged: readonly Segment[]): Segment[] {
	return merged
		.map((segment) => ({ ...segment, text: withInvisibleNamed(joinedLines(segment.text)) }))
		.filter(({ text }) => text !== '')
}

/** The end of a paragraph that came or went where one was split or two were merged. */
function markBefore(row: RedlineRow | undefined): Segment[] {
	if (row?.oldContinues) return [{ kind: 'inserted', text: REDLINE_PAPER.paragraphMark }]
	return row?.newContinues ? [{ kind: 'deleted', text: REDLINE_PAPER.paragraphMark }] : []
}
