import { linesBySense } from '#app/domain/paper/parts-by-sense.ts'
import {
	textOfLine,
	type LineKind,
	type Paper,
	type PaperNode,
	type TableRow,
	type Words,
} from '#app/domain/paper/paper.ts'
import { sealedPlaces, unsealedPlaces } from '#app/domain/paper/signature-places.ts'
import { columnWidths, isDense } from '#app/domain/paper/table-widths.ts'
import { MARGINS, PAPER } from '../official-layout.ts'
import { xmlText } from '../papers/xml-text.ts'
import { fontsXml } from './paper-fonts.ts'
import { BODY_POINTS, CELL_STYLES, LINE_STYLES, SEAL_STYLE } from './paper-styles.ts'

type PaperTable = Extract<PaperNode, { kind: 'table' }>

/** The width of the text, in twentieths of a point. */
const WIDTH = PAPER.width - MARGINS.left - MARGINS.right
/** Characters of 二号 in a line of a title. */
const TITLE_LINE = 20
const BODY_LINE = 27
/** White on both sides of the words of a cell, in twentieths of a point. */
const CELL_MARGIN = 80

/** The body of a paper's Word file, node by node, with the lines about its seal at the end. */
export function bodyXml({ nodes }: Pick<Paper, 'nodes'>, seal: readonly string[]): string {
	return [...nodes.map((node, at) => nodeXml(nodes, node, at)), ...seal.map(sealXml)].join('')
}

function nodeXml(nodes: readonly PaperNode[], node: PaperNode, at: number): string {
	if (node.kind === 'table') return tableXml(node)
	const { kind, words } = node
	const text = textOfLine(node)
	switch (kind) {
		case 'title':
			return lineXml(kind, linesXml(linesBySense(words.text, TITLE_LINE)))
		case 'subject':
			return lineXml(kind, linesXml(linesBySense(words.text, BODY_LINE)))
		case 'fact':
		case 'roll':
			return lineXml(kind, labelledXml(text))
		case 'organ':
		case 'signer':
		case 'day':
			return lineXml(kind, textXml(words.text), indentXml(placeOf(nodes, at)))
		case 'paragraph':
			return lineXml(kind, textXml(text), '', endsBody(nodes, at))
		default:
			return lineXml(kind, textXml(text))
	}
}

/** The last paragraph goes with the signature: no page holds a signature alone. */
function endsBody(nodes: readonly PaperNode[], at: number): boolean {
	return ['hands', 'organ', 'signer'].includes(nodes[at + 1]?.kind ?? '')
}

function placeOf(nodes: readonly PaperNode[], at: number): number {
	const isDay = nodes[at]?.kind === 'day'
	const above = isDay ? nodes[at - 1] : nodes[at]
	const [name, day] = [above, nodes[isDay ? at : at + 1]].map((node) =>
		node === undefined || node.kind === 'table' ? '' : node.words.text,
	)
	const places = (above?.kind === 'signer' ? unsealedPlaces : sealedPlaces)(name ?? '', day ?? '')
	return isDay ? places.day : places.name
}

function indentXml(characters: number): string {
	const twips = Math.round(characters * BODY_POINTS * 20)
	return `<w:ind w:rightChars="${Math.round(characters * 100)}" w:right="${twips}"/>`
}

function lineXml(kind: LineKind, runs: string, place = '', keepNext = false): string {
	return paragraphXml(LINE_STYLES[kind].id, runs, place, keepNext)
}

function paragraphXml(style: string, runs: string, place = '', keepNext = false): string {
	const keep = keepNext ? '<w:keepNext/>' : ''
	return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}${place}</w:pPr>${runs}</w:p>`
}

/** A text as a run; a line that its author broke stays broken. */
function textXml(text: string, look = ''): string {
	const lines = text.split(/\r\n|[\r\n]/)
	return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${insideXml(lines)}</w:r>`
}

function linesXml(lines: readonly string[]): string {
	return `<w:r>${insideXml(lines)}</w:r>`
}

function insideXml(lines: readonly string[]): string {
	return lines.map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`).join('<w:br/>')
}

/** The label of a fact stands in 黑体, as the labels of minutes do (GB/T 9704-2012 10.3). */
function labelledXml(text: string): string {
	const end = text.indexOf('：') + 1
	if (end === 0) return textXml(text)
	return textXml(text.slice(0, end), fontsXml('heading')) + textXml(text.slice(end))
}

function tableXml(table: PaperTable): string {
	const dense = isDense(table)
	const { points } = dense ? CELL_STYLES.dense : CELL_STYLES.plain
	const widths = columnWidths(table, WIDTH / 20 / points).map((part) => Math.round((part / 100) * WIDTH))
	const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
		.map((edge) => `<w:${edge} w:val="single" w:sz="6" w:space="0" w:color="auto"/>`)
		.join('')
	const margins = ['left', 'right'].map((side) => `<w:${side} w:w="${CELL_MARGIN}" w:type="dxa"/>`).join('')
	return [
		`<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr>`,
		`<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
		table.head.length > 0 ? rowXml(headOf(table.head), widths, dense, true) : '',
		...table.rows.map((row) => rowXml(row, widths, dense, false)),
		'</w:tbl>',
	].join('')
}

function headOf(head: readonly Words[]): TableRow {
	return { cells: head.map((words) => [words]), isStrong: true, isUntested: false }
}

function rowXml(
	{ cells, isStrong, isUntested }: TableRow,
	widths: readonly number[],
	dense: boolean,
	isHead: boolean,
): string {
	const style = dense ? CELL_STYLES.dense.id : CELL_STYLES.plain.id
	const shade = isUntested ? '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' : ''
	const look = isStrong ? fontsXml('heading') : ''
	const cellsXml = cells.map((cell, at) => {
		const lines = cell.map(({ text }) => paragraphXml(style, textXml(text, look)))
		return `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/>${shade}</w:tcPr>${lines.join('') || paragraphXml(style, '')}</w:tc>`
	})
	const head = isHead ? '<w:tblHeader/>' : ''
	return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cellsXml.join('')}</w:tr>`
}

function sealXml(words: string): string {
	return paragraphXml(SEAL_STYLE.id, textXml(words))
}
