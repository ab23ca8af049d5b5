import { appendAll } from '#app/domain/append-all.ts'
import type { Clause, Paragraph } from '#app/domain/legal-text/legal-text.ts'
import type { RedlineTable, RedlineRow } from '../redline.ts'
import { shiftTable } from '../tables/shift-table.ts'
import { NO_TABLES, type Sequence, type TablesOfLines, sequenceOf } from '../tables/table-units.ts'
import { type ComparedParagraphs, compareCouples, compareParagraphs } from './compare-paragraphs.ts'
import { compareTables } from './compare-tables.ts'
import { coupleParagraphs } from './couple-paragraphs.ts'
import { partTables } from './part-tables.ts'
import type { WorkBudget } from './work-budget.ts'

/** The rows of a block, and the tables among them, each before those within it. */
export type ComparedRows = ComparedParagraphs & { readonly tables: readonly RedlineTable[] }

/** The tables of both documents. */
export type TablesOfSides = { readonly old: TablesOfLines; readonly new: TablesOfLines }

/** What stands in clauses that belong together, side by side: their paragraphs, and their tables cell by cell. */
export function compareClauses(
	old: readonly Clause[],
	fresh: readonly Clause[],
	tables: TablesOfSides,
	budget: WorkBudget,
): ComparedRows {
	const [before, after] = [paragraphsOf(old), paragraphsOf(fresh)]
	if (tables.old === NO_TABLES && tables.new === NO_TABLES) {
		const { rows, edits, bounded } = compareParagraphs(before, after, budget)
		return { rows, edits, bounded, tables: NONE }
	}
	return compareSequences(sequenceOf(before, tables.old), sequenceOf(after, tables.new), budget)
}

const NONE: readonly RedlineTable[] = []

function paragraphsOf(clauses: readonly Clause[]): readonly Paragraph[] {
	const [only] = clauses
	return only && clauses.length === 1 ? only.paragraphs : clauses.flatMap((clause) => clause.paragraphs)
}

function compareSequences(left: Sequence, right: Sequence, budget: WorkBudget): ComparedRows {
	if (left.tables.size === 0 && right.tables.size === 0)
		return { ...compareParagraphs(left.paragraphs, right.paragraphs, budget), tables: [] }
	const couples = coupleParagraphs(left.paragraphs, right.paragraphs)
	const parts = partTables(couples, left, right).map((part) =>
		'couples' in part
			? { ...compareCouples(part.couples, budget), tables: [] }
			: compareTables(part, (a, b) => compareSequences(a, b, budget)),
	)
	return oneAfterTheOther(parts)
}

function oneAfterTheOther(parts: readonly ComparedRows[]): ComparedRows {
	const rows: RedlineRow[] = []
	const tables: RedlineTable[] = []
	for (const part of parts) {
		for (const table of part.tables) tables.push(shiftTable(table, rows.length))
		appendAll(rows, part.rows)
	}
	return {
		rows,
		tables,
		edits: parts.reduce((sum, part) => sum + part.edits, 0),
		bounded: parts.some((part) => part.bounded),
	}
}
