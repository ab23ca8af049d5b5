import {
	AlignmentType,
	BorderStyle,
	Document,
	LineRuleType,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType,
} from 'docx'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import { BODY_FONT, HEADING_FONT, TITLE_FONT } from '../official-layout.ts'
import type { ComparedTexts, PaperComment } from '../papers/paper-facts.ts'
import { officialSection, PAPER_COMPATIBILITY, PAPER_STYLES } from '../papers/paper-page.ts'
import { packWord } from '../papers/pack-word.server.ts'
import { writable } from '../papers/xml-text.ts'
import type { CellLine, CellSpan } from './cell-line.ts'
import { type CellContent, type ComparisonRow, comparisonRows } from './comparison-rows.ts'
import { type SideTable, linesOfTable } from './side-table.ts'
import { tableHead } from './table-head.ts'

/** A comparison table to be written. `comments` stand on places of the older text. */
export type ComparisonToWrite = {
	readonly texts: ComparedTexts
	readonly redline: Redline
	readonly comments: readonly PaperComment[]
}

/** 小四 in lines of 20 pt: on their side, the lines of a page hold what a reader compares. */
const SMALL = 24
const SMALL_LINE = { line: 400, lineRule: LineRuleType.EXACT } as const
/** The three columns fill the 225 mm of a page on its side. */
const WIDTHS = [4840, 4840, 3076] as const
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** Writes 修改对照表 (原条款｜修改后｜说明／依据) as a Word file: A4 on its side, the head repeated on every page. */
export async function writeComparisonTable(paper: ComparisonToWrite): Promise<Uint8Array> {
	const { title, sides, summary } = tableHead(paper.texts, paper.redline)
	const rows = comparisonRows(paper.texts, paper.redline, paper.comments)
	const document = new Document({
		creator: '',
		title: writable(title),
		evenAndOddHeaderAndFooters: true,
		compatibility: PAPER_COMPATIBILITY,
		styles: PAPER_STYLES,
		sections: [
			{
				...officialSection('landscape', []),
				children: [
					new Paragraph({
						alignment: AlignmentType.CENTER,
						indent: { firstLine: 0 },
						spacing: { after: 200 },
						children: titleLines(title).map(
							(text, at) =>
								new TextRun({ text: writable(text), ...(at > 0 ? { break: 1 } : {}), ...TITLE_FONT }),
						),
					}),
					...[...sides, summary, rows.length > 0 ? REDLINE_PAPER.legend : '']
						.filter((words) => words !== '')
						.map((words, at, all) => introduction(words, at === all.length - 1)),
					...(rows.length > 0 ? [tableOf(rows)] : []),
				],
			},
		],
	})
	return packWord(document)
}

/** So many characters of 二号 stand in a line of a page on its side. */
const TITLE_CHARACTERS_A_LINE = 28

/** A title of more than one line is broken before the name of the paper, never within a word of it. */
function titleLines(title: string): string[] {
	if (title.length <= TITLE_CHARACTERS_A_LINE) return [title]
	return [title.slice(0, -REDLINE_PAPER.table.length), REDLINE_PAPER.table].filter((line) => line !== '')
}

function introduction(words: string, isLast: boolean): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.LEFT,
		indent: { firstLine: 0 },
		spacing: { line: 320, lineRule: LineRuleType.EXACT, after: isLast ? 120 : 0 },
		children: [new TextRun({ text: writable(words), size: 21 })],
	})
}

function tableOf(rows: readonly ComparisonRow[]): Table {
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: REDLINE_PAPER.columns.map((words, column) =>
			cell(column, [
				new Paragraph({
					alignment: AlignmentType.CENTER,
					indent: { firstLine: 0 },
					spacing: SMALL_LINE,
					children: [new TextRun({ text: words, size: SMALL, font: HEADING_FONT })],
				}),
			]),
		),
	})
	return new Table({
		width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
		columnWidths: [...WIDTHS],
		layout: TableLayoutType.FIXED,
		borders: {
			...{ top: RULE, bottom: RULE, left: RULE, right: RULE },
			...{ insideHorizontal: RULE, insideVertical: RULE },
		},
		rows: [head, ...rows.map(rowOf)],
	})
}

function rowOf({ old, new: fresh, notes }: ComparisonRow): TableRow {
	return new TableRow({
		cantSplit: linesNeeded({ old, new: fresh, notes }) <= MOST_LINES_TOGETHER,
		children: [
			cell(0, contentsOf(old, 0)),
			cell(1, contentsOf(fresh, 1)),
			cell(
				2,
				notes.map((words) => cellParagraph([{ kind: 'same', text: words, isNumber: false }], false)),
			),
		],
	})
}

/** A row of no more lines stays on one page; to keep a longer one together would leave too much of a page empty. */
const MOST_LINES_TOGETHER = 7
/** So many characters go into a line of the three columns. */
const CHARACTERS_A_LINE = [19, 19, 11] as const

function linesNeeded({ old, new: fresh, notes }: ComparisonRow): number {
	const texts = [old, fresh].map((contents) =>
		contents
			.flatMap((content) => ('rows' in content ? linesOfTable(content) : [content]))
			.map((line) => line.map(({ text }) => text).join('')),
	)
	const counts = [...texts, notes].map((lines, column) =>
		lines.reduce((sum, { length }) => sum + Math.ceil(length / (CHARACTERS_A_LINE[column] ?? 1)), 0),
	)
	return Math.max(...counts)
}

function contentsOf(contents: readonly CellContent[], column: 0 | 1): (Paragraph | Table)[] {
	const written = contents.map((content) =>
		'rows' in content ? tableWithin(content, WIDTHS[column] - 2 * MARGIN) : cellParagraph(content, true),
	)
	// A cell ends with a paragraph: Word does not open one that ends with a table.
	if (written.at(-1) instanceof Table)
		written.push(new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } }))
	if (written.length > 0) return written
	return [
		new Paragraph({
			alignment: AlignmentType.CENTER,
			indent: { firstLine: 0 },
			spacing: SMALL_LINE,
			children: [new TextRun({ text: REDLINE_PAPER.none, size: SMALL })],
		}),
	]
}

function cellParagraph(line: CellLine, isIndented: boolean): Paragraph {
	const hasBlank = /^\s/.test(line[0]?.text ?? '')
	return new Paragraph({
		alignment: AlignmentType.LEFT,
		indent: { firstLine: isIndented && !hasBlank ? 2 * SMALL * 10 : 0 },
		spacing: SMALL_LINE,
		children: line.map(run),
	})
}

/**
 * New words are bold and underlined, old ones stand on grey, as in the tables that legislators are given. No line goes
 * through them: it would make a 二 look like a 三.
 */
function run({ kind, text, isNumber }: CellSpan): TextRun {
	return new TextRun({
		text: writable(text),
		size: SMALL,
		font: isNumber ? HEADING_FONT : BODY_FONT.font,
		...(kind === 'inserted' ? { bold: true, underline: {} } : {}),
		...(kind === 'deleted' ? { shading: { type: ShadingType.CLEAR, fill: 'D0D0D0', color: 'auto' } } : {}),
	})
}

/** A table of the text in its own rows and columns; what came or went with its row or column stands on a ground. */
function tableWithin({ columns, rows }: SideTable, width: number): Table {
	const each = Math.floor(width / columns)
	return new Table({
		width: { size: each * columns, type: WidthType.DXA },
		columnWidths: Array.from({ length: columns }, () => each),
		layout: TableLayoutType.FIXED,
		rows: rows.map(
			(cells) =>
				new TableRow({
					children: cells.map(
						({ columns: across, rows: down, isOwn, lines }) =>
							new TableCell({
								width: { size: each * across, type: WidthType.DXA },
								columnSpan: across,
								rowSpan: down,
								margins: { top: 20, bottom: 20, left: 60, right: 60 },
								...(isOwn ? { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0', color: 'auto' } } : {}),
								children:
									lines.length > 0 ? lines.map((line) => cellParagraph(line, false)) : [new Paragraph('')],
							}),
					),
				}),
		),
	})
}

/** What is left free beside the words of a cell. */
const MARGIN = 100

function cell(column: number, children: readonly (Paragraph | Table)[]): TableCell {
	return new TableCell({
		width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA },
		verticalAlign: VerticalAlign.TOP,
		margins: { top: 60, bottom: 60, left: MARGIN, right: MARGIN },
		children: children.length > 0 ? [...children] : [new Paragraph('')],
	})
}
