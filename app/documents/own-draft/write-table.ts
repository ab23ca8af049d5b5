import type { Row } from '#app/domain/document/document-tree.ts'
import type { XmlElement } from '../parse-xml.ts'
import { childOf, elementsOf, toggleOf, valueOf } from '../xml-element.ts'
import type { Slot } from './align-blocks.ts'
import { type AlignedRow, alignRows } from './align-rows.ts'
import { carriedCell, carriedRow } from './carried-table.ts'
import { type OwnDraft, elementAt, spanOf } from './own-draft.server.ts'
import type { Writer } from './writer.ts'

/** Marks the table of the marked draft: rows and columns that came or went, and the words of the cells that both have. */
export function writeTables(writer: Writer, part: string, slot: Extract<Slot, { kind: 'table' }>): void {
	const base = slot[writer.side]
	if (base === null) return
	if (slot.old === null || slot.new === null) {
		for (const row of base.rows) markOwnRow(writer, part, row)
		return
	}
	const shapes = openShapes(writer)
	const edits = writer.editsOf(part)
	let end = spanOf(writer.base, elementAt(writer.base, base.rows[0]?.place ?? '')).start
	for (const row of alignRows(slot.old, slot.new, shapes)) {
		const own = row[writer.side]
		const theirs = row[writer.side === 'old' ? 'new' : 'old']
		if (own === null) {
			if (theirs !== null) edits.insert(end, carriedRow(writer, elementAt(writer.other, theirs.place), true))
			continue
		}
		if (theirs === null) markOwnRow(writer, part, own)
		else writeCells(writer, part, row)
		end = spanOf(writer.base, elementAt(writer.base, own.place)).end
	}
}

/** How a row's cells stand on the grid, with their merges, as the file says it. */
function openShapes({ base, other }: Writer): (row: Row) => string {
	const known = new Map<Row, string>()
	const shapeIn = (draft: OwnDraft, row: Row) => {
		const element = draft.trace.nodes.get(row.place)
		const properties = childOf(element, 'w:trPr')
		const cells = (element === undefined ? [] : elementsOf(element)).filter(({ name }) => name === 'w:tc')
		return JSON.stringify([
			valueOf(properties, 'w:gridBefore') ?? '0',
			valueOf(properties, 'w:gridAfter') ?? '0',
			toggleOf(properties, 'w:tblHeader') ?? false,
			cells.map((cell) => {
				const own = childOf(cell, 'w:tcPr')
				return [
					valueOf(own, 'w:gridSpan') ?? '1',
					...['w:vMerge', 'w:hMerge'].map((name) => mergeOf(own, name)),
				]
			}),
		])
	}
	return (row) => {
		const shape = known.get(row) ?? shapeIn(rowsOf(base).has(row) ? base : other, row)
		known.set(row, shape)
		return shape
	}

	function rowsOf(draft: OwnDraft): ReadonlySet<Row> {
		const own = rowSets.get(draft.document) ?? new Set(rowsIn(draft.document.body))
		rowSets.set(draft.document, own)
		return own
	}
}

const rowSets = new WeakMap<OwnDraft['document'], ReadonlySet<Row>>()

function* rowsIn(blocks: OwnDraft['document']['body']): Generator<Row> {
	for (const block of blocks) {
		if (block.kind === 'text-box') yield* rowsIn(block.blocks)
		if (block.kind === 'table')
			for (const row of block.rows) {
				yield row
				for (const cell of row.cells) yield* rowsIn(cell.blocks)
			}
	}
}

function mergeOf(properties: XmlElement | undefined, name: string): string {
	const merge = childOf(properties, name)
	return merge === undefined ? 'none' : (merge.attributes.get('w:val') ?? 'continue')
}

function writeCells(writer: Writer, part: string, { cells }: AlignedRow): void {
	const edits = writer.editsOf(part)
	let end: number | null = null
	let waiting = ''
	const put = (before: number) => {
		if (waiting !== '') edits.insert(end ?? before, waiting)
		waiting = ''
	}
	for (const cell of cells) {
		const own = cell[writer.side]
		const theirs = cell[writer.side === 'old' ? 'new' : 'old']
		if (own === null) {
			if (theirs !== null) waiting += carriedCell(writer, elementAt(writer.other, theirs.place), 'column')
			continue
		}
		const element = elementAt(writer.base, own.place)
		const span = spanOf(writer.base, element)
		put(span.start)
		end = span.end
		if (theirs === null) {
			markOwnCell(writer, part, element)
			writer.writeBlocks(writer, { part, ...onSides(writer, own.blocks, []) })
		} else writer.writeBlocks(writer, { part, ...onSides(writer, own.blocks, theirs.blocks) })
	}
	put(0)
}

function onSides<Each>({ side }: Writer, own: Each, theirs: Each): { old: Each; new: Each } {
	return side === 'old' ? { old: own, new: theirs } : { old: theirs, new: own }
}

function markOwnCell(writer: Writer, part: string, element: XmlElement): void {
	const mark = `<w:${writer.own === 'inserted' ? 'cellIns' : 'cellDel'} ${writer.change()}/>`
	const properties = childOf(element, 'w:tcPr')
	const edits = writer.editsOf(part)
	if (properties === undefined)
		return edits.insert(spanOf(writer.base, element).inside, `<w:tcPr>${mark}</w:tcPr>`)
	const change = childOf(properties, 'w:tcPrChange')
	putLast(writer, part, properties, change, mark)
}

/** A row of the marked draft that only it has: the row, and all that stands in it. */
export function markOwnRow(writer: Writer, part: string, row: Row): void {
	const element = elementAt(writer.base, row.place)
	const mark = `<w:${writer.own === 'inserted' ? 'ins' : 'del'} ${writer.change()}/>`
	const properties = childOf(element, 'w:trPr')
	if (properties === undefined) {
		const before = elementsOf(element).find(({ name }) => name !== 'w:tblPrEx')
		const at = before === undefined ? spanOf(writer.base, element).inside : spanOf(writer.base, before).start
		writer.editsOf(part).insert(at, `<w:trPr>${mark}</w:trPr>`)
	} else {
		const earlier = childOf(properties, writer.own === 'inserted' ? 'w:ins' : 'w:del')
		if (earlier === undefined) putLast(writer, part, properties, childOf(properties, 'w:trPrChange'), mark)
		else writer.relied.add(earlier.attributes.get('w:id') ?? '')
	}
	for (const cell of row.cells) writer.writeBlocks(writer, { part, ...onSides(writer, cell.blocks, []) })
}

function putLast(
	writer: Writer,
	part: string,
	properties: XmlElement,
	before: XmlElement | undefined,
	xml: string,
): void {
	const edits = writer.editsOf(part)
	const span = spanOf(writer.base, properties)
	if (before !== undefined) return edits.insert(spanOf(writer.base, before).start, xml)
	if (span.inside !== span.end) return edits.insert(span.insideEnd, xml)
	edits.replace(span.start, span.end, `<${properties.name}>${xml}</${properties.name}>`)
}
