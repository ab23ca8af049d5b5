import type { Clause, Paragraph } from '#app/domain/legal-text/legal-text.ts'
import { compareCharacters, replaced } from './compare-characters.ts'
import type { Matchable } from './find-candidates.ts'
import { findCandidates, withoutOutdone } from './find-candidates.ts'
import { likeness, takeFingerprints } from './fingerprint.ts'
import { heaviestChain } from './heaviest-chain.ts'
import type { BlockKind, RedlineRow, Segment } from './redline.ts'
import { sideOf } from './settle-segments.ts'
import type { WorkBudget } from './work-budget.ts'

type Placed = Matchable & { readonly paragraph: Paragraph }

/** Below this two paragraphs of one article are not one rewritten. */
const LEAST_LIKE = 0.3
/** The only two between matched neighbours may differ more. */
const LEAST_BETWEEN = 0.12

/**
 * The paragraphs (款, 项, 目) of clauses that belong together, side by side: matched by what they say, in order; what
 * has no counterpart stands alone.
 */
export function compareParagraphs(
	old: readonly Clause[],
	fresh: readonly Clause[],
	budget: WorkBudget,
): { rows: RedlineRow[]; bounded: boolean } {
	const [left, right] = prepare(old, fresh)
	const partners = matchParagraphs(left, right)
	const rows: RedlineRow[] = []
	let bounded = false
	let at = 0
	for (const b of right) {
		const partner = partners.get(b.index)
		if (partner === undefined) {
			rows.push(rowOf(null, b.paragraph, replaced('', b.paragraph.body), 0))
			continue
		}
		for (; at < partner; at += 1) rows.push(goneRow(left[at]))
		const a = left[partner]
		const compared = compareCharacters(a?.paragraph.body ?? '', b.paragraph.body, budget)
		bounded ||= compared.bounded
		const alike = a ? likeness(a.print, b.print) : 0
		rows.push(rowOf(a?.paragraph ?? null, b.paragraph, compared.segments, alike))
		at = partner + 1
	}
	for (; at < left.length; at += 1) rows.push(goneRow(left[at]))
	return { rows, bounded }
}

function prepare(old: readonly Clause[], fresh: readonly Clause[]): [Placed[], Placed[]] {
	const sides = [old, fresh].map((clauses) => clauses.flatMap((clause) => clause.paragraphs))
	const prints = takeFingerprints(sides.map((side) => side.map((paragraph) => paragraph.body)))
	const place = (which: 0 | 1) =>
		(sides[which] ?? []).map((paragraph, index): Placed => {
			const print = prints[which]?.[index]
			if (!print) throw new Error('every paragraph has a fingerprint')
			return { paragraph, index, body: paragraph.body.replaceAll(/\s/g, ''), print }
		})
	return [place(0), place(1)]
}

/** The old paragraph of each new one that has one, rising on both sides. */
function matchParagraphs(left: readonly Placed[], right: readonly Placed[]): Map<number, number> {
	const [onlyOld, onlyNew] = [left[0], right[0]]
	if (left.length === 1 && right.length === 1 && onlyOld && onlyNew) return new Map([[0, 0]])
	const candidates = withoutOutdone(findCandidates(left, right, () => true))
	const chain = heaviestChain(candidates.map((each) => ({ ...each, weight: each.like - LEAST_LIKE })))
	const partners = new Map(chain.map((each) => [each.new, each.old]))
	let fromOld = 0
	let fromNew = 0
	for (const each of [...chain, { old: left.length, new: right.length }]) {
		const [a, b] = [left[fromOld], right[fromNew]]
		const isOnly = each.old - fromOld === 1 && each.new - fromNew === 1
		if (isOnly && a && b && likeness(a.print, b.print) >= LEAST_BETWEEN) partners.set(fromNew, fromOld)
		fromOld = each.old + 1
		fromNew = each.new + 1
	}
	return partners
}

function goneRow(placed: Placed | undefined): RedlineRow {
	const paragraph = placed?.paragraph ?? null
	return rowOf(paragraph, null, replaced(paragraph?.body ?? '', ''), 0)
}

/** The number of an article stands in the block's head; those of 项 and 目 stand before their rows. */
function rowOf(old: Paragraph | null, fresh: Paragraph | null, merged: Segment[], alike: number): RedlineRow {
	return {
		kind: kindOf(old, fresh, merged),
		likeness: alike,
		old: old && sideOf(merged, 'old'),
		new: fresh && sideOf(merged, 'new'),
		merged,
		oldMarker: markerOf(old),
		newMarker: markerOf(fresh),
		oldAnchor: old?.anchor ?? null,
		newAnchor: fresh?.anchor ?? null,
	}
}

function kindOf(old: Paragraph | null, fresh: Paragraph | null, merged: readonly Segment[]): BlockKind {
	if (!old) return 'added'
	if (!fresh) return 'deleted'
	if (merged.some((segment) => segment.kind !== 'same')) return 'modified'
	return markerOf(old) === markerOf(fresh) ? 'unchanged' : 'renumbered'
}

function markerOf(paragraph: Paragraph | null): string {
	return paragraph && (paragraph.kind === 'item' || paragraph.kind === 'sub-item')
		? paragraph.label.trim()
		: ''
}
