import type { Segment } from '../redline.ts'
import { type Pieces, cutPieces } from './cut-pieces.ts'
import { type Hunk, findHunks } from './find-hunks.ts'
import { codePoints, withoutTypesetting } from './settle-segments.ts'
import { shareAll, shareTheEnds } from './share-the-ends.ts'
import { tidyHunks } from './tidy-hunks.ts'
import { openWordBounds } from './word-bounds.ts'
import type { WorkBudget } from './work-budget.ts'

/** Less than this share of either text in common, and a finer comparison would only confuse. */
const LEAST_OF_LONGER = 0.25
const LEAST_OF_SHORTER = 0.5
/** No paragraph of a legal text is longer; of what is, only the common beginning and end are looked for. */
const LONGEST_PARAGRAPH = 20_000

/**
 * The two sides of one paragraph. `edits` counts the code points of the shortest script, before it was made readable;
 * `bounded` says that the comparison was given up as too much work.
 */
export type Compared = { readonly segments: Segment[]; readonly edits: number; readonly bounded: boolean }

/**
 * Compares two paragraphs. The segments that stay and those that come give back the new text, those that stay and
 * those that go the old one, for every input.
 */
export function compareCharacters(before: string, after: string, budget: WorkBudget): Compared {
	if (before === after)
		return {
			segments: before === '' ? [] : [{ kind: 'same', text: before }],
			edits: 0,
			bounded: false,
		}
	if (before === '' || after === '') return replaced(before, after)
	const ends = shareTheEnds(before, after)
	const longest = Math.max(before.length, after.length) - ends.head - ends.tail
	const isTooLong = longest > LONGEST_PARAGRAPH
	const { head, tail } = isTooLong ? shareAll(before, after) : ends
	const oldText = before.slice(head, before.length - tail)
	const newText = after.slice(head, after.length - tail)
	const middle = isTooLong ? replaced(oldText, newText) : compareMiddle(oldText, newText, budget)
	const segments = settle([
		{ kind: 'same', text: before.slice(0, head) },
		...middle.segments,
		{ kind: 'same', text: before.slice(before.length - tail) },
	])
	const bounded = middle.bounded || isTooLong
	const { edits } = middle
	if (areMany(segments) && isUnlike(segments, before, after))
		return { ...replaced(before, after), edits, bounded }
	return { segments, edits, bounded }
}

/** Two texts of which the one stands in place of the other. */
export function replaced(before: string, after: string): Compared {
	const segments = settle([
		{ kind: 'deleted', text: before },
		{ kind: 'inserted', text: after },
	])
	return { segments, edits: codePoints(before) + codePoints(after), bounded: false }
}

function compareMiddle(before: string, after: string, budget: WorkBudget): Compared {
	const [old, fresh] = [cutPieces(before), cutPieces(after)]
	const { hunks, bounded } = findHunks(old, fresh, budget)
	const isTypesetting = withoutTypesetting(before) === withoutTypesetting(after)
	const sides = {
		old,
		fresh,
		beginsOld: openWordBounds(old),
		beginsNew: openWordBounds(fresh),
	}
	const tidy = isTypesetting ? hunks : tidyHunks(hunks, sides)
	const edits = hunks.reduce(
		(sum, hunk) => sum + hunk.oldEnd - hunk.oldStart + (hunk.newEnd - hunk.newStart),
		0,
	)
	return { segments: segmentsOf(tidy, old, fresh), edits, bounded }
}

function segmentsOf(hunks: readonly Hunk[], old: Pieces, fresh: Pieces): Segment[] {
	let at = 0
	const segments = hunks.flatMap((hunk): Segment[] => {
		const [gone, come] = textsOf(hunk, old, fresh)
		const same = old.text.slice(old.starts[at], old.starts[hunk.oldStart])
		at = hunk.oldEnd
		return [
			{ kind: 'same', text: same },
			{ kind: 'deleted', text: gone },
			{ kind: 'inserted', text: come },
		]
	})
	return [...segments, { kind: 'same', text: old.text.slice(old.starts[at]) }]
}

function textsOf(hunk: Hunk, old: Pieces, fresh: Pieces): [string, string] {
	return [
		old.text.slice(old.starts[hunk.oldStart], old.starts[hunk.oldEnd]),
		fresh.text.slice(fresh.starts[hunk.newStart], fresh.starts[hunk.newEnd]),
	]
}

/** One change between what stays is easy to read, however long it is. */
function areMany(segments: readonly Segment[]): boolean {
	return segments.filter((segment) => segment.kind === 'same' && segment.text !== '').length > 2
}

function isUnlike(segments: readonly Segment[], before: string, after: string): boolean {
	const same = segments.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.length : sum), 0)
	const [shorter, longer] = [before.length, after.length].sort((x, y) => x - y) as [number, number]
	return same < LEAST_OF_LONGER * longer && same < LEAST_OF_SHORTER * shorter
}

/** Leaves out empty segments and joins neighbours of one kind. */
function settle(segments: readonly Segment[]): Segment[] {
	const out: Segment[] = []
	for (const segment of segments) {
		const last = out.at(-1)
		if (segment.text === '') continue
		if (last?.kind === segment.kind) out[out.length - 1] = { kind: last.kind, text: last.text + segment.text }
		else out.push(segment)
	}
	return out
}
