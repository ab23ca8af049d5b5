import { appendAll } from '#app/domain/append-all.ts'
import type { Block, DocumentTree, NodePlace, Table } from '#app/domain/document/document-tree.ts'
import { linesOf } from '#app/domain/document/plain-lines.ts'
import type { Paragraph } from '#app/domain/legal-text/legal-text.ts'

/** A table of a legal text, with the paragraphs of the text that each paragraph in it is. */
export type TableUnit = {
	readonly table: Table
	readonly paragraphsAt: ReadonlyMap<NodePlace, readonly Paragraph[]>
}

/** Paragraphs one after the other, in which one stands for each table. */
export type Sequence = {
	readonly paragraphs: readonly Paragraph[]
	readonly tables: ReadonlyMap<Paragraph, TableUnit>
}

/** Finds the tables of a document that its lines stand in. */
export type TablesOfLines = {
	/** The outermost table of a line. */
	readonly tableOf: (line: number) => Table | null
	/** The paragraph of the document that a line is in. */
	readonly placeOf: (line: number) => NodePlace
}

/** The tables of a document that has none. */
export const NO_TABLES: TablesOfLines = { tableOf: () => null, placeOf: () => '' }

/** Opens the tables of a document; one without any is not walked through. */
export function openTables(document: DocumentTree): TablesOfLines {
	const outermost = new Map<NodePlace, Table>()
	for (const block of document.body) noteTables(block, null, outermost)
	for (const note of document.notes) for (const block of note.blocks) noteTables(block, null, outermost)
	if (outermost.size === 0) return NO_TABLES
	const lines = linesOf(document)
	return {
		tableOf: (line) => outermost.get(lines[line]?.table ?? '') ?? null,
		placeOf: (line) => lines[line]?.place ?? '',
	}
}

function noteTables(block: Block, within: Table | null, outermost: Map<NodePlace, Table>): void {
	if (block.kind === 'paragraph') return
	if (block.kind === 'text-box') {
		for (const inside of block.blocks) noteTables(inside, within, outermost)
		return
	}
	const outer = within ?? block
	outermost.set(block.place, outer)
	for (const row of block.rows)
		for (const cell of row.cells) for (const inside of cell.blocks) noteTables(inside, outer, outermost)
}

/** The paragraphs of clauses, each table of them as one. */
export function sequenceOf(all: readonly Paragraph[], { tableOf, placeOf }: TablesOfLines): Sequence {
	if (!all.some(({ kind }) => kind === 'cell')) return { paragraphs: all, tables: NONE }
	const runs: { readonly table: Table | null; readonly own: Paragraph[] }[] = []
	for (const paragraph of all) {
		const table = paragraph.kind === 'cell' ? tableOf(paragraph.line) : null
		const last = runs[runs.length - 1]
		if (table !== null && last?.table === table) last.own.push(paragraph)
		else runs.push({ table, own: [paragraph] })
	}
	const paragraphs: Paragraph[] = []
	const tables = new Map<Paragraph, TableUnit>()
	for (const { table, own } of runs) {
		const [first] = own
		if (table === null || !first) {
			appendAll(paragraphs, own)
			continue
		}
		const paragraphsAt = new Map<NodePlace, Paragraph[]>()
		for (const each of own) {
			const place = placeOf(each.line)
			const there = paragraphsAt.get(place)
			if (there) there.push(each)
			else paragraphsAt.set(place, [each])
		}
		const standsFor = standIn(first, own)
		paragraphs.push(standsFor)
		tables.set(standsFor, { table, paragraphsAt })
	}
	return { paragraphs, tables }
}

/** What stands in a cell: its paragraphs, and the tables in it as one each. */
export function sequenceOfBlocks(blocks: readonly Block[], unit: TableUnit): Sequence {
	const paragraphs: Paragraph[] = []
	const tables = new Map<Paragraph, TableUnit>()
	for (const block of blocks) {
		if (block.kind === 'paragraph') appendAll(paragraphs, unit.paragraphsAt.get(block.place) ?? [])
		else if (block.kind === 'text-box') {
			const inside = sequenceOfBlocks(block.blocks, unit)
			appendAll(paragraphs, inside.paragraphs)
			for (const [standsFor, table] of inside.tables) tables.set(standsFor, table)
		} else {
			const own = paragraphsIn(block, unit)
			const [first] = own
			if (!first) continue
			const standsFor = standIn(first, own)
			paragraphs.push(standsFor)
			tables.set(standsFor, { table: block, paragraphsAt: unit.paragraphsAt })
		}
	}
	return { paragraphs, tables }
}

const NONE: ReadonlyMap<Paragraph, TableUnit> = new Map()

function paragraphsIn(table: Table, unit: TableUnit): Paragraph[] {
	return table.rows.flatMap(({ cells }) =>
		cells.flatMap(({ blocks }) =>
			blocks.flatMap(function inside(block: Block): readonly Paragraph[] {
				if (block.kind === 'paragraph') return unit.paragraphsAt.get(block.place) ?? []
				return block.kind === 'table' ? paragraphsIn(block, unit) : block.blocks.flatMap(inside)
			}),
		),
	)
}

function standIn(first: Paragraph, own: readonly Paragraph[]): Paragraph {
	return { ...first, body: own.map(({ body }) => body).join('\n') }
}
