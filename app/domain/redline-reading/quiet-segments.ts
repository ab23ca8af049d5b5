import type { Segment } from '#app/domain/redline/redline.ts'

/**
 * Segments as they are read: what only says the same in another way of writing stands there as it is written now, or
 * on the older side as it was, and is no mark.
 */
export function withoutQuiet(segments: readonly Segment[], side: 'old' | 'new' = 'new'): readonly Segment[] {
	if (segments.every(({ quiet }) => quiet === undefined)) return segments
	const shown = side === 'old' ? 'deleted' : 'inserted'
	const out: Segment[] = []
	for (const segment of segments) {
		if (segment.quiet && segment.kind !== shown) continue
		const read: Segment = segment.quiet ? { kind: 'same', text: segment.text } : segment
		const last = out[out.length - 1]
		if (last?.kind === 'same' && read.kind === 'same')
			out[out.length - 1] = { kind: 'same', text: last.text + read.text }
		else out.push(read)
	}
	return out
}
