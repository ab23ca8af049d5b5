import type { DraftFindingCode } from '../draft-reading.ts'
import { openFindingLog, type FindingLog } from '../finding-log.ts'
import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf, elementsOf, valueOf, wordsIn } from '../xml-element.ts'
import { openCounter, readListDefinitions } from './numbering.ts'
import { readBlocks } from './read-blocks.ts'
import { nameOpenFields } from './read-fields.ts'
import { noteMark } from './read-runs.ts'
import { addLines, IN_THE_OPEN, nameUnplaced, type Flow, type Reading } from './reading.ts'
import { readStyles } from './styles.ts'
import type { WordPackage } from './word-package.ts'

/**
 * Reads a checked Word package into lines, as Word shows it with tracked insertions in and tracked deletions out.
 * The notes stand at the end, each under the mark that refers to it. All else that a reader of the text would miss
 * goes into the log.
 */
export function readDocument(source: WordPackage, findings: FindingLog): string[] {
	const reading = openReading(source, findings)
	const flow: Flow = { lines: [], carry: null }
	const body = childOf(source.document, 'w:body')
	const shaded = childOf(source.document, 'w:background') !== undefined
	readBlocks(reading, body === undefined ? [] : elementsOf(body), { ...IN_THE_OPEN, shaded }, flow)
	for (const other of elementsOf(source.document))
		if (other !== body) nameUnplaced(reading, other, flow.lines.length, other.name)
	nameOpenFields(reading, flow.lines.length)
	const notes = [...readNotes(reading, 'footnote'), ...readNotes(reading, 'endnote')]
	nameHeadersAndFooters(reading)
	nameComments(reading)
	nameChangesLeft(reading)
	for (const [name, count] of reading.fieldCounts) findings.add('field', { name, count })
	return [...flow.lines, ...notes]
}

function openReading(source: WordPackage, findings: FindingLog): Reading {
	const styles = readStyles(linkedPart(source, 'styles'))
	const lists = readListDefinitions(linkedPart(source, 'numbering'), (styleId) =>
		valueOf(styles.paragraphProperty(styleId, 'w:numPr'), 'w:numId'),
	)
	return {
		source,
		part: source.mainPart,
		styles,
		lists,
		count: openCounter(lists),
		findings,
		openFields: [],
		fieldCounts: new Map(),
		noteIds: { footnote: [], endnote: [] },
		readBlocks,
	}
}

function linkedPart(source: WordPackage, type: string): XmlElement | undefined {
	const link = source.relationshipsOf(source.mainPart).find((one) => one.type === type)
	return link === undefined ? undefined : source.part(link.target)
}

function readNotes(reading: Reading, kind: 'footnote' | 'endnote'): string[] {
	const part =
		reading.source.relationshipsOf(reading.part).find((link) => link.type === `${kind}s`)?.target ?? ''
	const notes = new Map<string, XmlElement>()
	for (const note of elementsOf(reading.source.part(part) ?? EMPTY))
		if (note.name === `w:${kind}`) notes.set(note.attributes.get('w:id') ?? '', note)
	const all: Flow = { lines: [], carry: null }
	for (const [index, id] of reading.noteIds[kind].entries()) {
		const flow: Flow = { lines: [], carry: null }
		const note = notes.get(id) ?? EMPTY
		// Read once: a forged file may refer to one long note ten thousand times.
		notes.delete(id)
		readBlocks({ ...reading, part, openFields: [] }, elementsOf(note), IN_THE_OPEN, flow)
		const words = flow.lines.join('\n').trimStart()
		addLines(all, `${noteMark(kind, index + 1)}${words}`)
		reading.findings.add(kind, { name: noteMark(kind, index + 1), excerpt: words })
	}
	for (const note of notes.values())
		if (wordsIn(note).trim() !== '')
			reading.findings.add(kind, { kind: 'unreferenced', excerpt: wordsIn(note) })
	return all.lines
}

/** What of a header or footer is named like the same thing in the body; its words never enter the text. */
const NAMED_IN_MARGINS: ReadonlySet<DraftFindingCode> = new Set([
	'tracked-insertion',
	'tracked-deletion',
	'tracked-formatting',
	'image',
	'embedded-object',
])

function nameHeadersAndFooters(reading: Reading): void {
	const links = reading.source.relationshipsOf(reading.source.mainPart)
	for (const { type, target } of new Map(links.map((link) => [link.target, link])).values()) {
		const root = type === 'header' || type === 'footer' ? reading.source.part(target) : undefined
		if (root === undefined) continue
		const flow: Flow = { lines: [], carry: null }
		const findings = openFindingLog()
		readBlocks(
			{ ...reading, part: target, openFields: [], fieldCounts: new Map(), findings },
			elementsOf(root),
			IN_THE_OPEN,
			flow,
		)
		for (const { code, detail } of findings.list())
			if (NAMED_IN_MARGINS.has(code)) reading.findings.add(code, { ...detail, kind: type })
		// Word art, as watermarks are made of, has words but no line.
		const words = flow.lines.join(' ').trim() || wordsIn(root).trim()
		if (words !== '') reading.findings.add('header-footer', { name: target, excerpt: words })
	}
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
