import type { Block, Mark, NodePlace, Paragraph } from '#app/domain/document/document-tree.ts'
import { linesOfBlocks } from '#app/domain/document/plain-lines.ts'
import type { DraftFindingCode } from '../draft-reading.ts'
import type { FindingLog } from '../finding-log.ts'
import type { XmlElement } from '../parse-xml.ts'
import { wordsIn } from '../xml-element.ts'
import type { Counter, ListDefinitions } from './numbering.ts'
import type { PageSize } from './hidden-layout.ts'
import type { Styles } from './styles.ts'
import type { Piece, Trace } from './trace.ts'
import type { TrackedView } from './tracked-view.ts'
import type { Ground } from './visibility.ts'
import type { WordPackage } from './word-package.ts'

/** What the reader carries through a document. */
export type Reading = {
	readonly source: WordPackage
	/** The words of parts in another format, by the part's name in lower case. */
	readonly chunkWords: ReadonlyMap<string, string>
	/** The part being read: relationship ids are counted per part. */
	readonly part: string
	readonly styles: Styles
	readonly lists: ListDefinitions
	readonly page: PageSize
	readonly count: Counter
	readonly findings: FindingLog
	/** Which state of the tracked changes is read. */
	readonly view: TrackedView
	/** Null where nobody asks from where the words came. */
	readonly trace: Trace | null
	/** Fields begun and not ended, outermost first. */
	readonly openFields: OpenField[]
	readonly fieldCounts: Map<string, number>
	/** Notes in the order in which the text refers to them. */
	readonly noteIds: { readonly footnote: NoteReference[]; readonly endnote: NoteReference[] }
	/** Reads block content; carried here because text boxes hold blocks inside runs. */
	readonly readBlocks: (reading: Reading, elements: readonly XmlElement[], place: Place, flow: Flow) => void
}

/** A reference to a note: the note's id, how it is marked in the text, and how many notes Word has counted with it. */
export type NoteReference = {
	readonly id: string
	readonly mark: string
	/** The author's own mark, which Word does not count. */
	readonly isOwn: boolean
	readonly counted: number
}

export type OpenField = {
	instruction: string
	/** False between the field's begin and its separator, where its words are code and do not show. */
	inResult: boolean
	/** Begun within the code of another field: nothing of it shows. */
	readonly insideCode: boolean
	result: string
	/** Marked to be computed again when the file is opened. */
	readonly dirty: boolean
	readonly form: XmlElement | undefined
}

/** Words with what stands in them, as they come into a paragraph. */
export type Words = {
	readonly text: string
	readonly marks: readonly Mark[]
	/** Where they came from, in a reading that is traced. */
	readonly pieces: readonly Piece[]
	readonly elements: readonly XmlElement[]
}

/** The blocks of a node as they come out; `carry` holds words whose paragraph mark was deleted or hidden. */
export type Flow = {
	/** The node that holds the blocks. */
	readonly place: NodePlace
	readonly blocks: Block[]
	/** Lines of text written so far, of this flow and those around it. */
	readonly count: { lines: number }
	carry: Words | null
}

export function openFlow(place: NodePlace, count = { lines: 0 }): Flow {
	return { place, blocks: [], count, carry: null }
}

/** The place of the next block of a flow. */
export function nextPlace(flow: Flow): NodePlace {
	return `${flow.place}/${flow.blocks.length}`
}

/** The line of the text, from 1, at which the next block begins. */
export function nextLine(flow: Flow): number {
	return flow.count.lines + 1
}

/** What surrounds a run. */
export type Place = Ground & {
	readonly inserted: boolean
	readonly deleted: boolean
	readonly hidden: boolean
	/** In a paragraph, row or drawing that the layout puts out of sight. */
	readonly outOfSight: boolean
}

/** A paragraph being put together. */
export type OpenParagraph = {
	text: string
	readonly marks: Mark[]
	readonly pieces: Piece[]
	/** The blocks of the text boxes anchored in it. */
	readonly boxes: (readonly Block[])[]
	/** Stretches of words that must be named; neighbours of one kind are joined. */
	readonly stretches: { readonly code: DraftFindingCode; text: string }[]
	lastCode: DraftFindingCode | null
	readonly line: number
	readonly place: NodePlace
	/** The place of the n-th text box anchored in it, from 0. */
	readonly boxPlace: (index: number) => NodePlace
}

export const IN_THE_OPEN: Place = {
	inserted: false,
	deleted: false,
	hidden: false,
	outOfSight: false,
	shaded: false,
	fill: null,
	paragraphStyle: undefined,
	tableStyle: undefined,
}

/** How words look that are in the text and hard or impossible to see there. */
export type Look = 'faint-text' | 'struck-text' | 'hidden-by-layout' | null

/** Puts words where they belong: into the text, or out of it with a finding that names them. */
export function placeWords(
	reading: Reading,
	paragraph: OpenParagraph,
	place: Place,
	words: string,
	look: Look = null,
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
	tracePiece(reading, paragraph, 'words', words)
	paragraph.text += words
}

/** Remembers from which element a piece of a paragraph comes, where somebody asks. */
export function tracePiece(
	{ trace }: Reading,
	paragraph: OpenParagraph,
	kind: Piece['kind'],
	text: string,
	target = '',
): void {
	const at = trace?.at ?? null
	if (at !== null) paragraph.pieces.push({ kind, from: paragraph.text.length, text, ...at, target })
}

/** Adds a text box whose blocks were read at its place. */
export function addTextBox(flow: Flow, blocks: readonly Block[]): void {
	flow.blocks.push({ kind: 'text-box', place: nextPlace(flow), blocks })
	flow.count.lines += linesOfBlocks(blocks).length
}

/** Adds a paragraph, and counts its lines. */
export function addParagraph(flow: Flow, paragraph: Omit<Paragraph, 'kind' | 'place'>): void {
	flow.blocks.push({ kind: 'paragraph', place: nextPlace(flow), ...paragraph })
	flow.count.lines += paragraph.text.split('\n').length
}

export function noteStretch(paragraph: OpenParagraph, code: DraftFindingCode, words: string): void {
	const last = paragraph.stretches.at(-1)
	if (last?.code === code && paragraph.lastCode === code) last.text += words
	else paragraph.stretches.push({ code, text: words })
	paragraph.lastCode = code
}

/** Names the stretches of a finished paragraph. Blanks that nobody sees change nothing that anybody reads. */
export function nameStretches(reading: Reading, paragraph: OpenParagraph): void {
	for (const { code, text } of paragraph.stretches) {
		if (UNSEEN.has(code) && text.trim() === '') continue
		reading.findings.add(code, { line: paragraph.line, excerpt: text })
	}
}

const UNSEEN: ReadonlySet<DraftFindingCode> = new Set([
	'hidden-text',
	'faint-text',
	'struck-text',
	'hidden-by-layout',
])

/** Names an element whose words have no place in the text; an element without words is layout and passes. */
export function nameUnplaced(reading: Reading, element: XmlElement, line: number, kind: string): void {
	const words = wordsIn(element)
	if (words.trim() !== '') reading.findings.add('unplaced-text', { line, kind, excerpt: words })
}
