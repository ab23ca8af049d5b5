import type { XmlElement } from '../parse-xml.ts'
import { elementsOf, isOn } from '../xml-element.ts'
import { placeWords, tracePiece, type OpenParagraph, type Place, type Reading } from './reading.ts'

/** Puts the mark of a note into the text, and remembers which note it leads to. */
export function readNoteReference(
	reading: Reading,
	element: XmlElement,
	paragraph: OpenParagraph,
	place: Place,
): void {
	const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
	if (place.deleted) return
	const references = reading.noteIds[kind]
	const before = references.at(-1)?.counted ?? 0
	const isOwn = isCustomMark(element)
	const mark = isOwn ? '' : noteMark(kind, before + 1)
	const at = paragraph.text.length
	const note = `${kind}/${references.length}`
	references.push({
		id: element.attributes.get('w:id') ?? '',
		mark,
		isOwn,
		counted: before + (isOwn ? 0 : 1),
	})
	tracePiece(reading, paragraph, 'note', '', note)
	placeWords(reading, paragraph, place, mark)
	if (paragraph.text.length > at || isOwn)
		paragraph.marks.push({ kind: 'note', at, length: paragraph.text.length - at, note })
}

/** A mark of the author's own (`*`), which follows the reference in its run. Word counts no number for it. */
function isCustomMark(reference: XmlElement): boolean {
	const custom = reference.attributes.get('w:customMarkFollows')
	return custom !== undefined && isOn(custom)
}

/** Gives the note of a custom mark the words that followed the reference in its run. */
export function settleCustomMark(reading: Reading, run: XmlElement, paragraph: OpenParagraph): void {
	const reference = elementsOf(run).find((one) => one.name.endsWith('noteReference') && isCustomMark(one))
	if (reference === undefined) return
	const last = paragraph.marks.findLastIndex((mark) => mark.kind === 'note')
	const mark = paragraph.marks[last]
	if (mark?.kind !== 'note' || mark.length > 0) return
	const words = paragraph.text.slice(mark.at)
	const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
	const references = reading.noteIds[kind]
	const own = references.at(-1)
	if (own === undefined || !own.isOwn) return
	references[references.length - 1] = { ...own, mark: words }
	paragraph.marks[last] = { ...mark, length: words.length }
}

/** The mark that stands in the text where a note is referred to, and before the note's own words at the end. */
function noteMark(kind: 'footnote' | 'endnote', number: number): string {
	return kind === 'footnote' ? `〔脚注${number}〕` : `〔尾注${number}〕`
}
