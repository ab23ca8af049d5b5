import type { XmlElement } from '../parse-xml.ts'
import { elementsOf } from '../xml-element.ts'
import type { Carrier } from './carrier.ts'
import { NotCarried, type OwnDraft, spanOf } from './own-draft.server.ts'
import type { Edits } from './edits.ts'

type Kind = 'footnote' | 'endnote'

/** Brings notes of the other draft into the marked one, each once, under a number of its own. */
export function openNotes(
	base: OwnDraft,
	other: OwnDraft,
	carrier: Carrier,
	editsOf: (part: string) => Edits,
): (place: string) => string {
	const brought = new Map<string, string>()
	const free = { footnote: highest(base, 'footnote'), endnote: highest(base, 'endnote') }
	return (place) => {
		const known = brought.get(place)
		if (known !== undefined) return known
		const kind: Kind = place.startsWith('footnote') ? 'footnote' : 'endnote'
		const { part, root } = notesOf(base, kind)
		const note = other.trace.notes.get(place)
		const span = root === undefined ? undefined : spanOf(base, root)
		if (note === undefined || part === undefined || span === undefined || span.inside === span.end)
			throw new NotCarried(`no part for a ${kind}`)
		free[kind] += 1
		const id = String(free[kind])
		const inside = elementsOf(note).map((block) => carrier.raw(block))
		editsOf(part).insert(span.insideEnd, `<w:${kind} w:id="${id}">${inside.join('')}</w:${kind}>`)
		brought.set(place, id)
		return id
	}
}

function notesOf(
	{ source }: OwnDraft,
	kind: Kind,
): { part: string | undefined; root: XmlElement | undefined } {
	const part = source.relationshipsOf(source.mainPart).find((link) => link.type === `${kind}s`)?.target
	return { part, root: part === undefined ? undefined : source.part(part) }
}

function highest(base: OwnDraft, kind: Kind): number {
	const { root } = notesOf(base, kind)
	const ids = (root === undefined ? [] : elementsOf(root)).map((note) => Number(note.attributes.get('w:id')))
	return ids.reduce((most, id) => (Number.isSafeInteger(id) ? Math.max(most, id) : most), 0)
}
