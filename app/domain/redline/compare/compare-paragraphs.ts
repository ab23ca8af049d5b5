import type { Paragraph } from '#app/domain/legal-text/legal-text.ts'
import type { BlockKind, RedlineRow, RowRunnerUp, Segment } from '../redline.ts'
import type { WorkBudget } from './work-budget.ts'
import { compareCharacters } from './compare-characters.ts'
import { type Strip, canBeStretch, compareStretch, leastEdits } from './compare-stretch.ts'
import { type Couple, coupleParagraphs } from './couple-paragraphs.ts'
import { areMarkedAlike, placeInArticle } from './place-in-article.ts'
import { countEdits, hasChange, sideOf } from './settle-segments.ts'

/** The rows of paragraphs. `edits` counts the code points of the shortest script, before it was made readable. */
export type ComparedParagraphs = {
	readonly rows: readonly RedlineRow[]
	readonly edits: number
	readonly bounded: boolean
}

/** Compared as one text, neighbouring paragraphs have to differ by so much less, or each is compared by itself. */
const CLEARLY_LESS = 0.85
const LEAST_GAIN = 12

/**
 * Paragraphs (款, 项, 目) side by side, in the order of the new text. A paragraph that was split or merged may stand in
 * several rows, one after the other; every other one stands in one.
 */
export function compareParagraphs(
	left: readonly Paragraph[],
	right: readonly Paragraph[],
	budget: WorkBudget,
): ComparedParagraphs {
	if (areTheSame(left, right))
		return { rows: left.map((each, at) => sameRow(each, right[at] ?? each)), edits: 0, bounded: false }
	return compareCouples(coupleParagraphs(left, right), budget)
}

/** The same of paragraphs that were coupled. */
export function compareCouples(couples: readonly Couple[], budget: WorkBudget): ComparedParagraphs {
	const parts = stretches(couples).map((stretch) => compareBest(stretch, budget))
	return {
		rows: parts.flatMap((part) => part.rows),
		edits: parts.reduce((sum, part) => sum + part.edits, 0),
		bounded: parts.some((part) => part.bounded),
	}
}

function areTheSame(left: readonly Paragraph[], right: readonly Paragraph[]): boolean {
	if (left.length !== right.length) return false
	for (let at = 0; at < left.length; at += 1) if (left[at]?.body !== right[at]?.body) return false
	return true
}

/** A paragraph that stayed word for word. Most of a text is such: they are not looked at any closer. */
function sameRow(old: Paragraph, fresh: Paragraph): RedlineRow {
	const segments: Segment[] = old.body === '' ? [] : [{ kind: 'same', text: old.body }]
	const [oldMarker, newMarker] = [markerOf(old), markerOf(fresh)]
	return {
		kind: isInPlace(old, fresh) ? 'unchanged' : 'renumbered',
		likeness: 1,
		runnerUp: null,
		old: segments,
		new: segments,
		merged: segments,
		oldMarker,
		newMarker,
		oldAnchor: old.anchor,
		newAnchor: fresh.anchor,
		cell: fresh.kind === 'cell' ? 'kept' : null,
		oldContinues: false,
		newContinues: false,
	}
}

function wholeStrip(old: Paragraph | null, fresh: Paragraph | null, segments: readonly Segment[]): Strip {
	return { old, new: fresh, oldContinues: false, newContinues: false, segments }
}

/** Couples of which no side is firm, with their neighbours that are none either; a firm or moved one stands alone. */
function stretches(couples: readonly Couple[]): Couple[][] {
	const out: Couple[][] = []
	let isOpen = false
	for (const couple of couples) {
		const isAlone = couple.isFirm || couple.isMoved
		const last = out.at(-1)
		if (!isAlone && isOpen && last) last.push(couple)
		else out.push([couple])
		isOpen = !isAlone
	}
	return out
}

/** Compares a stretch couple by couple and, where paragraphs were split or merged, as one text; takes what differs less. */
function compareBest(stretch: readonly Couple[], budget: WorkBudget): ComparedParagraphs {
	const single = compareSingly(stretch, budget)
	const old = stretch.flatMap((couple) => couple.old ?? [])
	const fresh = stretch.flatMap((couple) => couple.new ?? [])
	const isWorthwhile =
		stretch.length > 1 && old.length > 0 && fresh.length > 0 && canBeStretch([...old, ...fresh])
	if (!isWorthwhile || !old.every((paragraph, at) => at === 0 || isAfter(paragraph, old[at - 1])))
		return single
	const apart = shownEdits(single.rows)
	const isLess = (together: number) => together < CLEARLY_LESS * apart && apart - together >= LEAST_GAIN
	if (!isLess(leastEdits(old, fresh))) return single
	const { strips, edits, bounded } = compareStretch(old, fresh, budget)
	const rows = strips.map((strip) => rowOf(strip, kindOfStrip(strip, strips)))
	return !bounded && isLess(shownEdits(rows)) ? { rows, edits, bounded } : single
}

function compareSingly(stretch: readonly Couple[], budget: WorkBudget): ComparedParagraphs {
	let [edits, bounded] = [0, false]
	const rows = stretch.map((couple) => {
		const compared = compareCharacters(couple.old?.body ?? '', couple.new?.body ?? '', budget)
		edits += compared.edits
		bounded ||= compared.bounded
		const strip = wholeStrip(couple.old, couple.new, compared.segments)
		return rowOf(strip, couple.joined ?? (couple.isMoved ? 'moved' : null), couple.runnerUp)
	})
	return { rows, edits, bounded }
}

function isAfter(paragraph: Paragraph, before: Paragraph | undefined): boolean {
	return before !== undefined && paragraph.line > before.line
}

function shownEdits(rows: readonly RedlineRow[]): number {
	return rows.reduce(
		(sum, { merged }) => sum + countEdits(merged, 'inserted') + countEdits(merged, 'deleted'),
		0,
	)
}

/** A paragraph in several strips was split, or several were merged to it. */
function kindOfStrip(strip: Strip, strips: readonly Strip[]): BlockKind | null {
	const isIn = (side: 'old' | 'new') =>
		strips.filter((each) => each.old && each.new && each[side] === strip[side]).length > 1
	if (strip.old && isIn('old')) return 'split'
	return strip.new && isIn('new') ? 'merged' : null
}

/** The number of an article stands in the block's head; those of 项 and 目 stand before their rows. */
function rowOf(strip: Strip, kind: BlockKind | null, runnerUp: RowRunnerUp | null = null): RedlineRow {
	const { old, new: fresh, segments } = strip
	return {
		kind: kind ?? kindOf(old, fresh, segments),
		likeness: old && fresh ? likenessOf(segments) : 0,
		runnerUp,
		old: old && sideOf(segments, 'old'),
		new: fresh && sideOf(segments, 'new'),
		merged: segments,
		oldMarker: strip.oldContinues ? '' : markerOf(old),
		newMarker: strip.newContinues ? '' : markerOf(fresh),
		oldAnchor: old?.anchor ?? null,
		newAnchor: fresh?.anchor ?? null,
		cell: (fresh ?? old)?.kind === 'cell' ? 'kept' : null,
		oldContinues: strip.oldContinues,
		newContinues: strip.newContinues,
	}
}

function kindOf(old: Paragraph | null, fresh: Paragraph | null, segments: readonly Segment[]): BlockKind {
	if (!old) return 'added'
	if (!fresh) return 'deleted'
	if (hasChange(segments)) return 'modified'
	return isInPlace(old, fresh) ? 'unchanged' : 'renumbered'
}

/** Whether two paragraphs have one number, and one place in their article. */
function isInPlace(old: Paragraph, fresh: Paragraph): boolean {
	return (
		areMarkedAlike(markerOf(old), markerOf(fresh)) &&
		(old.anchor === fresh.anchor || placeInArticle(old) === placeInArticle(fresh))
	)
}

/** How much of both sides stayed. */
function likenessOf(segments: readonly Segment[]): number {
	const lengths = { same: 0, inserted: 0, deleted: 0 }
	for (const { kind, text } of segments) lengths[kind] += text.length
	const all = 2 * lengths.same + lengths.inserted + lengths.deleted
	return all === 0 ? 1 : (2 * lengths.same) / all
}

function markerOf(paragraph: Paragraph | null): string {
	return paragraph && (paragraph.kind === 'item' || paragraph.kind === 'sub-item')
		? paragraph.label.trim()
		: ''
}
