import type { Segment } from '../redline.ts'

/** One side of a comparison: what stays together with what only this side has. */
export function sideOf(segments: readonly Segment[], side: 'old' | 'new'): readonly Segment[] {
	const other = side === 'old' ? 'inserted' : 'deleted'
	if (segments.every((segment) => segment.kind !== other)) return segments
	return segments.filter((segment) => segment.kind !== other)
}

/** The number of code points that came or went; the end of a line within a paragraph is none. */
export function countEdits(segments: readonly Segment[], kind: 'inserted' | 'deleted'): number {
	let count = 0
	for (const segment of segments)
		if (segment.kind === kind) count += codePoints(segment.text.replaceAll('\n', ''))
	return count
}

/** Whether anything came or went that is more than the end of a line, which no reader takes for a change. */
export function hasChange(segments: readonly Segment[]): boolean {
	return segments.some(({ kind, text }) => kind !== 'same' && /[^\n]/.test(text))
}

/** The text of some segments; of a side that has nothing here, none. */
export function textOf(segments: readonly Segment[] | null): string {
	if (segments === null) return ''
	const [only, ...others] = segments
	return only && others.length === 0 ? only.text : segments.map((segment) => segment.text).join('')
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
