import { isFootnote } from '#app/domain/legal-text/lines/line-kind.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import type { Move } from './find-moves.ts'
import type { ClauseRef, MovedPart, RedlineBlock, RedlineLink } from '../redline.ts'

/** A sentence shorter than this may stand in any rule: that it went from one article to another links them not. */
const LEAST_SENTENCE = 16

/** The links between clauses of which a table, 款, 项 or sentence went from the one to the other. */
export function movedLinks(blocks: readonly RedlineBlock[], moves: readonly Move[]): RedlineLink[] {
	const links = new Map<string, { old: string; new: string; likeness: number; parts: MovedPart[] }>()
	for (const { from, to, unit, likeness, words } of moves) {
		const isShort = unit === 'sentence' && words.length < LEAST_SENTENCE
		// A note moves with the mark in its text.
		if (from.block === to.block || isShort || isFootnote(words)) continue
		const [old, fresh] = [
			clauseOf(blocks[from.block]?.old ?? [], from.anchor),
			clauseOf(blocks[to.block]?.new ?? [], to.anchor),
		]
		if (!old || !fresh) continue
		const key = `${old.key}>${fresh.key}`
		const link = links.get(key) ?? { old: old.key, new: fresh.key, likeness: 0, parts: [] }
		const label = unit === 'table' ? tableLabel : placeLabel
		link.parts.push({ unit, old: label(from.anchor), new: label(to.anchor) })
		link.likeness = Math.max(link.likeness, likeness)
		links.set(key, link)
	}
	return [...links.values()].map(({ old, new: fresh, likeness, parts }) => ({
		old: [old],
		new: [fresh],
		kind: 'moved',
		parts,
		likeness,
		runnerUp: null,
	}))
}

/** 第八条表1, by the anchor of its first row. */
function tableLabel(anchor: string): string {
	return placeLabel(anchor).replace(/第[^第]*行$/, '')
}

function clauseOf(clauses: readonly ClauseRef[], anchor: string): ClauseRef | null {
	const found = clauses.find((each) => anchor === each.anchor || anchor.startsWith(`${each.anchor}-`))
	return found && !found.isHeading ? found : null
}
