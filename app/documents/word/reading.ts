import type { DraftFindingCode } from '../draft-reading.ts'
import type { FindingLog } from '../finding-log.ts'
import type { XmlElement } from '../parse-xml.ts'
import { wordsIn } from '../xml-element.ts'
import type { Counter, ListDefinitions } from './numbering.ts'
import type { Styles } from './styles.ts'
import type { WordPackage } from './word-package.ts'

/** What the reader carries through a document. */
export type Reading = {
	readonly source: WordPackage
	/** The part being read: relationship ids are counted per part. */
	readonly part: string
	readonly styles: Styles
	readonly lists: ListDefinitions
	readonly count: Counter
	readonly findings: FindingLog
	/** Fields begun and not ended, outermost first. */
	readonly openFields: OpenField[]
	readonly fieldCounts: Map<string, number>
	/** Notes in the order in which the text refers to them. */
	readonly noteIds: { readonly footnote: string[]; readonly endnote: string[] }
	/** Reads block content; carried here because text boxes hold blocks inside runs. */
	readonly readBlocks: (reading: Reading, elements: readonly XmlElement[], place: Place, flow: Flow) => void
}

export type OpenField = {
	instruction: string
	/** False between the field's begin and its separator, where its words are code and do not show. */
	inResult: boolean
	/** Begun within the code of another field: nothing of it shows. */
	readonly insideCode: boolean
	result: string
	readonly form: XmlElement | undefined
}

/** Lines as they come out; `carry` holds words whose paragraph mark was deleted or hidden. */
export type Flow = { readonly lines: string[]; carry: string | null }

/** What surrounds a run. */
export type Place = {
	readonly inserted: boolean
	readonly deleted: boolean
	readonly hidden: boolean
	/** On a filled ground, where white words can be read. */
	readonly shaded: boolean
	readonly paragraphStyle: string | undefined
}

/** A paragraph being put together. */
export type Paragraph = {
	text: string
	/** Lines of the text boxes anchored in it. */
	readonly boxes: string[]
	/** Stretches of words that must be named; neighbours of one kind are joined. */
	readonly stretches: { readonly code: DraftFindingCode; text: string }[]
	lastCode: DraftFindingCode | null
	readonly line: number
}

export const IN_THE_OPEN: Place = {
	inserted: false,
	deleted: false,
	hidden: false,
	shaded: false,
	paragraphStyle: undefined,
}

/** Puts words where they belong: into the text, or out of it with a finding that names them. */
export function placeWords(
	reading: Reading,
	paragraph: Paragraph,
	place: Place,
	words: string,
	look: 'faint-text' | 'struck-text' | null = null,
): void {
	if (words === '') return
	const field = reading.openFields.at(-1)
	if (field !== undefined && (field.insideCode || !field.inResult)) {
		field.instruction += words
		return
	}
	if (field !== undefined) field.result += words
	if (place.deleted) return noteStretch(paragraph, 'tracked-deletion', words)
	if (place.inserted) noteStretch(paragraph, 'tracked-insertion', words)
	if (place.hidden) return noteStretch(paragraph, 'hidden-text', words)
	if (look) noteStretch(paragraph, look, words)
	else if (!place.inserted) paragraph.lastCode = null
	paragraph.text += words
}

/** Adds the lines of words that may hold line breaks. */
export function addLines(flow: Flow, words: string): void {
	for (const line of words.split('\n')) flow.lines.push(line)
}

export function noteStretch(paragraph: Paragraph, code: DraftFindingCode, words: string): void {
	const last = paragraph.stretches.at(-1)
	if (last?.code === code && paragraph.lastCode === code) last.text += words
	else paragraph.stretches.push({ code, text: words })
	paragraph.lastCode = code
}

/** Names the stretches of a finished paragraph. Blanks that nobody sees change nothing that anybody reads. */
export function nameStretches(reading: Reading, paragraph: Paragraph): void {
	for (const { code, text } of paragraph.stretches) {
		if (UNSEEN.has(code) && text.trim() === '') continue
		reading.findings.add(code, { line: paragraph.line, excerpt: text })
	}
}

const UNSEEN: ReadonlySet<DraftFindingCode> = new Set(['hidden-text', 'faint-text', 'struck-text'])

/** Names an element whose words have no place in the text; an element without words is layout and passes. */
export function nameUnplaced(reading: Reading, element: XmlElement, line: number, kind: string): void {
	const words = wordsIn(element)
	if (words.trim() !== '') reading.findings.add('unplaced-text', { line, kind, excerpt: words })
}
