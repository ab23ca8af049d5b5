import type { Cell, Row } from '#app/domain/document/document-tree.ts'
import type { XmlElement } from '../parse-xml.ts'
import { childOf, descendantsOf, elementsOf, integerOf, toggleOf, valueOf, wordsIn } from '../xml-element.ts'
import { nameBinding } from './read-runs.ts'
import {
	nameUnplaced,
	nextLine,
	nextPlace,
	openFlow,
	type Flow,
	type Place,
	type Reading,
} from './reading.ts'
import { colourOf, isNearWhite, isShaded } from './colours.ts'
import { fateIn, isGoneIn, propertiesIn } from './tracked-view.ts'
import { columnsOutOfSight, isRowOutOfSight, isTableOutOfSight } from './hidden-layout.ts'

/** Word allows no table more columns; a forged span beyond it would make a page of a million columns. */
const MOST_COLUMNS = 63

type OpenCell = { -readonly [Key in keyof Cell]: Cell[Key] }

/** A table being put together on its grid. */
type OpenTable = {
	readonly flow: Flow
	readonly rows: Row[]
	columns: number
	/** By column, the cell that a continued one below it belongs to. */
	above: Map<number, OpenCell>
	/** Columns too narrow for a word. */
	readonly unseen: ReadonlySet<number>
}

type OpenRow = {
	readonly place: string
	readonly cells: OpenCell[]
	column: number
	readonly next: Map<number, OpenCell>
}

/** Reads a table onto its grid: merged cells once, with what they span; cells that a tracked change deletes not at all. */
export function readTable(reading: Reading, table: XmlElement, place: Place, flow: Flow): void {
	const properties = childOf(table, 'w:tblPr')
	const cells = partsIn(table, 'w:tr').flatMap((row) => partsIn(row, 'w:tc')).length
	const line = nextLine(flow)
	if (!place.deleted) reading.findings.add('table', { line, count: cells, excerpt: wordsIn(table) })
	nameFormatChange(reading, properties, line)
	nameFormatChange(reading, childOf(table, 'w:tblGrid'), line)
	const tableStyle = valueOf(properties, 'w:tblStyle')
	const ground = shadedBy(reading.styles, childOf(properties, 'w:shd'), place)
	const there = {
		...ground,
		tableStyle,
		shaded: ground.shaded || reading.styles.shades(tableStyle),
		outOfSight: place.outOfSight || isTableOutOfSight(reading.page, properties),
	}
	const open: OpenTable = { flow, rows: [], columns: 0, above: new Map(), unseen: columnsOutOfSight(table) }
	const readOne = (row: XmlElement, around: Place) => readRow(reading, row, around, open)
	readParts(reading, table, 'w:tr', there, flow, readOne)
	reading.trace?.nodes.set(nextPlace(flow), table)
	if (open.rows.length > 0)
		flow.blocks.push({ kind: 'table', place: nextPlace(flow), columns: open.columns, rows: open.rows })
}

function readRow(reading: Reading, row: XmlElement, outer: Place, table: OpenTable): void {
	const properties = propertiesIn(reading.view, childOf(row, 'w:trPr'))
	const line = nextLine(table.flow)
	const isGone = isGoneIn(reading.view, properties)
	const inserted = !isGone && (childOf(properties, 'w:ins') ?? childOf(properties, 'w:del')) !== undefined
	const deleted = outer.deleted || isGone
	if (inserted) reading.findings.add('tracked-insertion', { line, kind: 'row', excerpt: wordsIn(row) })
	if (deleted && !outer.deleted)
		reading.findings.add('tracked-deletion', { line, kind: 'row', excerpt: wordsIn(row) })
	nameFormatChange(reading, properties, line)
	const hidden = outer.hidden || (toggleOf(properties, 'w:hidden') ?? false)
	const open: OpenRow = {
		place: `${nextPlace(table.flow)}/${table.rows.length}`,
		cells: [],
		column: skipped(properties, 'w:gridBefore'),
		next: new Map(),
	}
	const readOne = (cell: XmlElement, there: Place) => readCell(reading, cell, there, table, open)
	const outOfSight = outer.outOfSight || isRowOutOfSight(properties)
	readParts(reading, row, 'w:tc', { ...outer, deleted, hidden, outOfSight }, table.flow, readOne)
	if (deleted || hidden) return
	table.rows.push({
		place: open.place,
		header: toggleOf(properties, 'w:tblHeader') ?? false,
		cells: open.cells,
	})
	reading.trace?.nodes.set(open.place, row)
	table.above = open.next
	table.columns = Math.max(table.columns, open.column + skipped(properties, 'w:gridAfter'))
}

function readCell(reading: Reading, cell: XmlElement, outer: Place, table: OpenTable, row: OpenRow): void {
	const properties = propertiesIn(reading.view, childOf(cell, 'w:tcPr'))
	const line = nextLine(table.flow)
	if (isCellDeleted(reading, cell, outer, line)) return
	nameFormatChange(reading, properties, line)
	const span = Math.min(Math.max(integerOf(valueOf(properties, 'w:gridSpan'), 1), 1), MOST_COLUMNS)
	const column = row.column
	row.column += span
	const merged = mergedInto(properties, column, table, row)
	if (merged !== undefined) {
		if (wordsIn(cell).trim() !== '')
			reading.findings.add('hidden-text', { line, kind: 'merged-cell', excerpt: wordsIn(cell) })
		if (merged.across) merged.cell.columnSpan += span
		else if (!outer.deleted && !outer.hidden) {
			merged.cell.rowSpan += 1
			row.next.set(column, merged.cell)
		}
		return
	}
	const ground = shadedBy(reading.styles, childOf(properties, 'w:shd'), outer)
	const outOfSight = outer.outOfSight || isOutOfSight(table, column, span)
	const place = `${row.place}/${row.cells.length}`
	const flow = openFlow(place, table.flow.count)
	const content = elementsOf(cell).filter((element) => element.name !== 'w:tcPr')
	reading.readBlocks(reading, content, { ...ground, outOfSight }, flow)
	const open: OpenCell = { place, column, columnSpan: span, rowSpan: 1, blocks: flow.blocks }
	reading.trace?.nodes.set(place, cell)
	row.cells.push(open)
	row.next.set(column, open)
}

/** A cell that a tracked change inserts or deletes; a deleted one is told and stands in no row. */
function isCellDeleted(reading: Reading, cell: XmlElement, { deleted }: Place, line: number): boolean {
	const properties = childOf(cell, 'w:tcPr')
	const isDeleted = isGoneIn(reading.view, properties)
	const change = childOf(properties, 'w:cellDel') ?? childOf(properties, 'w:cellIns')
	if (deleted || change === undefined) return false
	const code = isDeleted ? 'tracked-deletion' : 'tracked-insertion'
	reading.findings.add(code, { line, kind: 'cell', excerpt: wordsIn(cell) })
	return isDeleted
}

function isOutOfSight(table: OpenTable, column: number, span: number): boolean {
	for (let at = column; at < column + span; at += 1) if (!table.unseen.has(at)) return false
	return true
}

/** The surroundings of what stands on a ground with this shading. */
export function shadedBy(styles: Reading['styles'], shading: XmlElement | undefined, place: Place): Place {
	if (shading === undefined) return place
	const fill = colourOf(styles.theme, shading, 'w:fill')
	return {
		...place,
		shaded: place.shaded || isShaded(shading, styles.theme),
		fill: fill === null || isNearWhite(fill) ? place.fill : fill,
	}
}

/** The cell that this one goes on, where Word shows the two as one; the first of a row or a table goes on none. */
function mergedInto(
	properties: XmlElement | undefined,
	column: number,
	table: OpenTable,
	row: OpenRow,
): { readonly cell: OpenCell; readonly across: boolean } | undefined {
	const left = goesOn(properties, 'w:hMerge') ? row.cells.at(-1) : undefined
	if (left !== undefined) return { cell: left, across: true }
	const above = goesOn(properties, 'w:vMerge') ? table.above.get(column) : undefined
	return above === undefined ? undefined : { cell: above, across: false }
}

function goesOn(properties: XmlElement | undefined, name: 'w:hMerge' | 'w:vMerge'): boolean {
	const merge = childOf(properties, name)
	return merge !== undefined && merge.attributes.get('w:val') !== 'restart'
}

function skipped(properties: XmlElement | undefined, name: 'w:gridBefore' | 'w:gridAfter'): number {
	return Math.min(Math.max(integerOf(valueOf(properties, name), 0), 0), MOST_COLUMNS)
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
	readOne: (part: XmlElement, place: Place) => void,
): void {
	for (const part of elementsOf(element)) {
		if (part.name === name) readOne(part, place)
		else if (!WRAPPERS.has(part.name)) nameUnplaced(reading, part, nextLine(flow), part.name)
		else {
			nameBinding(reading, part, nextLine(flow))
			readParts(reading, part, name, changedBy(reading, part, place), flow, readOne)
		}
	}
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** What a tracked change around blocks, rows or cells makes of their surroundings. */
export function changedBy({ view }: Reading, element: XmlElement, place: Place): Place {
	const fate = fateIn(view, element)
	if (fate === null) return place
	return fate === 'gone' ? { ...place, deleted: true } : { ...place, inserted: true }
}

/** The rows of a table or the cells of a row, whatever wraps them. */
function partsIn(element: XmlElement, name: 'w:tr' | 'w:tc'): XmlElement[] {
	return elementsOf(element).flatMap((part) => {
		if (part.name === name) return [part]
		return WRAPPERS.has(part.name) ? partsIn(part, name) : []
	})
}

/** Names tracked changes of layout: `w:tblPrChange`, `w:cellMerge`, `w:sectPrChange` and their kin. */
export function nameFormatChange(reading: Reading, properties: XmlElement | undefined, line: number): void {
	if (properties === undefined) return
	for (const element of descendantsOf(properties))
		if (/^w:(\w+Change|cellMerge)$/.test(element.name)) {
			reading.findings.add('tracked-formatting', { line, kind: element.name })
			return
		}
}
