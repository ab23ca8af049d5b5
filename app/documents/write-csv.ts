/** What a spreadsheet takes for the beginning of a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@|%\t\r]/

/** The mark by which a spreadsheet knows that a .csv is UTF-8; it stands before the first row. */
export const CSV_MARK = '\uFEFF'

/**
 * Rows of a .csv that a spreadsheet opens as it is, behind the mark: CRLF, every cell quoted. A cell that would be
 * taken for a formula begins with an apostrophe instead: nobody's name may run anything on another's machine.
 */
export function csvRows(rows: readonly (readonly string[])[]): string {
	return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
	const harmless = FORMULA.test(text) ? `'${text}` : text
	return `"${harmless.replaceAll('"', '""')}"`
}
