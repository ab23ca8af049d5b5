import type { PaperNode } from './paper.ts'
import { widthOf } from './signature-places.ts'

type PaperTable = Extract<PaperNode, { kind: 'table' }>

/** A cell of so many characters or fewer stands in one line. */
const SHORT = 6

/** Beside its words a column has room for the lines and margins of its cells, in characters. */
const MARGINS = 1.2

/** A table of many rows and columns is set smaller. */
export function isDense({ widths, rows }: PaperTable): boolean {
	return widths.length >= 5 && rows.length > 8
}

/**
 * The widths of a table's columns in parts of a hundred: as they are given, but no column narrower than its short words,
 * so that none stands one character to a row. What a column needs more the widest columns give. `line` is how many
 * characters fit into a line of the table.
 */
export function columnWidths(table: PaperTable, line: number): number[] {
	const given = sum(table.widths)
	const widths = table.widths.map((width) => (width / given) * line)
	const least = widths.map((_, at) => shortWidth(table, at))
	const narrow = widths.map((width, at) => Math.max(0, (least[at] ?? 0) - width))
	const spare = widths.map((width, at) => Math.max(0, width - (least[at] ?? 0)))
	const share = sum(spare) === 0 ? 0 : Math.min(1, sum(narrow) / sum(spare))
	const fitted = widths.map((width, at) => width + (narrow[at] ?? 0) - (spare[at] ?? 0) * share)
	return fitted.map((width) => (width / sum(fitted)) * 100)
}

function shortWidth({ head, rows }: PaperTable, at: number): number {
	const words = [
		head[at]?.text ?? '',
		...rows.flatMap(({ cells }) => (cells[at] ?? []).map(({ text }) => text)),
	]
	const short = words.map(widthOf).filter((width) => width <= SHORT)
	return short.length === 0 ? 0 : short.reduce((most, width) => Math.max(most, width), 0) + MARGINS
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0)
}
