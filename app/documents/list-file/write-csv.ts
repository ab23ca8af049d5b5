import { formatSecond } from '#app/locales/format-dates.ts'
import type { Cell, CellRow } from './cell.ts'

/** What a spreadsheet takes for the beginning of a formula, also behind blanks and in the full width of a Chinese keyboard. */
const FORMULA = /^\s*[=+\-@|%\t\r＝＋－＠]/

/** The mark by which a spreadsheet knows that a .csv is UTF-8; it stands before the first row. */
const CSV_MARK = '\uFEFF'

/**
 * Writes a list as a .csv that a spreadsheet opens as it is: UTF-8 with its mark, CRLF, every cell quoted. A cell that
 * would be taken for a formula begins with an apostrophe instead: nobody's name may run anything on another's machine.
 */
export async function* csvPieces(
	heading: readonly string[],
	pieces: AsyncIterable<readonly CellRow[]>,
): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder()
	yield encoder.encode(CSV_MARK + row(heading))
	for await (const rows of pieces) yield encoder.encode(rows.map(row).join(''))
}

function row(cells: CellRow): string {
	return `${cells.map((cell) => quoted(words(cell))).join(',')}\r\n`
}

function quoted(text: string): string {
	const harmless = FORMULA.test(text) ? `'${text}` : text
	return `"${harmless.replaceAll('"', '""')}"`
}

/** Days and times as the Chinese standard writes them, in every language: that is what a spreadsheet can sort. */
function words(cell: Cell): string {
	if (cell === null) return ''
	if (typeof cell !== 'object') return String(cell)
	if ('day' in cell) return cell.day
	return 'instant' in cell
		? formatSecond(cell.instant, 'zh-CN').slice(0, 16)
		: formatSecond(cell.second, 'zh-CN')
}
