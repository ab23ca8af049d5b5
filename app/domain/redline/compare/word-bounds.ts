import type { Pieces } from '../writing/cut-pieces.ts'

/** Two texts with what tells where their words begin. */
export type Sides = {
	readonly old: Pieces
	readonly fresh: Pieces
	readonly beginsOld: (at: number) => boolean
	readonly beginsNew: (at: number) => boolean
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })
/** The segmenter takes more than twice the time for twice the length: it never gets more than this at once. */
const LONGEST_STRETCH = 64

/**
 * Tells before which parts of a text a word begins. Words of the law are parts already; only the stretch of single
 * characters around the place is cut into words, and only when it is asked for: most of a text never changes.
 */
export function openWordBounds({ text, starts, ids }: Pieces): (at: number) => boolean {
	let [from, to] = [0, 0]
	let words: Intl.Segments | null = null
	return (at) => {
		if (at <= 0 || at >= ids.length || !isHan(ids[at - 1]) || !isHan(ids[at])) return true
		if (words === null || at <= from || at >= to) {
			from = at - 1
			while (from > 0 && at - from < LONGEST_STRETCH / 2 && isHan(ids[from - 1])) from -= 1
			to = at + 1
			while (to < ids.length && to - from < LONGEST_STRETCH && isHan(ids[to])) to += 1
			words = SEGMENTER.segment(text.slice(starts[from], starts[to]))
		}
		return words.containing(at - from)?.index === at - from
	}
}

/** The unified ideographs of the basic plane, each a part by itself: what a dictionary of common words is written with. */
function isHan(code: number | undefined): boolean {
	return code !== undefined && code >= 0x3400 && code <= 0x9fff
}
