import { strToU8, zipSync } from 'fflate'
import { xmlText } from '../papers/xml-text.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import type { CellLine, CellSpan } from './cell-line.ts'
import { comparisonRows } from './comparison-rows.ts'
import { cutRows } from './cut-rows.ts'
import { STYLE_CODES, STYLES_XML } from './sheet-styles.ts'
import { tableHead } from './table-head.ts'
import type { ComparisonToWrite } from './write-comparison-table.server.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * Writes 修改对照表 as a spreadsheet: A4 on its side, one page wide, the head of the table repeated on every page. Its
 * five parts are written by ourselves: of the libraries that are kept and run on this Node none writes cells of which
 * some characters look different, and repeated rows.
 */
export function writeComparisonSheet(paper: ComparisonToWrite): Uint8Array {
	const { title, sides, summary } = tableHead(paper.texts, paper.redline)
	const rows = cutRows(comparisonRows(paper.texts, paper.redline, paper.comments))
	const words = [...sides, summary, rows.length > 0 ? REDLINE_PAPER.sheetLegend : ''].filter(
		(line) => line !== '',
	)
	const above: SheetRow[] = [
		{ cells: [plain(title)], style: 'title', height: 42 },
		...words.map((line): SheetRow => ({ cells: [plain(line)], style: 'small', height: 16 })),
	]
	const table: SheetRow[] = [
		{ cells: REDLINE_PAPER.columns.map((column) => plain(column)), style: 'head', height: 24 },
		...rows.map(({ old, new: fresh, notes, isFirst }): SheetRow => ({
			cells: [textOf(old, isFirst), textOf(fresh, isFirst), plain(notes.join('\n'))],
			style: 'body',
			height: heightOf([old, fresh], notes),
		})),
	]
	const parts = {
		'[Content_Types].xml': CONTENT_TYPES,
		'_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': workbook(above.length + 1),
		'xl/_rels/workbook.xml.rels': relationships([
			['worksheet', 'worksheets/sheet1.xml'],
			['styles', 'styles.xml'],
		]),
		'xl/styles.xml': STYLES_XML,
		'xl/worksheets/sheet1.xml': sheet(above, rows.length > 0 ? table : []),
	}
	return zipSync(
		Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(DECLARATION + xml)])),
	)
}

type SheetRow = {
	readonly cells: readonly string[]
	readonly style: keyof typeof STYLE_CODES
	/** In points. Programs do not agree on who fits a row to its words, so each row says its own. */
	readonly height: number
}

function workbook(headRow: number): string {
	const name = xmlText(REDLINE_PAPER.table)
	return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$${headRow}:$${headRow}</definedName></definedNames></workbook>`
}

function sheet(above: readonly SheetRow[], table: readonly SheetRow[]): string {
	const merged = above.map((_row, at) => `<mergeCell ref="A${at + 1}:C${at + 1}"/>`).join('')
	const frozen = above.length + 1
	return [
		`<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
		'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
		`<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
		'<sheetFormatPr defaultRowHeight="16"/>',
		'<cols><col min="1" max="2" width="50" customWidth="1"/><col min="3" max="3" width="32" customWidth="1"/></cols>',
		`<sheetData>${[...above, ...table].map(rowXml).join('')}</sheetData>`,
		`<mergeCells count="${above.length}">${merged}</mergeCells>`,
		'<printOptions horizontalCentered="1"/>',
		// Inches: the margins of an official paper, turned with the page.
		'<pageMargins left="1.38" right="1.46" top="1.1" bottom="1.02" header="0.5" footer="0.5"/>',
		'<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
		'<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>',
		'</worksheet>',
	].join('')
}

function rowXml({ cells, style, height }: SheetRow, at: number): string {
	const written = cells.map(
		(words, column) =>
			`<c r="${'ABC'[column]}${at + 1}" s="${STYLE_CODES[style]}" t="inlineStr"><is>${words}</is></c>`,
	)
	return `<row r="${at + 1}" ht="${height}" customHeight="1">${written.join('')}</row>`
}

function plain(words: string): string {
	return `<t xml:space="preserve">${xmlText(words)}</t>`
}

const LINE_HEIGHT = 15.5

/** As high as the fullest cell, reckoned with columns a little narrower than they are. */
function heightOf(sides: readonly (readonly CellLine[])[], notes: readonly string[]): number {
	const texts = sides.map((lines) => lines.map((line) => line.map(({ text }) => text).join('')))
	const counts = [...texts.map((lines) => linesIn(lines, 22)), linesIn(notes, 14)]
	return Math.min(409, Math.max(...counts, 1) * LINE_HEIGHT + 6)
}

function linesIn(texts: readonly string[], charactersALine: number): number {
	return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / charactersALine)), 0)
}

/** Lines of a cell as rich text; a cell of nothing says so once. */
function textOf(lines: readonly CellLine[], isFirst: boolean): string {
	if (lines.length === 0) return plain(isFirst ? REDLINE_PAPER.none : '')
	const spans = lines.flatMap((line, at): CellSpan[] => [
		...(at > 0 ? [{ kind: 'same' as const, text: '\n', isNumber: false }] : []),
		...line,
	])
	return spans
		.filter(({ text }) => text !== '')
		.map(({ kind, text }) => `<r>${RUNS[kind]}<t xml:space="preserve">${xmlText(text)}</t></r>`)
		.join('')
}

const FONT = '<sz val="11"/>'
const FACE = '<rFont val="仿宋"/><family val="3"/><charset val="134"/>'

/** A spreadsheet cannot shade single characters; and no line goes through them, which would make a 二 look like a 三. */
const RUNS: Readonly<Record<CellSpan['kind'], string>> = {
	same: `<rPr>${FONT}${FACE}</rPr>`,
	inserted: `<rPr><b/><u/>${FONT}<color rgb="FF0A4A86"/>${FACE}</rPr>`,
	deleted: `<rPr><i/>${FONT}<color rgb="FF8A4B00"/>${FACE}</rPr>`,
}

function relationships(links: readonly (readonly [type: string, target: string])[]): string {
	const written = links.map(
		([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	)
	return `<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`
}

const CONTENT_TYPES = [
	`<Types xmlns="${PACKAGE}/content-types">`,
	'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
	'<Default Extension="xml" ContentType="application/xml"/>',
	`<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
	`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>`,
	`<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
	'</Types>',
].join('')
