import { PAGE_NUMBER } from '#app/domain/legal-text/lines/line-kind.ts'
import { withoutBlanks } from '#app/domain/legal-text/without-blanks.ts'
import type { Segment } from '../redline.ts'

/** One side of a comparison: what stays together with what only this side has. */
export function sideOf(segments: readonly Segment[], side: 'old' | 'new'): readonly Segment[] {
	const other = side === 'old' ? 'inserted' : 'deleted'
	if (!hasKind(segments, other)) return segments
	return segments.filter((segment) => segment.kind !== other)
}

function hasKind(segments: readonly Segment[], kind: Segment['kind']): boolean {
	for (let at = 0; at < segments.length; at += 1) if (segments[at]?.kind === kind) return true
	return false
}

/** The number of code points that came or went, typesetting apart. */
export function countEdits(segments: readonly Segment[], kind: 'inserted' | 'deleted'): number {
	if (!hasKind(segments, kind)) return 0
	let count = 0
	const inner = innerOf(segments)
	for (let at = 0; at < segments.length; at += 1) {
		const segment = segments[at]
		if (segment?.kind === kind && isLoud(segment)) count += codePoints(written(segment.text, at, inner))
	}
	return count
}

/** Whether anything came or went that is more than typesetting. */
export function hasChange(segments: readonly Segment[]): boolean {
	if (!hasKind(segments, 'deleted') && !hasKind(segments, 'inserted')) return false
	const inner = innerOf(segments)
	return segments.some((each, at) => isChange(each) && written(each.text, at, inner) !== '')
}

/** Whether a segment is a change: neither the same in another way of writing nor words that stand elsewhere. */
export function isLoud({ quiet, moved }: Segment): boolean {
	return quiet === undefined && moved === undefined
}

function isChange(segment: Segment): boolean {
	return segment.kind !== 'same' && segment.quiet === undefined
}

/** How many places of a paragraph only say the same in another way of writing. */
export function countQuiet(segments: readonly Segment[]): number {
	let count = 0
	for (let at = 0; at < segments.length; at += 1) {
		const before = segments[at - 1]
		if (segments[at]?.quiet && (before === undefined || before.kind === 'same')) count += 1
	}
	return count
}

const PAGE_BREAK = new RegExp(`\\n\\s*${PAGE_NUMBER}\\s*(?:\\n|$)|^\\s*${PAGE_NUMBER}\\s*\\n`, 'g')

/** The first and the last segment with words: only blanks stand before and after. */
type Inner = { readonly first: number; readonly last: number }

function innerOf(segments: readonly Segment[]): Inner {
	let last = segments.length - 1
	while (last >= 0 && !hasWords(segments[last])) last -= 1
	return { first: segments.findIndex(hasWords), last }
}

function hasWords(segment: Segment | undefined): boolean {
	return segment !== undefined && segment.text.trim() !== ''
}

/**
 * A segment without what belongs to its paper: the ends of lines within a paragraph, the number of a page between two
 * of them, the indent before a paragraph and the blanks after it.
 */
function written(text: string, at: number, { first, last }: Inner): string {
	const line = text.includes('\n') ? text.replaceAll(PAGE_BREAK, '').replaceAll('\n', '') : text
	const words = first < 0 || at <= first ? line.trimStart() : line
	return at >= last ? words.trimEnd() : words
}

/** A text without its blanks, line ends and page numbers. */
export function withoutTypesetting(text: string): string {
	return withoutBlanks(text.includes('\n') ? text.replaceAll(PAGE_BREAK, '') : text)
}

/** The text of some segments; of a side that has nothing here, none. */
export function textOf(segments: readonly Segment[] | null): string {
	if (segments === null) return ''
	let text = ''
	for (let at = 0; at < segments.length; at += 1) text += segments[at]?.text ?? ''
	return text
}

/** The number of code points; half a surrogate pair that stands alone counts as one. */
export function codePoints(text: string): number {
	let count = text.length
	for (let at = 0; at + 1 < text.length; at += 1)
		if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) count -= 1
	return count
}

function isHigh(code: number): boolean {
	return code >= 0xd800 && code < 0xdc00
}

function isLow(code: number): boolean {
	return code >= 0xdc00 && code < 0xe000
}
