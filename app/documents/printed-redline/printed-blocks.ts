import type { Redline, RedlineBlock, Segment } from '#app/domain/redline/redline.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import type { BlockRun } from '../comparison-table/block-notes.ts'
import { namesOf, rangeOf, runsOf } from '../comparison-table/block-notes.ts'
import type { PlacedLine } from '../marked-draft/marked-lines.ts'
import { labelSegments, placeLines } from '../marked-draft/marked-lines.ts'
import type { ComparedTexts } from '../papers/paper-facts.ts'

/** A paragraph with its number and what came and went. */
export type PrintedLine = { readonly label: readonly Segment[]; readonly body: readonly Segment[] }

/** A clause, or neighbours of which there is one thing to say, as a printed comparison shows them. */
export type PrintedBlock = {
	readonly anchor: string
	/** 第九条 → 第十条, or 第九条至第四十条 → 第十条至第四十一条. */
	readonly name: string
	/** What became of it, in a word. */
	readonly kind: string
	readonly fate: 'changed' | 'renumbered' | 'unchanged'
	readonly lines: readonly PrintedLine[]
}

type Places = ReadonlyMap<string, PlacedLine>

/** A comparison to be printed; unchanged neighbours are one block, and so are neighbours of which only numbers moved. */
export function printedBlocks(texts: ComparedTexts, redline: Redline): PrintedBlock[] {
	const places = { old: byAnchor(texts.old.text), new: byAnchor(texts.new.text) }
	const shown = redline.blocks.filter((block) => linesOf(block, places).length > 0)
	return runsOf(shown, (block) => (fateOf(block) === 'changed' ? null : fateOf(block))).map((run) => ({
		anchor: run[0].anchor,
		name: nameOf(run),
		kind: REDLINE_PAPER.kind[run[0].kind],
		fate: fateOf(run[0]),
		lines: run.flatMap((block) => linesOf(block, places)),
	}))
}

function byAnchor(text: string): Places {
	return new Map(placeLines(text).map((line) => [line.paragraph.anchor, line]))
}

function fateOf({ kind }: RedlineBlock): PrintedBlock['fate'] {
	return kind === 'unchanged' || kind === 'renumbered' ? kind : 'changed'
}

function nameOf(run: BlockRun): string {
	const [old, fresh] =
		run.length > 1 ? [rangeOf(run, 'old'), rangeOf(run, 'new')] : [namesOf(run[0].old), namesOf(run[0].new)]
	const isRenamed = old !== '' && fresh !== '' && old !== fresh && fateOf(run[0]) !== 'unchanged'
	return isRenamed ? `${old} → ${fresh}` : fresh || old
}

/** The lines of a block that have words. */
function linesOf(block: RedlineBlock, places: { readonly old: Places; readonly new: Places }): PrintedLine[] {
	return block.rows
		.map(({ oldAnchor, newAnchor, merged }) => ({
			label: labelSegments(places.old.get(oldAnchor ?? '') ?? null, places.new.get(newAnchor ?? '') ?? null),
			body: merged.filter(({ text }) => text !== ''),
		}))
		.filter(({ label, body }) => [...label, ...body].some(({ text }) => text.trim() !== ''))
}
