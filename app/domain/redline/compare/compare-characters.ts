import { appendAll } from '#app/domain/append-all.ts'
import { PAGE_NUMBER } from '#app/domain/legal-text/lines/line-kind.ts'
import { isRepealed } from '../align/repealed.ts'
import type { Segment } from '../redline.ts'
import { cutPieces, type Pieces } from '../writing/cut-pieces.ts'
import { findHunks } from './find-hunks.ts'
import type { Hunk } from './shortest-script.ts'
import { isRewritten } from './rewritten.ts'
import { codePoints, withoutTypesetting } from './settle-segments.ts'
import { shareTheEnds } from './share-the-ends.ts'
import { tidyHunks } from './tidy-hunks.ts'
import { openWordBounds } from './word-bounds.ts'
import type { WorkBudget } from './work-budget.ts'

/**
 * The two sides of one paragraph. `edits` counts the code points of the shortest script, before it was made readable;
 * `bounded` says that the comparison was given up as too much work.
 */
export type Compared = { readonly segments: Segment[]; readonly edits: number; readonly bounded: boolean }

/**
 * Compares two paragraphs. The segments that stay and those that come give back the new text, those that stay and
 * those that go the old one, for every input. What only says the same in another way of writing goes and comes quietly.
 */
export function compareCharacters(before: string, after: string, budget: WorkBudget): Compared {
	if (before === after)
		return {
			segments: before === '' ? [] : [{ kind: 'same', text: before }],
			edits: 0,
			bounded: false,
		}
	if (before === '' || after === '') return replaced(before, after)
	if (isRepealed(before) !== isRepealed(after)) return repealed(before, after)
	const { head, tail } = shareTheEnds(before, after)
	const oldText = before.slice(head, before.length - tail)
	const newText = after.slice(head, after.length - tail)
	const middle = compareMiddle(oldText, newText, budget)
	const segments = settle([
		{ kind: 'same', text: before.slice(0, head) },
		...middle.segments,
		{ kind: 'same', text: before.slice(before.length - tail) },
	])
	const { edits, bounded } = middle
	if (isRewritten(segments)) return { ...replaced(before, after), edits, bounded }
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

/** The words that hold the place of what was repealed are none of the rule. */
function repealed(before: string, after: string): Compared {
	const { segments, edits, bounded } = replaced(before, after)
	const placeholder = isRepealed(after) ? 'inserted' : 'deleted'
	return {
		segments: segments.map((each) => (each.kind === placeholder ? { ...each, quiet: true } : each)),
		edits,
		bounded,
	}
}

function compareMiddle(before: string, after: string, budget: WorkBudget): Compared {
	const numbering = new Map<string, number>()
	const [old, fresh] = [cutPieces(before, numbering), cutPieces(after, numbering)]
	const { hunks, bounded } = findHunks(old, fresh, budget)
	const isTypesetting = withoutTypesetting(before) === withoutTypesetting(after)
	const sides = { old, fresh, beginsOld: openWordBounds(old), beginsNew: openWordBounds(fresh) }
	const tidy = isTypesetting ? hunks : tidyHunks(hunks, sides)
	const edits = hunks.reduce(
		(sum, hunk) =>
			sum +
			codePoints(textOf(old, hunk.oldStart, hunk.oldEnd)) +
			codePoints(textOf(fresh, hunk.newStart, hunk.newEnd)),
		0,
	)
	return { segments: joinTouching(segmentsOf(tidy, old, fresh)), edits, bounded }
}

function segmentsOf(hunks: readonly Hunk[], old: Pieces, fresh: Pieces): Segment[] {
	const segments: Segment[] = []
	let [a, b] = [0, 0]
	for (const hunk of [...hunks, null]) {
		keep(segments, old, fresh, a, hunk?.oldStart ?? old.ids.length, b)
		if (hunk === null) break
		const [gone, come] = [textOf(old, hunk.oldStart, hunk.oldEnd), textOf(fresh, hunk.newStart, hunk.newEnd)]
		const isQuiet = isInnerBlank(gone + come, hunk, old)
		segments.push(changed('deleted', gone, isQuiet), changed('inserted', come, isQuiet))
		a = hunk.oldEnd
		b = hunk.newEnd
	}
	return segments
}

/**
 * Where a change touches what only says the same in another way, both are one change, what goes before what comes; but
 * characters in the other script are no part of it.
 */
function joinTouching(segments: readonly Segment[]): Segment[] {
	const out: Segment[] = []
	let run: Segment[] = []
	const close = () => {
		const isMixed = run.some(({ quiet }) => quiet) && run.some(({ quiet }) => !quiet)
		const isScript = run.every(({ quiet, text }) => !quiet || /^[\u3400-\u9fff]+$/.test(text))
		if (isMixed && !isScript)
			for (const kind of ['deleted', 'inserted'] as const)
				out.push({ kind, text: run.map((each) => (each.kind === kind ? each.text : '')).join('') })
		else appendAll(out, run)
		run = []
	}
	for (const segment of segments) {
		if (segment.text === '') continue
		if (segment.kind !== 'same') run.push(segment)
		else {
			close()
			out.push(segment)
		}
	}
	close()
	return out
}

/** Adds parts that say the same on both sides; where they are written otherwise, that goes and comes quietly. */
function keep(
	segments: Segment[],
	old: Pieces,
	fresh: Pieces,
	from: number,
	to: number,
	fromNew: number,
): void {
	const [before, after] = [textOf(old, from, to), textOf(fresh, fromNew, fromNew + to - from)]
	if (before === after) {
		segments.push({ kind: 'same', text: before })
		return
	}
	let [gone, come] = ['', '']
	const close = () => {
		segments.push(changed('deleted', gone, true), changed('inserted', come, true))
		;[gone, come] = ['', '']
	}
	for (let at = from; at < to; at += 1) {
		const [a, b] = [textOf(old, at, at + 1), textOf(fresh, fromNew + at - from, fromNew + at - from + 1)]
		if (a !== b && a.replaceAll(/\s/g, '') !== b.replaceAll(/\s/g, '')) {
			gone += a
			come += b
			continue
		}
		close()
		if (a === b) segments.push({ kind: 'same', text: a })
		else appendAll(segments, brokenElsewhere(a, b))
	}
	close()
}

/** The same words with line ends, and numbers of pages between them, at other places. */
function brokenElsewhere(a: string, b: string): Segment[] {
	const segments: Segment[] = []
	let [left, right] = [0, 0]
	while (left < a.length || right < b.length) {
		if (a[left] === b[right] && !/\s/.test(a.charAt(left))) {
			segments.push({ kind: 'same', text: a.charAt(left) })
			left += 1
			right += 1
			continue
		}
		const [gone, come] = [typesetAt(a, left), typesetAt(b, right)]
		const [from, to] = gone + come === '' ? [a.charAt(left), b.charAt(right)] : [gone, come]
		const isQuiet = !(gone + come).includes('\n')
		if (from === to) segments.push({ kind: 'same', text: from })
		else segments.push(changed('deleted', from, isQuiet), changed('inserted', to, isQuiet))
		left += from.length
		right += to.length
	}
	return segments
}

const TYPESET = new RegExp(`\\n\\s*${PAGE_NUMBER}\\s*\\n|\\n|[^\\S\\n]+`, 'y')

/** The end of a line that stands here, with the number of a page after it. */
function typesetAt(text: string, at: number): string {
	TYPESET.lastIndex = at
	return TYPESET.exec(text)?.[0] ?? ''
}

function changed(kind: 'deleted' | 'inserted', text: string, isQuiet: boolean): Segment {
	return isQuiet ? { kind, text, quiet: true } : { kind, text }
}

/** Blanks within a line of Chinese are typesetting; between two Latin words or figures they part them. */
function isInnerBlank(text: string, { oldStart, oldEnd }: Hunk, old: Pieces): boolean {
	if (text === '' || /[^\s]|\n/.test(text)) return false
	const [left, right] = [textOf(old, oldStart - 1, oldStart), textOf(old, oldEnd, oldEnd + 1)]
	return left !== '' && right !== '' && !(/[0-9A-Za-z]$/.test(left) && /^[0-9A-Za-z]/.test(right))
}

function textOf({ text, starts }: Pieces, from: number, to: number): string {
	return from < 0 ? '' : text.slice(starts[from], starts[to])
}

/** Leaves out empty segments and joins neighbours of one kind. */
function settle(segments: readonly Segment[]): Segment[] {
	const out: Segment[] = []
	for (const segment of segments) {
		const last = out.at(-1)
		if (segment.text === '') continue
		if (last?.kind === segment.kind && last.quiet === segment.quiet)
			out[out.length - 1] = { ...last, text: last.text + segment.text }
		else out.push(segment)
	}
	return out
}
