import { xmlText } from '../papers/xml-text.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The formats of cells by what they hold; the numbers are their places in `STYLES`. */
export const STYLE_CODES = { head: 1, body: 2, day: 3, instant: 4, second: 5 } as const

const FORMATS = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', 'yyyy-mm-dd hh:mm:ss']
const font = (weight: string) =>
	`<font>${weight}<sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
const format = (numFmt: number, fontId: number) =>
	`<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>`

export const STYLES = [
	`<styleSheet xmlns="${MAIN}">`,
	`<numFmts count="${FORMATS.length}">${FORMATS.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts>`,
	`<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
	'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
	'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
	'<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
	format(0, 1),
	format(0, 0),
	...FORMATS.map((_code, at) => format(164 + at, 0)),
	'</cellXfs></styleSheet>',
].join('')

/** A sheet before its rows: the heading stays in sight, the first column holds a title, on paper it is one page wide. */
export function sheetStart(columns: number): string {
	return [
		`<worksheet xmlns="${MAIN}">`,
		'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
		'<sheetFormatPr defaultRowHeight="15"/>',
		`<cols><col min="1" max="1" width="48" customWidth="1"/><col min="2" max="${Math.max(2, columns)}" width="24" customWidth="1"/></cols>`,
		'<sheetData>',
	].join('')
}

export function sheetEnd(): string {
	return '</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
}

export function workbook(name: string, sheets: number): string {
	const list = Array.from({ length: sheets }, (_, at) => {
		const own = xmlText(sheetName(name, at))
		return `<sheet name="${own}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
	})
	return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`
}

/** At most 31 characters, without the signs that no sheet's name may have. */
function sheetName(name: string, at: number): string {
	const plain = name.replaceAll(/[\\/?*[\]:']/g, '').slice(0, 25)
	return at === 0 ? plain : `${plain} ${at + 1}`
}

export function relationships(links: readonly (readonly [type: string, target: string])[]): string {
	const written = links.map(
		([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	)
	return `<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`
}

export function contentTypes(sheets: readonly string[]): string {
	return [
		`<Types xmlns="${PACKAGE}/content-types">`,
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
		'<Default Extension="xml" ContentType="application/xml"/>',
		`<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
		...sheets.map((path) => `<Override PartName="/xl/${path}" ContentType="${TYPE}.worksheet+xml"/>`),
		`<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
		'</Types>',
	].join('')
}
