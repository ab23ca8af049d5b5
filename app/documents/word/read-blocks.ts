import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf, elementsOf, integerOf, toggleOf, valueOf, wordsIn } from '../xml-element.ts'
import { levelOfStyle } from './numbering.ts'
import { chooseBranch } from './read-graphic.ts'
import { nameBinding, readInline } from './read-runs.ts'
import {
	addLines,
	nameStretches,
	nameUnplaced,
	noteStretch,
	type Flow,
	type Paragraph,
	type Place,
	type Reading,
} from './reading.ts'
import { isShaded, visibilityOf } from './styles.ts'

/** Reads paragraphs, tables and what wraps them, in order, into lines. */
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
	const line = flow.lines.length + 1
	const inside = (elements: readonly XmlElement[], there: Place) => {
		for (const one of elements) readBlock(reading, one, there, flow)
	}
	switch (element.name) {
		case 'w:p':
			return readParagraph(reading, element, place, flow)
		case 'w:tbl':
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
			return inside(elementsOf(element), changedBy(element, place))
		case 'mc:AlternateContent':
			return inside(elementsOf(chooseBranch(reading, element, line)), place)
		case 'w:sectPr':
			return nameFormatChange(reading, element, line)
		case 'w:subDoc':
			// A document within the document: Word shows its text here, and it is in another file.
			return reading.findings.add('unplaced-text', { line, kind: 'subdocument' })
		default:
			return nameUnplaced(reading, element, line, element.name)
	}
}

function readParagraph(reading: Reading, element: XmlElement, outer: Place, flow: Flow): void {
	const properties = childOf(element, 'w:pPr')
	const mark = childOf(properties, 'w:rPr')
	const style = valueOf(properties, 'w:pStyle') ?? reading.styles.defaultParagraph
	const shading = childOf(properties, 'w:shd') ?? reading.styles.paragraphProperty(style, 'w:shd')
	const place = { ...outer, paragraphStyle: style, shaded: outer.shaded || isShaded(shading) }
	const paragraph: Paragraph = {
		text: '',
		boxes: [],
		stretches: [],
		lastCode: null,
		line: flow.lines.length + 1,
	}

	const markGone = isMarkDeleted(mark) || place.deleted || place.hidden || isMarkHidden(reading, mark, style)
	const label = markGone ? '' : labelOf(reading, properties, style, paragraph)
	noteMarkChanges(paragraph, properties, mark)
	readInline(reading, elementsOf(element), paragraph, place)
	nameStretches(reading, paragraph)
	const words = `${flow.carry ?? ''}${paragraph.text.replaceAll(/^\n+|\n+$/g, '')}`
	flow.carry = markGone ? words : null
	if (!markGone) addLines(flow, `${label}${words}`)
	for (const line of paragraph.boxes) flow.lines.push(line)
}

/** Words left over when the last paragraph mark of a cell or a body was deleted or hidden. */
function flushCarry(flow: Flow): void {
	if (flow.carry !== null && flow.carry !== '') addLines(flow, flow.carry)
	flow.carry = null
}

function isMarkDeleted(mark: XmlElement | undefined): boolean {
	return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined
}

function isMarkHidden(reading: Reading, mark: XmlElement | undefined, style: string | undefined): boolean {
	return visibilityOf(reading.styles, mark, style, true) === 'hidden'
}

function noteMarkChanges(
	paragraph: Paragraph,
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

/** The automatic number before a paragraph, from its own properties or those of its style. */
function labelOf(
	reading: Reading,
	properties: XmlElement | undefined,
	style: string | undefined,
	paragraph: Paragraph,
): string {
	const own = childOf(properties, 'w:numPr')
	const inherited = reading.styles.paragraphProperty(style, 'w:numPr')
	const numberId = valueOf(own, 'w:numId') ?? valueOf(inherited, 'w:numId')
	if (numberId === undefined || numberId === '0') return ''
	const said =
		valueOf(own, 'w:ilvl') ??
		(valueOf(own, 'w:numId') === undefined ? valueOf(inherited, 'w:ilvl') : undefined)
	const depth =
		said === undefined
			? levelOfStyle(reading.lists, numberId, reading.styles.chainOf(style))
			: integerOf(said, 0)
	const label = reading.count(numberId, depth)
	if (label === null) return ''
	if (label.unknownFormat !== null)
		reading.findings.add('unplaced-text', {
			line: paragraph.line,
			kind: 'number-format',
			name: label.unknownFormat,
		})
	if (!label.hidden) return label.text
	noteStretch(paragraph, 'hidden-text', label.text)
	return ''
}

function readTable(reading: Reading, table: XmlElement, place: Place, flow: Flow): void {
	flushCarry(flow)
	const properties = childOf(table, 'w:tblPr')
	const cells = partsIn(table, 'w:tr').flatMap((row) => partsIn(row, 'w:tc')).length
	const line = flow.lines.length + 1
	if (!place.deleted) reading.findings.add('table', { line, count: cells, excerpt: wordsIn(table) })
	nameFormatChange(reading, properties, line)
	nameFormatChange(reading, childOf(table, 'w:tblGrid'), line)
	const shaded =
		place.shaded ||
		isShaded(childOf(properties, 'w:shd')) ||
		reading.styles.shades(valueOf(properties, 'w:tblStyle'))
	readParts(reading, table, 'w:tr', { ...place, shaded }, flow)
}

function readRow(reading: Reading, row: XmlElement, outer: Place, flow: Flow): void {
	const properties = childOf(row, 'w:trPr')
	const line = flow.lines.length + 1
	const inserted = childOf(properties, 'w:ins') !== undefined
	const deleted = childOf(properties, 'w:del') !== undefined
	if (inserted) reading.findings.add('tracked-insertion', { line, kind: 'row', excerpt: wordsIn(row) })
	if (deleted) reading.findings.add('tracked-deletion', { line, kind: 'row', excerpt: wordsIn(row) })
	nameFormatChange(reading, properties, line)
	const hidden = outer.hidden || (toggleOf(properties, 'w:hidden') ?? false)
	readParts(reading, row, 'w:tc', { ...outer, deleted: outer.deleted || deleted, hidden }, flow)
}

function readCell(reading: Reading, cell: XmlElement, outer: Place, flow: Flow): void {
	const properties = childOf(cell, 'w:tcPr')
	const line = flow.lines.length + 1
	nameFormatChange(reading, properties, line)
	if (isMergedAway(properties)) {
		if (wordsIn(cell).trim() !== '')
			reading.findings.add('hidden-text', { line, kind: 'merged-cell', excerpt: wordsIn(cell) })
		return
	}
	const shaded = outer.shaded || isShaded(childOf(properties, 'w:shd'))
	const content = elementsOf(cell).filter((element) => element.name !== 'w:tcPr')
	readBlocks(reading, content, { ...outer, shaded }, flow)
}

/** Word shows nothing of a cell that continues a merged one. */
function isMergedAway(properties: XmlElement | undefined): boolean {
	return ['w:vMerge', 'w:hMerge'].some((name) => {
		const merge = childOf(properties, name)
		return merge !== undefined && merge.attributes.get('w:val') !== 'restart'
	})
}

/**
 * Reads the rows of a table or the cells of a row, through the controls and changes that may wrap them. What stands
 * loose between them shows nowhere in Word: its words are named.
 */
function readParts(
	reading: Reading,
	element: XmlElement,
	name: 'w:tr' | 'w:tc',
	place: Place,
	flow: Flow,
): void {
	for (const part of elementsOf(element)) {
		const line = flow.lines.length + 1
		if (part.name === name) (name === 'w:tr' ? readRow : readCell)(reading, part, place, flow)
		else if (!WRAPPERS.has(part.name)) nameUnplaced(reading, part, line, part.name)
		else {
			nameBinding(reading, part, line)
			readParts(reading, part, name, changedBy(part, place), flow)
		}
	}
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

function changedBy({ name }: XmlElement, place: Place): Place {
	if (name === 'w:ins' || name === 'w:moveTo') return { ...place, inserted: true }
	return name === 'w:del' || name === 'w:moveFrom' ? { ...place, deleted: true } : place
}

/** The rows of a table or the cells of a row, whatever wraps them. */
function partsIn(element: XmlElement, name: 'w:tr' | 'w:tc'): XmlElement[] {
	return elementsOf(element).flatMap((part) => {
		if (part.name === name) return [part]
		return WRAPPERS.has(part.name) ? partsIn(part, name) : []
	})
}

/** Tracked changes of layout: `w:tblPrChange`, `w:cellIns`, `w:sectPrChange` and their kin. */
function nameFormatChange(reading: Reading, properties: XmlElement | undefined, line: number): void {
	if (properties === undefined) return
	for (const element of descendantsOf(properties))
		if (/^w:(\w+Change|cellIns|cellDel|cellMerge)$/.test(element.name)) {
			reading.findings.add('tracked-formatting', { line, kind: element.name })
			return
		}
}
