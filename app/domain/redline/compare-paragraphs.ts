import { diffArrays } from 'diff'
import type { Segment } from './redline.ts'

/**
 * What is never cut: a reference or number of an article, a title in 《》, an amount or date with its unit, a Latin
 * word or number. Everything else is compared character by character (code points).
 */
const WHOLE =
	/《[^《》\n]{1,60}》|第[零〇一二两三四五六七八九十百千0-9]+[条款项章节编目](?:之[一二三四五六七八九十]+)?|[零〇一二两三四五六七八九十百千万亿0-9]+(?:\.[0-9]+)?(?:万元|亿元|元|年|月|日|个工作日|个月|小时|分钟|倍|人|户|平方米|公里|米|%)|[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|[\s\S]/gu

/** Past this many edits a pair is shown as replaced: counted, not timed, so the same pair always gives the same answer. */
const MAX_EDITS = 4000
/** Less than this share in common, and a finer comparison would only confuse. */
const LEAST_COMMON = 0.25

/** The two sides of one paragraph, and whether the comparison was given up as too different. */
export type Compared = { readonly segments: Segment[]; readonly bounded: boolean }

/**
 * Compares two paragraphs. The segments that stay and those that come give back the new text, those that stay and
 * those that go the old one, for every input.
 */
export function compareParagraphs(before: string, after: string): Compared {
	if (before === after) return { segments: tidy([{ kind: 'same', text: before }]), bounded: false }
	const changes = diffArrays(cut(before), cut(after), { maxEditLength: MAX_EDITS })
	if (!changes) return { segments: replaced(before, after), bounded: true }
	const segments = changes.map(
		(change): Segment => ({
			kind: change.added ? 'inserted' : change.removed ? 'deleted' : 'same',
			text: change.value.join(''),
		}),
	)
	const merged = joinCrumbs(segments)
	const same = lengthOf(merged.filter((segment) => segment.kind === 'same'))
	const isUnlike = same < LEAST_COMMON * Math.max(before.length, after.length) && before !== '' && after !== ''
	return { segments: isUnlike ? replaced(before, after) : merged, bounded: false }
}

/** One side of a comparison: what stays together with what only this side has. */
export function sideOf(segments: readonly Segment[], side: 'old' | 'new'): Segment[] {
	const other = side === 'old' ? 'inserted' : 'deleted'
	return segments.filter((segment) => segment.kind !== other)
}

/** The number of code points that came or went. */
export function countEdits(segments: readonly Segment[], kind: 'inserted' | 'deleted'): number {
	return segments.filter((segment) => segment.kind === kind).reduce((sum, segment) => sum + [...segment.text].length, 0)
}

function cut(text: string): string[] {
	return text.match(WHOLE) ?? []
}

function replaced(before: string, after: string): Segment[] {
	return tidy([
		{ kind: 'deleted', text: before },
		{ kind: 'inserted', text: after },
	])
}

/**
 * A single character that stayed between two changes reads as noise: it joins them, going with the old text and
 * coming with the new. Deletions stand before insertions.
 */
function joinCrumbs(segments: readonly Segment[]): Segment[] {
	const out: Segment[] = []
	let deleted = ''
	let inserted = ''
	const flush = () => {
		out.push({ kind: 'deleted', text: deleted }, { kind: 'inserted', text: inserted })
		deleted = ''
		inserted = ''
	}
	for (const [index, segment] of segments.entries()) {
		if (segment.kind === 'deleted') deleted += segment.text
		else if (segment.kind === 'inserted') inserted += segment.text
		else if (isCrumb(segments, index)) {
			deleted += segment.text
			inserted += segment.text
		} else {
			flush()
			out.push(segment)
		}
	}
	flush()
	return tidy(out)
}

function isCrumb(segments: readonly Segment[], index: number): boolean {
	const text = segments[index]?.text ?? ''
	const isInside = index > 0 && index < segments.length - 1
	return isInside && [...text].length === 1 && /[^\p{P}\s]/u.test(text)
}

function tidy(segments: readonly Segment[]): Segment[] {
	const out: Segment[] = []
	for (const segment of segments) {
		if (segment.text === '') continue
		const last = out.at(-1)
		if (last?.kind === segment.kind) out[out.length - 1] = { kind: last.kind, text: last.text + segment.text }
		else out.push(segment)
	}
	return out
}

function lengthOf(segments: readonly Segment[]): number {
	return segments.reduce((sum, segment) => sum + segment.text.length, 0)
}
