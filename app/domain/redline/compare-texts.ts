import { recordOf } from '../record-of.ts'
import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { type Given, readSides } from './compared-text.ts'
import { foldLists } from './align/fold-lists.ts'
import { type Pairing, pairClauses } from './align/pair-clauses.ts'
import { isPlaceholder } from './align/repealed.ts'
import { annotateBlocks } from './annotate-blocks.ts'
import { isChangedRow } from './compare/changed-row.ts'
import { type TablesOfSides, compareClauses } from './compare/compare-clauses.ts'
import { findMovedTables } from './moves/find-moved-tables.ts'
import { type Move, findMoves } from './moves/find-moves.ts'
import { countEdits, countQuiet } from './compare/settle-segments.ts'
import { openWorkBudget } from './compare/work-budget.ts'
import { countTables, isWithoutTableChange } from './tables/count-tables.ts'
import { openTables } from './tables/table-units.ts'
import { movedLinks } from './moves/moved-links.ts'
import {
	type BlockKind,
	type ClauseRef,
	type MatchCorrection,
	type Redline,
	type RedlineBlock,
	type RedlineLink,
	type RedlineRow,
	type RedlineTable,
	BLOCK_KINDS,
	CHANGE_NATURES,
} from './redline.ts'

/** Remains shorter than this were searched to the end. */
const LARGE = 20_000

/** Which clauses of two texts belong together, not yet compared inside. */
export type Alignment = {
	readonly oldText: string
	readonly newText: string
	readonly pairings: readonly Pairing[]
	readonly tables: TablesOfSides
}

/**
 * Compares two versions of a text: aligns their articles (or sections, or paragraphs) by what they say, then compares
 * inside them. Numbers are not compared as text: a renumbering shows as one. The same pair always gives the same
 * answer, in bounded work; `bounded` says that a limit was reached and something is shown as replaced.
 */
export function compareTexts(
	old: Given,
	fresh: Given,
	corrections: readonly MatchCorrection[] = [],
): Redline {
	return compareAligned(alignTexts(old, fresh, corrections))
}

/** The first half of `compareTexts`, for who measures the halves apart. */
export function alignTexts(
	before: Given,
	after: Given,
	corrections: readonly MatchCorrection[] = [],
): Alignment {
	const sides = readSides({ old: before, new: after })
	const [old, fresh] = [sides.old.legal, sides.new.legal]
	const pairings = pairClauses(foldLists(old, fresh), foldLists(fresh, old), corrections)
	const tables = { old: openTables(sides.old.document), new: openTables(sides.new.document) }
	return { oldText: sides.old.text, newText: sides.new.text, pairings, tables }
}

/** The second half of `compareTexts`. */
export function compareAligned({ oldText, newText, pairings, tables }: Alignment): Redline {
	const budget = openWorkBudget(oldText.length + newText.length)
	let bounded = hasLargeRemains(pairings, oldText.length, newText.length)
	const inside = pairings.map((pairing) => {
		const compared = compareClauses(pairing.old, pairing.new, tables, budget)
		bounded ||= compared.bounded
		return compared
	})
	const ofTables = findMovedTables(inside)
	const found = findMoves(
		ofTables.blocks.map(({ rows }) => rows),
		budget,
	)
	const compared = pairings.map((pairing, at) =>
		blockOf(pairing, found.blocks[at] ?? [], ofTables.blocks[at]?.tables ?? []),
	)
	const blocks = annotateBlocks(compared, pairings)
	const counts = countTables(blocks.flatMap((block) => block.tables))
	const edits = { inserted: 0, deleted: 0 }
	let quiet = 0
	for (const { rows } of blocks)
		for (const { merged } of rows) {
			edits.inserted += countEdits(merged, 'inserted')
			edits.deleted += countEdits(merged, 'deleted')
			quiet += countQuiet(merged)
		}
	return {
		blocks,
		links: linksOf(blocks, [...ofTables.moves, ...found.moves]),
		edits,
		quiet,
		counts: countBy(BLOCK_KINDS, blocks, (block) => block.kind),
		natures: countBy(CHANGE_NATURES, blocks, (block) => block.nature),
		tables: counts,
		bounded,
		identical: oldText === newText && isWithoutTableChange(counts),
	}
}

/** Where so much of both texts has no counterpart, the bounded search may not have found all there is. */
function hasLargeRemains(pairings: readonly Pairing[], oldLength: number, newLength: number): boolean {
	const lengthOf = (side: 'old' | 'new', other: 'old' | 'new') =>
		pairings
			.filter((pairing) => pairing[other].length === 0)
			.flatMap((pairing) => pairing[side].flatMap((clause) => clause.paragraphs))
			.reduce((sum, paragraph) => sum + paragraph.body.length, 0)
	const isLarge = (length: number, whole: number) => length >= LARGE && length * 3 >= whole
	return isLarge(lengthOf('old', 'new'), oldLength) && isLarge(lengthOf('new', 'old'), newLength)
}

function blockOf(
	pairing: Pairing,
	rows: readonly RedlineRow[],
	tables: readonly RedlineTable[],
): RedlineBlock {
	const old = pairing.old.map(refOf)
	const fresh = pairing.new.map(refOf)
	const kind = kindOf(pairing, rows, tables)
	return {
		kind,
		old,
		new: fresh,
		rows,
		tables,
		anchor: fresh[0]?.anchor ?? `gone-${old[0]?.anchor ?? ''}`,
		certainty: pairing.certainty,
		nature: 'none',
		isCorrected: pairing.isCorrected,
		references: [],
		lookAlikes: [],
		rowNatures: [],
	}
}

/** Paragraphs that became 款 of a numbered article, or were such, were not merged or split. */
function kindOf(
	{ old, new: fresh, isMoved }: Pairing,
	rows: readonly RedlineRow[],
	tables: readonly RedlineTable[],
): BlockKind {
	const [a] = old
	const [b] = fresh
	if (!a) return 'added'
	if (!b) return 'deleted'
	if (isPlaceholder(a) !== isPlaceholder(b)) return isPlaceholder(b) ? 'deleted' : 'added'
	const isNumberedAnew = a.kind !== b.kind && (a.kind === 'paragraph' || b.kind === 'paragraph')
	if (fresh.length > 1 && !isNumberedAnew) return 'split'
	if (old.length > 1 && !isNumberedAnew) return 'merged'
	if (isMoved) return 'moved'
	if (rows.some(isChangedRow) || tables.some((table) => table.kind !== 'unchanged')) return 'modified'
	const fates = new Set(rows.filter(hasWords).map((row) => row.kind))
	const isRearranged = fates.has('split') || fates.has('merged') || fates.has('moved')
	if (isRearranged) return 'modified'
	if (!isNumberedAlike(a, b)) return 'renumbered'
	return fates.has('renumbered') ? 'modified' : 'unchanged'
}

function hasWords({ merged }: RedlineRow): boolean {
	return merged.some(({ text }) => text.trim() !== '')
}

/** The key of an unnumbered paragraph counts the ones before it and is no number that the text carries. */
function isNumberedAlike(a: Clause, b: Clause): boolean {
	if (a.kind !== b.kind) return false
	return a.kind === 'article' || a.kind === 'section' ? a.key === b.key : a.label === b.label
}

function refOf(clause: Clause): ClauseRef {
	const { key, label, anchor, headings, kind } = clause
	const isNumbered = kind === 'article' || kind === 'section' || kind === 'paragraph'
	return { key, label, anchor, headings, isHeading: !isNumbered }
}

/** What became of each clause; after these, the articles to which a part of another one went. */
function linksOf(blocks: readonly RedlineBlock[], moves: readonly Move[]): Redline['links'] {
	const links: RedlineLink[] = blocks.filter(hasClause).map((block) => ({
		old: block.old.map((ref) => ref.key),
		new: block.new.map((ref) => ref.key),
		kind: block.kind,
		...block.certainty,
	}))
	return [...links, ...movedLinks(blocks, moves)]
}

/** How many of the blocks with a clause are of each kind. */
function countBy<Kind extends string>(
	kinds: readonly Kind[],
	blocks: readonly RedlineBlock[],
	kindOfBlock: (block: RedlineBlock) => Kind,
): Record<Kind, number> {
	const counts = recordOf(kinds, () => 0)
	for (const block of blocks) if (hasClause(block)) counts[kindOfBlock(block)] += 1
	return counts
}

function hasClause(block: RedlineBlock): boolean {
	return [...block.old, ...block.new].some((ref) => !ref.isHeading)
}
