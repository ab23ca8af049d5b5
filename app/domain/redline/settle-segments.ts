import type { Segment } from './redline.ts'

/**
 * A single character that stayed between two changes reads as noise: it joins them, going with the old text and
 * coming with the new. `isAfterText` and `isBeforeText` say whether text that stayed surrounds these segments.
 */
export function joinCrumbs(
	segments: readonly Segment[],
	isAfterText: boolean,
	isBeforeText: boolean,
): Segment[] {
	const isInside = (at: number) => (at > 0 || isAfterText) && (at < segments.length - 1 || isBeforeText)
	return settle(
		segments.flatMap((segment, at): Segment[] =>
			segment.kind === 'same' && isInside(at) && isCrumb(segments, at)
				? [
						{ kind: 'deleted', text: segment.text },
						{ kind: 'inserted', text: segment.text },
					]
				: [segment],
		),
	)
}

function isCrumb(segments: readonly Segment[], at: number): boolean {
	const isBetweenChanges = at > 0 && at < segments.length - 1
	return isBetweenChanges && /^[^\p{P}\s]$/u.test(segments[at]?.text ?? '')
}

/** Joins neighbours of one kind, leaves out empty ones, and puts what went before what came. */
export function settle(segments: readonly Segment[]): Segment[] {
	const out: Segment[] = []
	let deleted = ''
	let inserted = ''
	const flush = () => {
		if (deleted !== '') out.push({ kind: 'deleted', text: deleted })
		if (inserted !== '') out.push({ kind: 'inserted', text: inserted })
		deleted = ''
		inserted = ''
	}
	for (const { kind, text } of segments) {
		if (text === '') continue
		if (kind === 'deleted') deleted += text
		else if (kind === 'inserted') inserted += text
		else {
			flush()
			const last = out.at(-1)
			if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + text }
			else out.push({ kind: 'same', text })
		}
	}
	flush()
	return out
}

/** The length of some segments, in UTF-16 units. */
export function lengthOf(segments: readonly Segment[]): number {
	return segments.reduce((sum, segment) => sum + segment.text.length, 0)
}

/** One side of a comparison: what stays together with what only this side has. */
export function sideOf(segments: readonly Segment[], side: 'old' | 'new'): Segment[] {
	const other = side === 'old' ? 'inserted' : 'deleted'
	return segments.filter((segment) => segment.kind !== other)
}

/** The number of code points that came or went. */
export function countEdits(segments: readonly Segment[], kind: 'inserted' | 'deleted'): number {
	return segments
		.filter((segment) => segment.kind === kind)
		.reduce((sum, segment) => sum + [...segment.text].length, 0)
}
