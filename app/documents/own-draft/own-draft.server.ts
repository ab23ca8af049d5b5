import { unzipSync } from 'fflate'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import { accept, type Result } from '#app/domain/result.ts'
import type { DraftRefused } from '../draft-reading.ts'
import { openFindingLog } from '../finding-log.ts'
import { openPackage } from '../open-package.server.ts'
import type { Span, XmlElement, XmlSource } from '../parse-xml.ts'
import type { ListDefinitions } from '../word/numbering.ts'
import { readDocument, readLayout } from '../word/read-document.ts'
import type { Styles } from '../word/styles.ts'
import { type Trace, openTrace } from '../word/trace.ts'
import { type WordPackage, readWordPackage } from '../word/word-package.ts'

/** A drafter's Word file, read and with the place of every word in its parts, so that it can be written anew. */
export type OwnDraft = {
	readonly source: WordPackage
	readonly document: DocumentTree
	readonly trace: Trace
	readonly lists: ListDefinitions
	readonly styles: Styles
	readonly xml: XmlSource
	/** The bytes of every part, by its name. */
	readonly parts: Readonly<Record<string, Uint8Array>>
}

/** Opens a Word file within the same bounds and by the same rules as every draft. */
export async function openOwnDraft(bytes: Uint8Array): Promise<Result<OwnDraft, DraftRefused>> {
	const opened = await openPackage(bytes)
	if (!opened.ok) return opened
	const xml: XmlSource = { texts: new Map(), spans: new WeakMap() }
	const source = readWordPackage(opened.value, xml)
	if (!source.ok) return source
	const trace = openTrace()
	const document = readDocument(source.value, new Map(), openFindingLog(), { trace })
	return accept({
		source: source.value,
		document,
		trace,
		...readLayout(source.value),
		xml,
		parts: unzipSync(bytes),
	})
}

/** A file that has something which cannot be written into another; the caller falls back to the typeset form. */
export class NotCarried extends Error {}

export function spanOf({ xml }: OwnDraft, element: XmlElement): Span {
	const span = xml.spans.get(element)
	if (span === undefined) throw new NotCarried(`no place of ${element.name}`)
	return span
}

/** The text of a part. */
export function textOfPart({ xml }: OwnDraft, part: string): string {
	const text = xml.texts.get(part.toLowerCase())
	if (text === undefined) throw new NotCarried(`no part ${part}`)
	return text
}

/** The table, row or cell at a place. */
export function elementAt(draft: OwnDraft, place: string): XmlElement {
	const element = draft.trace.nodes.get(place)
	if (element === undefined) throw new NotCarried(`no element of ${place}`)
	return element
}
