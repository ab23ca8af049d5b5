import type { Clause, Paragraph } from '#app/domain/legal-text/legal-text.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import type { Pairing } from './align-clauses.ts'
import { alignClauses } from './align-clauses.ts'
import { compareParagraphs, countEdits, sideOf } from './compare-paragraphs.ts'
import { matchInOrder } from './match-in-order.ts'
import type { BlockKind, ClauseRef, Redline, RedlineBlock, RedlineRow } from './redline.ts'
import { BLOCK_KINDS } from './redline.ts'
import { likeness, shinglesOf } from './similarity.ts'

/**
 * Compares two versions of a text: aligns their articles (or sections, or paragraphs) by what they say, then compares
 * inside them. Numbers are not compared as text: a renumbering shows as one. The same pair always gives the same
 * answer, in bounded work.
 */
export function compareTexts(oldText: string, newText: string): Redline {
	const before = parseLegalText(oldText)
	const after = parseLegalText(newText)
	let bounded = false
	const blocks = alignClauses(before.clauses, after.clauses).map((pairing) => {
		const compared = compareRows(pairing)
		bounded ||= compared.bounded
		return blockOf(pairing, compared.rows)
	})
	const segments = blocks.flatMap((block) => block.rows.flatMap((row) => row.merged))
	return {
		blocks,
		links: linksOf(blocks),
		edits: { inserted: countEdits(segments, 'inserted'), deleted: countEdits(segments, 'deleted') },
		counts: countKinds(blocks),
		bounded,
		identical: oldText === newText,
	}
}

function blockOf(pairing: Pairing, rows: readonly RedlineRow[]): RedlineBlock {
	const old = pairing.old.map(({ clause }) => refOf(clause))
	const fresh = pairing.new.map(({ clause }) => refOf(clause))
	return { kind: kindOf(pairing, rows), old, new: fresh, rows, anchor: fresh[0]?.anchor ?? `gone-${old[0]?.anchor ?? ''}` }
}

function kindOf({ old, new: fresh, isMoved }: Pairing, rows: readonly RedlineRow[]): BlockKind {
	const [a] = old
	const [b] = fresh
	if (!a) return 'added'
	if (!b) return 'deleted'
	if (fresh.length > 1) return 'split'
	if (old.length > 1) return 'merged'
	if (isMoved) return 'moved'
	const isSame = rows.every((row) => row.old !== null && row.new !== null && row.merged.every((segment) => segment.kind === 'same'))
	if (!isSame) return 'modified'
	return a.clause.label === b.clause.label ? 'unchanged' : 'renumbered'
}

/** The paragraphs of a pairing side by side: matched by likeness, in order; what has no counterpart stands alone. */
function compareRows({ old, new: fresh }: Pairing): { rows: RedlineRow[]; bounded: boolean } {
	const left = paragraphsOf(old.map(({ clause }) => clause))
	const right = paragraphsOf(fresh.map(({ clause }) => clause))
	const pairs = matchInOrder(left, right, (a, b) => {
		if (a.body === b.body) return 1
		const like = likeness(shinglesOf(a.body), shinglesOf(b.body))
		return like > 0.3 || (left.length === 1 && right.length === 1) ? Math.max(like, 0.01) : 0
	})
	const rows: RedlineRow[] = []
	let bounded = false
	let at = 0
	for (const b of right) {
		const pair = pairs.find(([, candidate]) => candidate === b)
		const until = pair ? left.indexOf(pair[0]) : at
		for (; at < until; at += 1) rows.push(goneRow(left[at] as PlacedParagraph))
		if (!pair) {
			rows.push(newRow(b))
			continue
		}
		const { segments, bounded: gaveUp } = compareParagraphs(pair[0].body, b.body)
		bounded ||= gaveUp
		rows.push({
			old: sideOf(segments, 'old'),
			new: sideOf(segments, 'new'),
			merged: segments,
			...markersOf(pair[0].paragraph, b.paragraph),
		})
		at = until + 1
	}
	for (; at < left.length; at += 1) rows.push(goneRow(left[at] as PlacedParagraph))
	return { rows, bounded }
}

type PlacedParagraph = { readonly index: number; readonly body: string; readonly paragraph: Paragraph }

function paragraphsOf(clauses: readonly Clause[]): PlacedParagraph[] {
	return clauses.flatMap((clause) => clause.paragraphs).map((paragraph, index) => ({ index, body: paragraph.body, paragraph }))
}

function goneRow({ body, paragraph }: PlacedParagraph): RedlineRow {
	const segments = body === '' ? [] : [{ kind: 'deleted', text: body } as const]
	return { old: segments, new: null, merged: segments, ...markersOf(paragraph, null) }
}

function newRow({ body, paragraph }: PlacedParagraph): RedlineRow {
	const segments = body === '' ? [] : [{ kind: 'inserted', text: body } as const]
	return { old: null, new: segments, merged: segments, ...markersOf(null, paragraph) }
}

/** The number of an article stands in the block's head; those of 项 and 目 stand before their rows. */
function markersOf(old: Paragraph | null, fresh: Paragraph | null) {
	const marker = (paragraph: Paragraph | null) =>
		paragraph && (paragraph.kind === 'item' || paragraph.kind === 'sub-item') ? paragraph.label.trim() : ''
	return {
		oldMarker: marker(old),
		newMarker: marker(fresh),
		oldAnchor: old?.anchor ?? null,
		newAnchor: fresh?.anchor ?? null,
	}
}

function refOf(clause: Clause): ClauseRef {
	const { key, label, anchor, headings, kind } = clause
	return { key, label, anchor, headings, isHeading: kind === 'heading' || kind === 'top' }
}

function linksOf(blocks: readonly RedlineBlock[]): Redline['links'] {
	return blocks
		.filter((block) => [...block.old, ...block.new].some((ref) => !ref.isHeading))
		.map((block) => ({ old: block.old.map((ref) => ref.key), new: block.new.map((ref) => ref.key), kind: block.kind }))
}

function countKinds(blocks: readonly RedlineBlock[]): Record<BlockKind, number> {
	const counts = Object.fromEntries(BLOCK_KINDS.map((kind) => [kind, 0])) as Record<BlockKind, number>
	for (const block of blocks) if ([...block.old, ...block.new].some((ref) => !ref.isHeading)) counts[block.kind] += 1
	return counts
}
