import { appendAll } from '#app/domain/append-all.ts'
import type { Segment } from '#app/domain/redline/redline.ts'
import type { XmlElement } from '../parse-xml.ts'
import { elementsOf, wordsIn } from '../xml-element.ts'
import type { Stretch } from './stretch.ts'
import { type Writer, rawOf } from './writer.ts'

/** Words that somebody deleted in the marked draft already, by the offset at which they stood. */
export function earlierDeletions({ origin, items }: Stretch): ReadonlyMap<number, readonly XmlElement[]> {
	const ends = new Map<XmlElement, number>()
	for (const { unit, to } of items) ends.set(unit, to)
	const found = new Map<number, XmlElement[]>()
	let offset = 0
	const walk = (element: XmlElement) => {
		for (const child of elementsOf(element)) {
			offset = ends.get(child) ?? offset
			if (child.name === 'w:del' || child.name === 'w:moveFrom')
				found.set(offset, [...(found.get(offset) ?? []), child])
			else if (child.name !== 'w:r' && child.name !== 'w:pPr') walk(child)
		}
	}
	for (const element of origin.elements) walk(element)
	return found
}

/** Whether these earlier deletions say just what we would say; they are counted as ours then. */
export function saysAlready(
	writer: Writer,
	earlier: readonly XmlElement[] | undefined,
	text: string,
): boolean {
	if (writer.theirs !== 'deleted' || earlier === undefined) return false
	if (earlier.map(wordsIn).join('') !== text) return false
	for (const element of earlier) writer.relied.add(element.attributes.get('w:id') ?? '')
	return true
}

/** The beginning and the end of an earlier change, to close it before something of ours and to open it again behind. */
export function aroundEarlier(
	writer: Writer,
	part: string,
	earlier: XmlElement,
): { readonly close: string; readonly open: () => { readonly tag: string; readonly id: string } } {
	const tag = /^<[^>]*>/.exec(rawOf(writer, part, earlier))?.[0] ?? ''
	return {
		close: `</${earlier.name}>`,
		open: () => {
			const id = /w:id="(\d+)"/.exec(writer.change())?.[1] ?? ''
			return { tag: tag.replace(/w:id="[^"]*"/, `w:id="${id}"`), id }
		},
	}
}

/**
 * Segments cut where somebody deleted the words already: the comparison may have taken a neighbouring word that both
 * drafts have with them (二十元 became 三十元, where 二十 became 三十).
 */
export function cutAsEarlier(
	segments: readonly Segment[],
	earlier: ReadonlyMap<number, readonly XmlElement[]>,
): readonly Segment[] {
	if (earlier.size === 0) return segments
	const cut: Segment[] = []
	let offset = 0
	for (let at = 0; at < segments.length; at += 1) {
		const [gone, came] = [segments[at], segments[at + 1]]
		if (gone === undefined) continue
		const found =
			gone.kind === 'deleted' && came?.kind === 'inserted' ? cutPair(gone, came, offset, earlier) : null
		const taken = found ?? [gone]
		appendAll(cut, taken)
		if (found !== null) at += 1
		for (const { kind, text } of taken) if (kind !== 'deleted') offset += text.length
	}
	return cut
}

function cutPair(
	gone: Segment,
	came: Segment,
	offset: number,
	earlier: ReadonlyMap<number, readonly XmlElement[]>,
): Segment[] | null {
	for (let head = 0; head <= came.text.length; head += 1) {
		const words =
			earlier
				.get(offset + head)
				?.map(wordsIn)
				.join('') ?? ''
		const before = came.text.slice(0, head)
		if (words === '' || !gone.text.startsWith(before + words)) continue
		const after = gone.text.slice(head + words.length)
		if (!came.text.endsWith(after) || came.text.length < head + after.length) continue
		const segments: Segment[] = [
			{ kind: 'same', text: before },
			{ ...gone, text: words },
			{ ...came, text: came.text.slice(head, came.text.length - after.length) },
			{ kind: 'same', text: after },
		]
		return segments.filter(({ text }) => text !== '')
	}
	return null
}
