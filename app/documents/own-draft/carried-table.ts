import type { Table } from '#app/domain/document/document-tree.ts'
import type { XmlElement } from '../parse-xml.ts'
import type { ParagraphOrigin } from '../word/trace.ts'
import { childOf, elementsOf } from '../xml-element.ts'
import { carriedWords, writtenNumber } from './carried-words.ts'
import { paragraphProperties, propertiesOn } from './paragraph-properties.ts'
import { stretchOf } from './stretch.ts'
import { elementAt } from './own-draft.server.ts'
import type { Writer } from './writer.ts'

/** A table that only the other draft has, whose rows came or went. */
export function carriedTable(writer: Writer, table: Table | null): string {
	if (table === null) return ''
	return carriedTableElement(writer, elementAt(writer.other, table.place), true)
}

function carriedTableElement(writer: Writer, element: XmlElement, isMarked: boolean): string {
	const parts = elementsOf(element).flatMap((part) => {
		if (part.name === 'w:tblPr' || part.name === 'w:tblGrid') return [withoutChanges(writer, part)]
		return rowsIn(part).map((row) => carriedRow(writer, row, isMarked))
	})
	return `<w:tbl>${parts.join('')}</w:tbl>`
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

function rowsIn(part: XmlElement): XmlElement[] {
	if (part.name === 'w:tr') return [part]
	return WRAPPERS.has(part.name) ? elementsOf(part).flatMap(rowsIn) : []
}

function cellsIn(part: XmlElement): XmlElement[] {
	if (part.name === 'w:tc') return [part]
	return WRAPPERS.has(part.name) ? elementsOf(part).flatMap(cellsIn) : []
}

/** A row that only the other draft has. */
export function carriedRow(writer: Writer, row: XmlElement, isMarked: boolean): string {
	const properties = childOf(row, 'w:trPr')
	if (childOf(properties, 'w:del') !== undefined) return ''
	const mark = isMarked ? `<w:${writer.theirs === 'inserted' ? 'ins' : 'del'} ${writer.change()}/>` : ''
	const exception = childOf(row, 'w:tblPrEx')
	const kept = propertiesWithout(writer, properties, ROW_CHANGES)
	const own = kept === '' && mark === '' ? '' : `<w:trPr>${kept}${mark}</w:trPr>`
	const cells = elementsOf(row).flatMap(cellsIn)
	return [
		'<w:tr>',
		exception === undefined ? '' : withoutChanges(writer, exception),
		own,
		...cells.map((cell) => carriedCell(writer, cell, 'row')),
		'</w:tr>',
	].join('')
}

const ROW_CHANGES = new Set(['w:ins', 'w:del', 'w:trPrChange', 'w:divId', 'w:cnfStyle'])
const CELL_CHANGES = new Set(['w:cellIns', 'w:cellDel', 'w:cellMerge', 'w:tcPrChange', 'w:cnfStyle'])

/** A cell of such a row, or one of a column that only the other draft has. */
export function carriedCell(writer: Writer, cell: XmlElement, of: 'row' | 'column'): string {
	const properties = childOf(cell, 'w:tcPr')
	if (childOf(properties, 'w:cellDel') !== undefined) return ''
	const mark =
		of === 'column' ? `<w:${writer.theirs === 'inserted' ? 'cellIns' : 'cellDel'} ${writer.change()}/>` : ''
	const kept = propertiesWithout(writer, properties, CELL_CHANGES)
	const own = kept === '' && mark === '' ? '' : `<w:tcPr>${kept}${mark}</w:tcPr>`
	const blocks = elementsOf(cell).flatMap((block) => carriedBlock(writer, block))
	const isWhole = blocks.at(-1)?.startsWith('<w:p') === true
	return `<w:tc>${own}${blocks.join('')}${isWhole ? '' : '<w:p/>'}</w:tc>`
}

function carriedBlock(writer: Writer, block: XmlElement): string[] {
	if (block.name === 'w:tbl') return [carriedTableElement(writer, block, true)]
	if (block.name === 'w:p') {
		const origin = originsOf(writer).get(block)
		return origin === undefined ? [] : [carriedParagraph(writer, origin)]
	}
	return WRAPPERS.has(block.name) ? elementsOf(block).flatMap((inside) => carriedBlock(writer, inside)) : []
}

function carriedParagraph(writer: Writer, origin: ParagraphOrigin): string {
	const stretch = stretchOf(origin, writer.signs)
	const segment = { kind: writer.theirs, text: stretch.words }
	const both = writer.side === 'old' ? { old: null, new: stretch } : { old: stretch, new: null }
	const own = propertiesOn(writer, '', both, writer.side === 'old' ? 'new' : 'old')
	const properties = paragraphProperties(writer, '', {
		after: own,
		before: null,
		mark: segment,
		element: null,
	})
	const words = carriedWords(writer, { stretch, from: 0, to: stretch.words.length }, segment)
	return `<w:p>${properties}${writtenNumber(writer, stretch, segment)}${words}</w:p>`
}

const origins = new WeakMap<Writer['other'], Map<XmlElement, ParagraphOrigin>>()

/** Paragraphs of the other draft by the element that bears their mark. */
function originsOf({ other }: Writer): Map<XmlElement, ParagraphOrigin> {
	const known = origins.get(other)
	if (known !== undefined) return known
	const all = new Map<XmlElement, ParagraphOrigin>()
	for (const origin of other.trace.paragraphs.values()) {
		const last = origin.elements.at(-1)
		if (last !== undefined) all.set(last, origin)
	}
	origins.set(other, all)
	return all
}

function propertiesWithout(
	writer: Writer,
	properties: XmlElement | undefined,
	names: ReadonlySet<string>,
): string {
	return (properties === undefined ? [] : elementsOf(properties))
		.filter(({ name }) => !names.has(name))
		.map((one) => writer.carrier.raw(one))
		.join('')
}

function withoutChanges(writer: Writer, element: XmlElement): string {
	const inside = elementsOf(element).filter(({ name }) => !/Change$/.test(name))
	return `<${element.name}>${inside.map((one) => writer.carrier.raw(one)).join('')}</${element.name}>`
}
