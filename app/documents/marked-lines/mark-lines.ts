import { appendAll } from '#app/domain/append-all.ts'
import { heaviestChain } from '#app/domain/redline/align/heaviest-chain.ts'
import { type Given, type ReadSide, readSides } from '#app/domain/redline/compared-text.ts'
import type { Redline, Segment } from '#app/domain/redline/redline.ts'
import { type LinePair, pairLines } from './pair-lines.ts'
import { linesAsWritten } from './row-lines.ts'
import { type MarkedLine, type PlacedLine, labelSegments, placeLines } from './placed-lines.ts'

/**
 * Both texts in one sequence of lines, for whatever redline: the kept and inserted ones give back the new text, the kept
 * and deleted ones the old one, numbers included. A clause that moved goes where it stood and comes where it stands.
 */
export function markLines(before: Given, after: Given, redline: Redline): MarkedLine[] {
	const sides = readSides({ old: before, new: after })
	const [old, fresh] = [linesOfSide(sides.old), linesOfSide(sides.new)]
	function linesOfSide(side: ReadSide): PlacedLine[] {
		return sides.isOfWords ? linesAsWritten(side) : placeLines(side.legal)
	}
	const kept = heaviestChain(pairLines(old, fresh, redline))
	// Every Word file has a last paragraph, which cannot be inserted or deleted: two lines have to share it.
	const pairs = kept.length > 0 ? kept : [lastOfBoth(old, fresh)]
	const lines: MarkedLine[] = []
	let [fromOld, fromNew] = [0, 0]
	for (const pair of pairs) {
		// A pair of several lines may reach into the next one, which then goes and comes.
		if (pair.old < fromOld || pair.new < fromNew) continue
		appendAll(lines, loose(old.slice(fromOld, pair.old), fresh.slice(fromNew, pair.new)))
		appendAll(lines, pair.lines)
		fromOld = pair.oldEnd
		fromNew = pair.newEnd
	}
	return [...lines, ...loose(old.slice(fromOld), fresh.slice(fromNew))]
}

function lastOfBoth(old: readonly PlacedLine[], fresh: readonly PlacedLine[]): LinePair {
	const [a, b] = [old[old.length - 1] ?? null, fresh[fresh.length - 1] ?? null]
	const body: Segment[] = [
		{ kind: 'deleted' as const, text: a?.paragraph.body ?? '' },
		{ kind: 'inserted' as const, text: b?.paragraph.body ?? '' },
	].filter(({ text }) => text !== '')
	const line: MarkedLine = { fate: 'kept', mark: 'kept', label: labelSegments(a, b), body, old: a, new: b }
	return {
		old: old.length - 1,
		new: fresh.length - 1,
		oldEnd: old.length,
		newEnd: fresh.length,
		lines: [line],
		weight: 1,
	}
}

/** Lines that stand on one side only: first what went, then what came. */
function loose(old: readonly PlacedLine[], fresh: readonly PlacedLine[]): MarkedLine[] {
	return [...old.map((line) => oneSided(line, 'deleted')), ...fresh.map((line) => oneSided(line, 'inserted'))]
}

function oneSided(line: PlacedLine, fate: 'inserted' | 'deleted'): MarkedLine {
	const sides = { old: fate === 'deleted' ? line : null, new: fate === 'inserted' ? line : null }
	const text = line.paragraph.body
	return {
		fate,
		mark: fate,
		label: labelSegments(sides.old, sides.new),
		body: text === '' ? [] : [{ kind: fate, text }],
		...sides,
	}
}
