import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import type { Pairing } from './align-clauses.ts'
import { alignClauses } from './align-clauses.ts'
import { annotateBlocks } from './annotate-blocks.ts'
import { compareParagraphs } from './compare-paragraphs.ts'
import type { BlockKind, ClauseRef, MatchCorrection, Redline, RedlineBlock, RedlineRow } from './redline.ts'
import { BLOCK_KINDS, CHANGE_NATURES } from './redline.ts'
import { countEdits } from './settle-segments.ts'
import { openWorkBudget } from './work-budget.ts'

/** Which clauses of two texts belong together, not yet compared inside. */
export type Alignment = {
	readonly oldText: string
	readonly newText: string
	readonly pairings: readonly Pairing[]
}

/**
 * Compares two versions of a text: aligns their articles (or sections, or paragraphs) by what they say, then compares
 * inside them. Numbers are not compared as text: a renumbering shows as one. The same pair always gives the same
 * answer, in bounded work; `bounded` says that a limit was reached and something is shown as replaced.
 */
export function compareTexts(
	oldText: string,
	newText: string,
	corrections: readonly MatchCorrection[] = [],
): Redline {
	return compareAligned(alignTexts(oldText, newText, corrections))
}

/** The first half of `compareTexts`, for who measures the halves apart. */
export function alignTexts(
	oldText: string,
	newText: string,
	_corrections: readonly MatchCorrection[] = [],
): Alignment {
	const pairings = alignClauses(parseLegalText(oldText).clauses, parseLegalText(newText).clauses)
	return { oldText, newText, pairings }
}

/** The second half of `compareTexts`. */
export function compareAligned({ oldText, newText, pairings }: Alignment): Redline {
	const budget = openWorkBudget(oldText.length + newText.length)
	let bounded = false
	const compared = pairings.map((pairing) => {
		const clauses = (side: 'old' | 'new') => pairing[side].map((each) => each.clause)
		const inside = compareParagraphs(clauses('old'), clauses('new'), budget)
		bounded ||= inside.bounded
		return blockOf(pairing, inside.rows)
	})
	const blocks = annotateBlocks(compared, pairings)
	const segments = blocks.flatMap((block) => block.rows.flatMap((row) => row.merged))
	return {
		blocks,
		links: linksOf(blocks),
		edits: { inserted: countEdits(segments, 'inserted'), deleted: countEdits(segments, 'deleted') },
		counts: countBy(BLOCK_KINDS, blocks, (block) => block.kind),
		natures: countBy(CHANGE_NATURES, blocks, (block) => block.nature),
		bounded,
		identical: oldText === newText,
	}
}

function blockOf(pairing: Pairing, rows: readonly RedlineRow[]): RedlineBlock {
	const old = pairing.old.map(({ clause }) => refOf(clause))
	const fresh = pairing.new.map(({ clause }) => refOf(clause))
	const kind = kindOf(pairing, rows)
	return {
		kind,
		old,
		new: fresh,
		rows,
		anchor: fresh[0]?.anchor ?? `gone-${old[0]?.anchor ?? ''}`,
		certainty: { likeness: pairing.likeness, runnerUp: null },
		nature: 'none',
		isCorrected: false,
		references: [],
		lookAlikes: [],
	}
}

function kindOf({ old, new: fresh, isMoved }: Pairing, rows: readonly RedlineRow[]): BlockKind {
	const [a] = old
	const [b] = fresh
	if (!a) return 'added'
	if (!b) return 'deleted'
	if (fresh.length > 1) return 'split'
	if (old.length > 1) return 'merged'
	if (isMoved) return 'moved'
	if (rows.some((row) => row.merged.some((segment) => segment.kind !== 'same'))) return 'modified'
	return isNumberedAlike(a.clause, b.clause) ? 'unchanged' : 'renumbered'
}

/** The key of an unnumbered paragraph counts the ones before it and is no number that the text carries. */
function isNumberedAlike(a: Clause, b: Clause): boolean {
	return a.kind === 'article' || a.kind === 'section' ? a.key === b.key : a.label === b.label
}

function refOf(clause: Clause): ClauseRef {
	const { key, label, anchor, headings, kind } = clause
	const isNumbered = kind === 'article' || kind === 'section' || kind === 'paragraph'
	return { key, label, anchor, headings, isHeading: !isNumbered }
}

function linksOf(blocks: readonly RedlineBlock[]): Redline['links'] {
	return blocks.filter(hasClause).map((block) => ({
		old: block.old.map((ref) => ref.key),
		new: block.new.map((ref) => ref.key),
		kind: block.kind,
		...block.certainty,
	}))
}

/** How many of the blocks with a clause are of each kind. */
function countBy<Kind extends string>(
	kinds: readonly Kind[],
	blocks: readonly RedlineBlock[],
	kindOfBlock: (block: RedlineBlock) => Kind,
): Record<Kind, number> {
	const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
	for (const block of blocks) if (hasClause(block)) counts[kindOfBlock(block)] += 1
	return counts
}

function hasClause(block: RedlineBlock): boolean {
	return [...block.old, ...block.new].some((ref) => !ref.isHeading)
}
