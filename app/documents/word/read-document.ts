import type { DocumentTree, Note } from '#app/domain/document/document-tree.ts'
import { linesOfBlocks } from '#app/domain/document/plain-lines.ts'
import type { FindingLog } from '../finding-log.ts'
import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf, elementsOf, wordsIn } from '../xml-element.ts'
import { openCounter, readListDefinitions } from './numbering.ts'
import { readBlocks } from './read-blocks.ts'
import { nameFieldUpdate, nameOpenFields } from './read-fields.ts'
import { readMargins } from './read-margins.ts'
import { IN_THE_OPEN, nameUnplaced, openFlow, type Flow, type Reading } from './reading.ts'
import { readThemeColours } from './colours.ts'
import { pageSizeOf } from './hidden-layout.ts'
import { readStyles } from './styles.ts'
import type { Trace } from './trace.ts'
import { AFTER, type TrackedView } from './tracked-view.ts'
import type { WordPackage } from './word-package.ts'

/**
 * Reads a checked Word package into a tree, as Word shows it with tracked insertions in and tracked deletions out, or, in a
 * view from before them, the other way round. All
 * else that a reader of the document would miss goes into the log.
 */
export function readDocument(
	source: WordPackage,
	chunkWords: ReadonlyMap<string, string>,
	findings: FindingLog,
	{ view = AFTER, trace = null }: { readonly view?: TrackedView; readonly trace?: Trace | null } = {},
): DocumentTree {
	const reading = openReading(source, chunkWords, findings, { view, trace })
	const flow = openFlow('body')
	const body = childOf(source.document, 'w:body')
	const shaded = childOf(source.document, 'w:background') !== undefined
	readBlocks(reading, body === undefined ? [] : elementsOf(body), { ...IN_THE_OPEN, shaded }, flow)
	for (const other of elementsOf(source.document))
		if (other !== body) nameUnplaced(reading, other, flow.count.lines, other.name)
	nameOpenFields(reading, flow.count.lines)
	nameFieldUpdate(reading, linkedPart(source, 'settings'))
	const notes = (['footnote', 'endnote'] as const).flatMap((kind) => readNotes(reading, kind, flow.count))
	const margins = readMargins(reading)
	nameComments(reading)
	for (const { type, target } of source.unreadLinks)
		findings.add('unread-link', { name: type, excerpt: target })
	nameChangesLeft(reading)
	for (const [name, count] of reading.fieldCounts) if (name !== '') findings.add('field', { name, count })
	return { form: 1, body: flow.blocks, notes, margins }
}

function openReading(
	source: WordPackage,
	chunkWords: Reading['chunkWords'],
	findings: FindingLog,
	asked: Pick<Reading, 'view' | 'trace'>,
): Reading {
	const { styles, lists } = readLayout(source)
	return {
		source,
		chunkWords,
		part: source.mainPart,
		styles,
		lists,
		page: pageSizeOf(source.document),
		count: openCounter(lists),
		findings,
		...asked,
		openFields: [],
		fieldCounts: new Map(),
		noteIds: { footnote: [], endnote: [] },
		readBlocks,
	}
}

/** The styles and lists of a document. */
export function readLayout(source: WordPackage): Pick<Reading, 'styles' | 'lists'> {
	const styles = readStyles(linkedPart(source, 'styles'), readThemeColours(linkedPart(source, 'theme')))
	const lists = readListDefinitions(
		linkedPart(source, 'numbering'),
		(styleId) => styles.numberingOf(styleId).numberId,
	)
	return { styles, lists }
}

function linkedPart(source: WordPackage, type: string): XmlElement | undefined {
	const link = source.relationshipsOf(source.mainPart).find((one) => one.type === type)
	return link === undefined ? undefined : source.part(link.target)
}

function readNotes(reading: Reading, kind: Note['kind'], count: Flow['count']): Note[] {
	const part =
		reading.source.relationshipsOf(reading.part).find((link) => link.type === `${kind}s`)?.target ?? ''
	const elements = new Map<string, XmlElement>()
	for (const note of elementsOf(reading.source.part(part) ?? EMPTY))
		if (note.name === `w:${kind}`) elements.set(note.attributes.get('w:id') ?? '', note)
	const notes = reading.noteIds[kind].map(({ id, mark }, index): Note => {
		const place = `${kind}/${index}`
		const flow = openFlow(place, count)
		const element = elements.get(id) ?? EMPTY
		// Read once: a forged file may refer to one long note ten thousand times.
		elements.delete(id)
		reading.trace?.notes.set(place, element)
		readBlocks({ ...reading, part, openFields: [] }, elementsOf(element), IN_THE_OPEN, flow)
		if (flow.blocks.length === 0) count.lines += 1
		reading.findings.add(kind, { name: mark, excerpt: linesOfBlocks(flow.blocks).join('\n').trimStart() })
		return { kind, place, mark, blocks: flow.blocks }
	})
	for (const note of elements.values())
		if (wordsIn(note).trim() !== '')
			reading.findings.add(kind, { kind: 'unreferenced', excerpt: wordsIn(note) })
	return notes
}

const CHANGE = /^w:(ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change|customXml\w+RangeStart)$/

/** A change in a place where none was looked for is a change all the same: one that nothing named is named here. */
function nameChangesLeft({ source, findings }: Reading): void {
	if (findings.has('tracked-insertion', 'tracked-deletion', 'tracked-formatting')) return
	for (const element of descendantsOf(source.document))
		if (CHANGE.test(element.name)) return findings.add('tracked-formatting', { kind: element.name })
}

function nameComments(reading: Reading): void {
	for (const comment of elementsOf(linkedPart(reading.source, 'comments') ?? EMPTY))
		if (comment.name === 'w:comment')
			reading.findings.add('comment', {
				excerpt: wordsIn(comment),
				name: comment.attributes.get('w:author') ?? '',
			})
}

const EMPTY: XmlElement = { name: '', attributes: new Map(), children: [] }
