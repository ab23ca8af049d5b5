import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'
import type { Segment } from '../redline.ts'
import { wordsBeyondFormula } from './formula.ts'

/** Where less than this share of either text says something that stayed, a finer comparison would only confuse. */
const LEAST_OF_LONGER = 0.22
const LEAST_OF_SHORTER = 0.45
/** A kept stretch of fewer characters than this, its formula apart, says nothing. */
const LEAST_SAID = 2

/** Whether so little stayed of two paragraphs, and that in so many places, that the one is better read in the other's stead. */
export function isRewritten(compared: readonly Segment[]): boolean {
	if (!areMany(compared)) return false
	const segments = withoutQuiet(compared)
	const lengths = { same: 0, inserted: 0, deleted: 0 }
	let said = 0
	for (const { kind, text } of segments) {
		lengths[kind] += text.length
		if (kind === 'same') said += saidBy(text)
	}
	const shorter = lengths.same + Math.min(lengths.deleted, lengths.inserted)
	const longer = lengths.same + Math.max(lengths.deleted, lengths.inserted)
	return said < LEAST_OF_LONGER * longer && said < LEAST_OF_SHORTER * shorter
}

/** One change between what stays is easy to read, however long it is. */
function areMany(segments: readonly Segment[]): boolean {
	return segments.filter((segment) => segment.kind === 'same' && segment.text !== '').length > 2
}

function saidBy(text: string): number {
	const said = wordsBeyondFormula(text).length
	return said < LEAST_SAID ? 0 : said
}
