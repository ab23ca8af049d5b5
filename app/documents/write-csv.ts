/** What a spreadsheet takes for the beginning of a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@|%\t\r]/

/**
 * Rows as a .csv that a spreadsheet opens as it is: UTF-8 with a mark, CRLF, every cell quoted. A cell that would be
 * taken for a formula begins with an apostrophe instead: nobody's name may run anything on another's machine.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
	return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
	const harmless = FORMULA.test(text) ? `'${text}` : text
	return `"${harmless.replaceAll('"', '""')}"`
}
