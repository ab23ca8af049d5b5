import type { Pieces } from './cut-pieces.ts'

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })
/** The segmenter takes more than twice the time for twice the length: it never gets more than this at once. */
const LONGEST_STRETCH = 64

/**
 * Tells before which code points of a text a word begins, or a piece that is never cut. Only the stretch of Chinese
 * characters around the place is cut into words, and only when it is asked for: most of a text never changes.
 */
export function openWordBounds(pieces: Pieces): (at: number) => boolean {
	const { text, starts, ids, begins } = pieces
	let [from, to] = [0, 0]
	let words: Intl.Segments | null = null
	return (at) => {
		if (begins[at] !== 1) return false
		if (at <= 0 || at >= ids.length || !isSingle(pieces, at - 1) || !isSingle(pieces, at)) return true
		if (words === null || at <= from || at >= to) {
			from = at - 1
			while (from > 0 && at - from < LONGEST_STRETCH / 2 && isSingle(pieces, from - 1)) from -= 1
			to = at + 1
			while (to < ids.length && to - from < LONGEST_STRETCH && isSingle(pieces, to)) to += 1
			words = SEGMENTER.segment(text.slice(starts[from], starts[to]))
		}
		return words.containing(at - from)?.index === at - from
	}
}

/** Whether a Chinese character stands here that is a piece by itself. */
function isSingle({ ids, begins }: Pieces, at: number): boolean {
	return begins[at] === 1 && begins[at + 1] === 1 && isHan(ids[at] ?? 0)
}

/** The unified ideographs of the basic plane: what a dictionary of common words is written with. */
function isHan(code: number): boolean {
	return code >= 0x3400 && code <= 0x9fff
}
