import type { Segment } from '#app/domain/redline/redline.ts'
import { carriedWords, writtenNumber } from './carried-words.ts'
import { cutAsEarlier, earlierDeletions, saysAlready } from './earlier-changes.ts'
import type { Strokes } from './own-words.ts'
import type { Stretch } from './stretch.ts'
import type { Writer } from './writer.ts'

/** What the segments of a paragraph do to the words of the marked draft, and what comes in between them. */
export function strokesOf(
	writer: Writer,
	segments: readonly Segment[],
	base: Stretch,
	other: Stretch | null,
): Strokes {
	const ranges: { readonly from: number; readonly to: number; readonly segment: Segment | null }[] = []
	const comingIn = new Map<number, string>()
	const comes = (at: number, xml: string) => {
		if (xml !== '') comingIn.set(at, `${comingIn.get(at) ?? ''}${xml}`)
	}
	let [own, theirs] = [0, 0]
	const earlier = earlierDeletions(base)
	if (other !== null) comes(0, writtenNumber(writer, other, { kind: writer.theirs, text: '' }))
	for (const segment of writer.theirs === 'deleted' ? cutAsEarlier(segments, earlier) : segments) {
		const length = segment.text.length
		if (segment.kind === writer.theirs) {
			if (other !== null && !saysAlready(writer, earlier.get(own), segment.text))
				comes(own, carriedWords(writer, { stretch: other, from: theirs, to: theirs + length }, segment))
			theirs += length
			continue
		}
		ranges.push({ from: own, to: own + length, segment: segment.kind === writer.own ? segment : null })
		own += length
		if (segment.kind === 'same') theirs += length
	}
	const whole: Segment | null = other === null ? { kind: writer.own, text: '' } : null
	const starts = ranges.map(({ from }) => from)
	return {
		at: (offset) => (base.words === '' ? whole : (ranges[lastUpTo(starts, offset)]?.segment ?? whole)),
		borders: [...new Set([...starts, ...comingIn.keys()])].toSorted((a, b) => a - b),
		comingIn,
	}
}

function lastUpTo(starts: readonly number[], offset: number): number {
	let [low, high] = [0, starts.length]
	while (low < high) {
		const middle = (low + high) >> 1
		if ((starts[middle] ?? 0) <= offset) low = middle + 1
		else high = middle
	}
	return low - 1
}
