import type { XmlElement } from '../parse-xml.ts'
import { childOf, elementsOf, integerOf, valueOf } from '../xml-element.ts'
import { isParagraphOutOfSight } from './hidden-layout.ts'
import { levelAlong } from './numbering.ts'
import { chooseBranch } from './read-graphic.ts'
import { nameBinding, readInline } from './read-runs.ts'
import { changedBy, nameFormatChange, readTable, shadedBy } from './read-table.ts'
import {
	addParagraph,
	addTextBox,
	nameStretches,
	nameUnplaced,
	nextLine,
	nextPlace,
	noteStretch,
	type Flow,
	type OpenParagraph,
	type Place,
	type Reading,
	type Words,
} from './reading.ts'
import { shapeOf } from './styles.ts'
import type { NumberedBy, Trace } from './trace.ts'
import { isGoneIn, propertiesIn } from './tracked-view.ts'
import { visibilityOf } from './visibility.ts'

/** Reads paragraphs, tables and what wraps them, in order, into blocks. */
export function readBlocks(
	reading: Reading,
	elements: readonly XmlElement[],
	place: Place,
	flow: Flow,
): void {
	for (const element of elements) readBlock(reading, element, place, flow)
	flushCarry(flow)
}

function readBlock(reading: Reading, element: XmlElement, place: Place, flow: Flow): void {
	const line = nextLine(flow)
	const inside = (elements: readonly XmlElement[], there: Place) => {
		for (const one of elements) readBlock(reading, one, there, flow)
	}
	switch (element.name) {
		case 'w:p':
			return readParagraph(reading, element, place, flow)
		case 'w:tbl':
			flushCarry(flow)
			return readTable(reading, element, place, flow)
		case 'w:sdt':
			nameBinding(reading, element, line)
			return inside(elementsOf(childOf(element, 'w:sdtContent') ?? element), place)
		case 'w:customXml':
		case 'w:smartTag':
			return inside(elementsOf(element), place)
		case 'w:ins':
		case 'w:moveTo':
		case 'w:del':
		case 'w:moveFrom':
			return inside(elementsOf(element), changedBy(reading, element, place))
		case 'mc:AlternateContent':
			return inside(elementsOf(chooseBranch(reading, element, line)), place)
		case 'w:sectPr':
			return nameFormatChange(reading, element, line)
		case 'w:subDoc':
			// A document within the document: Word shows its text here, and it is in another file.
			return reading.findings.add('unplaced-text', { line, kind: 'subdocument' })
		case 'w:altChunk':
			return nameChunk(reading, element, line)
		default:
			return nameUnplaced(reading, element, line, element.name)
	}
}

/** A part in another format, of which each program makes its own paragraphs when it opens the file. */
function nameChunk(reading: Reading, element: XmlElement, line: number): void {
	const part = reading.source.linkOf(reading.part, element.attributes.get('r:id'))?.target ?? ''
	const words = reading.chunkWords.get(part.toLowerCase()) ?? ''
	reading.findings.add('foreign-chunk', { line, name: part, excerpt: words })
}

function readParagraph(reading: Reading, element: XmlElement, outer: Place, flow: Flow): void {
	const properties = propertiesIn(reading.view, childOf(element, 'w:pPr'))
	const mark = childOf(properties, 'w:rPr')
	const style = valueOf(properties, 'w:pStyle') ?? reading.styles.defaultParagraph
	const { styles, page } = reading
	const shading = childOf(properties, 'w:shd') ?? styles.paragraphProperty(style, 'w:shd')
	const place = {
		...shadedBy(styles, shading, outer),
		paragraphStyle: style,
		outOfSight: outer.outOfSight || isParagraphOutOfSight(styles, page, properties, style),
	}
	const markGone =
		isGoneIn(reading.view, mark) || place.deleted || place.hidden || isMarkHidden(reading, mark, place)
	const paragraph: OpenParagraph = {
		text: '',
		marks: [],
		pieces: [],
		boxes: [],
		stretches: [],
		lastCode: null,
		line: nextLine(flow),
		place: nextPlace(flow),
		boxPlace: (index) => `${flow.place}/${flow.blocks.length + (markGone ? 0 : 1) + index}`,
	}
	const label = markGone ? '' : labelOf(reading, properties, style, paragraph)
	noteMarkChanges(paragraph, properties, mark)
	const around = enterParagraph(reading)
	readInline(reading, elementsOf(element), paragraph, place)
	if (reading.trace !== null) reading.trace.at = around
	nameStretches(reading, paragraph)
	const words = joinWords(flow.carry, withoutOuterBreaks(paragraph, reading.trace === null ? [] : [element]))
	flow.carry = markGone ? words : null
	if (!markGone) {
		const { text, marks } = words
		const numbering = numberedBy(reading, properties, style)
		reading.trace?.paragraphs.set(paragraph.place, {
			...words,
			label,
			numbering,
			style,
			place: paragraph.place,
		})
		addParagraph(flow, { label, text, marks, ...shapeOf(reading.styles, properties, style) })
	}
	for (const box of paragraph.boxes) addTextBox(flow, box)
}

/** What stands in a paragraph belongs to its runs, also where the paragraph is one of a text box in another run. */
function enterParagraph({ trace }: Reading): Trace['at'] {
	if (trace === null) return null
	const outer = trace.at
	trace.at = null
	return outer
}

/** Words left over when the last paragraph mark of a cell or a body was deleted or hidden. */
function flushCarry(flow: Flow): void {
	if (flow.carry !== null && flow.carry.text !== '')
		addParagraph(flow, {
			label: '',
			text: flow.carry.text,
			marks: flow.carry.marks,
			role: 'text',
			outline: null,
			align: null,
		})
	flow.carry = null
}

/** Line breaks at the ends of a paragraph turn a page or push words down; they part no words. */
function withoutOuterBreaks({ text, marks, pieces }: OpenParagraph, elements: readonly XmlElement[]): Words {
	let [from, to] = [0, text.length]
	while (from < to && text[from] === '\n') from += 1
	while (to > from && text[to - 1] === '\n') to -= 1
	return {
		text: text.slice(from, to),
		marks: marks.map((mark) => ({ ...mark, at: Math.min(Math.max(mark.at - from, 0), to - from) })),
		pieces: pieces
			.filter(({ kind, from: at }) => kind !== 'words' || (at >= from && at < to))
			.map((piece) => ({ ...piece, from: Math.min(Math.max(piece.from - from, 0), to - from) })),
		elements,
	}
}

function joinWords(before: Words | null, after: Words): Words {
	if (before === null) return after
	const shifted = after.marks.map((mark) => ({ ...mark, at: mark.at + before.text.length }))
	const moved = after.pieces.map((piece) => ({ ...piece, from: piece.from + before.text.length }))
	return {
		text: before.text + after.text,
		marks: [...before.marks, ...shifted],
		pieces: [...before.pieces, ...moved],
		elements: [...before.elements, ...after.elements],
	}
}

function isMarkDeleted(mark: XmlElement | undefined): boolean {
	return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined
}

function isMarkHidden(reading: Reading, mark: XmlElement | undefined, place: Place): boolean {
	return visibilityOf(reading.styles, mark, place) === 'hidden'
}

function noteMarkChanges(
	paragraph: OpenParagraph,
	properties: XmlElement | undefined,
	mark: XmlElement | undefined,
): void {
	if (childOf(mark, 'w:ins') !== undefined || childOf(mark, 'w:moveTo') !== undefined)
		noteStretch(paragraph, 'tracked-insertion', '')
	if (isMarkDeleted(mark)) noteStretch(paragraph, 'tracked-deletion', '')
	const numbering = childOf(properties, 'w:numPr')
	const section = childOf(properties, 'w:sectPr')
	const changed =
		childOf(properties, 'w:pPrChange') ??
		childOf(mark, 'w:rPrChange') ??
		childOf(section, 'w:sectPrChange') ??
		(numbering === undefined
			? undefined
			: (childOf(numbering, 'w:ins') ?? childOf(numbering, 'w:numberingChange')))
	if (changed !== undefined) noteStretch(paragraph, 'tracked-formatting', '')
}

/** The list and level of a paragraph, from its own properties or those of its style. */
function numberedBy(
	{ styles, lists, view }: Reading,
	properties: XmlElement | undefined,
	style: string | undefined,
): NumberedBy | null {
	const said = childOf(properties, 'w:numPr')
	const own = isGoneIn(view, said) ? undefined : said
	const { numberId: inherited, levels } = styles.numberingOf(style)
	const numberId = valueOf(own, 'w:numId') ?? inherited
	if (numberId === undefined || numberId === '0') return null
	const depth = integerOf(valueOf(own, 'w:ilvl') ?? levelAlong(lists, numberId, levels), 0)
	return { numberId, depth }
}

/** The automatic number before a paragraph, from its own properties or those of its style. */
function labelOf(
	reading: Reading,
	properties: XmlElement | undefined,
	style: string | undefined,
	paragraph: OpenParagraph,
): string {
	const numbering = numberedBy(reading, properties, style)
	if (numbering === null) return ''
	const label = reading.count(numbering.numberId, numbering.depth)
	if (label === null) return ''
	if (label.unknownFormat !== null)
		reading.findings.add('unplaced-text', {
			line: paragraph.line,
			kind: 'number-format',
			name: label.unknownFormat,
		})
	if (label.uncertain)
		reading.findings.add('uncertain-number', { line: paragraph.line, excerpt: label.text.trim() })
	if (!label.hidden) return label.text
	noteStretch(paragraph, 'hidden-text', label.text)
	return ''
}
