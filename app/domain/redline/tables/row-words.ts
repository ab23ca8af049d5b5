import { readNumber } from '#app/domain/legal-text/chinese-number.ts'
import { type Profile, likenessOfProfiles, profileOf } from './likeness.ts'
import type { Matched } from './matched.ts'
import { type TableGrid, wordsAt } from './table-grid.ts'

/** What a row says, in the columns that both tables have. */
export type RowWords = {
	readonly index: number
	/** All of it, in every column. */
	readonly text: string
	/** What stands in the column that names the rows. */
	readonly name: string
	readonly isEmpty: boolean
	readonly cells: readonly {
		readonly profile: Profile
		readonly isAmount: boolean
		readonly weight: number
	}[]
}

/** The column that names a row weighs so many times another. */
const NAMING = 3
const LONGEST = 64
/** An amount in the place of another is half of the same. */
const AMOUNT_FOR_AMOUNT = 0.5
const AMOUNT = /^[零〇一二三四五六七八九十百千万亿0-9０-９.,，．%％‰-]+\s*[\p{L}/]{0,4}$/u
const SERIAL = /^[（(]?[零〇一二三四五六七八九十百0-9０-９]{1,4}[)）.、．]?$/

/** Reads the rows of two tables to be weighed against each other. */
export function readRows(
	old: TableGrid,
	fresh: TableGrid,
	columns: readonly Matched[],
): {
	readonly old: readonly RowWords[]
	readonly new: readonly RowWords[]
	/** Of which of the columns the numbers count the rows. */
	readonly counting: readonly Matched[]
} {
	const columnsOf = (side: 'old' | 'new', grid: TableGrid) =>
		columns.map((column) => Array.from({ length: grid.rows }, (_, row) => wordsAt(grid, row, column[side])))
	const [before, after] = [columnsOf('old', old), columnsOf('new', fresh)]
	const holders = before.map((words, at) => countHolders(words, after[at] ?? []))
	const serial = before.map((words, at) => isCounting(words, after[at] ?? []))
	const naming = before.findIndex(
		(words, at) => serial[at] === false && isNaming([...words, ...(after[at] ?? [])]),
	)
	const read = (grid: TableGrid, side: readonly (readonly string[])[]) =>
		Array.from({ length: grid.rows }, (_, index): RowWords => {
			const all = (grid.at[index] ?? []).map((cell) => cell?.words ?? '')
			const cells = side.map((words, at): Weighed => {
				const own = words[index] ?? ''
				const shared = Math.max(1, holders[at]?.get(own) ?? 1)
				const weight = (Math.sqrt(Math.min(LONGEST, own.length)) * (at === naming ? NAMING : 1)) / shared
				return { profile: profileOf(own), isAmount: AMOUNT.test(own), weight: serial[at] ? 0 : weight }
			})
			return {
				index,
				text: all.join('\t'),
				name: side[naming]?.[index] ?? '',
				isEmpty: all.every((words) => words === ''),
				cells,
			}
		})
	const counting = columns.filter((_, at) => serial[at])
	return { old: read(old, before), new: read(fresh, after), counting }
}

/** How alike two rows are in their columns, 0 to 1. What many rows say tells little of one; a serial number nothing. */
export function likenessOfRows(one: RowWords, other: RowWords): number {
	let [shared, all] = [0, 0]
	for (const [at, cell] of one.cells.entries()) {
		const beside = other.cells[at]
		if (!beside) continue
		const most = Math.max(cell.weight, beside.weight)
		all += most
		if (most > 0) shared += most * likenessOfCells(cell, beside)
	}
	return all === 0 ? 0 : shared / all
}

type Weighed = RowWords['cells'][number]

function likenessOfCells(one: Weighed, other: Weighed): number {
	const [a, b] = [one.profile, other.profile]
	if (a.text === b.text) return 1
	if (a.text === '' || b.text === '') return 0
	return Math.max(one.isAmount && other.isAmount ? AMOUNT_FOR_AMOUNT : 0, likenessOfProfiles(a, b))
}

/** How many rows of a table, at most, hold each of the words. */
function countHolders(before: readonly string[], after: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>()
	for (const side of [before, after]) {
		const own = new Map<string, number>()
		for (const words of side) own.set(words, (own.get(words) ?? 0) + 1)
		for (const [words, count] of own) counts.set(words, Math.max(count, counts.get(words) ?? 0))
	}
	return counts
}

/** Whether a column counts the rows in both tables, and says nothing of them. */
function isCounting(before: readonly string[], after: readonly string[]): boolean {
	return isSerial(before) && isSerial(after)
}

/** Whether all but the head of a column are numbers that count the rows, one by one. */
function isSerial(words: readonly string[]): boolean {
	const numbers = words.slice(1).filter((each) => each !== '')
	const values = numbers.map((each) =>
		SERIAL.test(each) ? readNumber(each.replaceAll(/[（()）.、．]/g, '')) : null,
	)
	return values.length > 1 && values.every((value, at) => value === (values[0] ?? 0) + at)
}

/** Whether a column holds words rather than amounts. */
function isNaming(words: readonly string[]): boolean {
	const written = words.filter((each) => each !== '')
	return written.length > 0 && written.filter((each) => !AMOUNT.test(each)).length * 2 > written.length
}
