import type { NodePlace } from '#app/domain/document/document-tree.ts'
import type { XmlElement } from '../parse-xml.ts'

/** Words of a paragraph, or what stands in it and is no word, with the element that it came from. */
export type Piece = {
	readonly kind: 'words' | 'note' | 'image' | 'box'
	/** Code units of the paragraph's text before it. */
	readonly from: number
	readonly text: string
	/** The run, or what stands in place of one, such as a formula. */
	readonly unit: XmlElement
	/** The element of the run that holds the words; the unit itself where it has no parts. */
	readonly child: XmlElement
	/** The place of a note or a text box, the hash of an image. */
	readonly target: string
}

/** The list and level that numbered a paragraph. */
export type NumberedBy = { readonly numberId: string; readonly depth: number }

/** A paragraph of the tree with the elements it was read from. */
export type ParagraphOrigin = {
	readonly place: NodePlace
	/** Several where the marks between them are deleted; the last one's properties count. */
	readonly elements: readonly XmlElement[]
	readonly pieces: readonly Piece[]
	readonly text: string
	readonly label: string
	readonly numbering: NumberedBy | null
	readonly style: string | undefined
}

/** Keeps, while a document is read, from which element each piece of its text came. */
export type Trace = {
	/** The run being read, and the element of it. */
	at: { readonly unit: XmlElement; readonly child: XmlElement } | null
	/** In the order in which they were read. */
	readonly paragraphs: Map<NodePlace, ParagraphOrigin>
	/** Tables, rows and cells by their places. */
	readonly nodes: Map<NodePlace, XmlElement>
	/** The ids of notes by their places. */
	readonly notes: Map<NodePlace, XmlElement>
}

export function openTrace(): Trace {
	return { at: null, paragraphs: new Map(), nodes: new Map(), notes: new Map() }
}

/** Runs `read` as the reading of this element of a run; what is within it belongs to it. */
export function within(trace: Trace | null, unit: XmlElement, child: XmlElement, read: () => void): void {
	if (trace === null || (trace.at !== null && trace.at.unit !== unit)) return read()
	const before = trace.at
	trace.at = before !== null && before.child !== before.unit ? before : { unit, child }
	read()
	trace.at = before
}
