import type { BesideChange } from '#app/domain/document/compare-beside.ts'
import type { Redline, Segment } from '#app/domain/redline/redline.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { tableHead } from '../comparison-table/table-head.ts'
import type { ComparedTexts } from '../papers/paper-facts.ts'
import { xmlText } from '../papers/xml-text.ts'
import { PRINT_STYLES } from './print-styles.ts'
import { type PrintedBlock, printedBlocks } from './printed-blocks.ts'
import type { PrintedCell, PrintedContent, PrintedLine, PrintedTable } from './printed-tables.ts'

/** A comparison as one page that needs nothing else: no script, no font, no picture, nothing from any network. */
export function redlineHtml(
	texts: ComparedTexts,
	redline: Redline,
	showsQuiet = false,
	beside: readonly BesideChange[] = [],
): string {
	const { title, sides, summary } = tableHead(texts, redline)
	const name = title.replace(REDLINE_PAPER.table, REDLINE_PAPER.redline)
	const blocks = redline.identical ? [] : printedBlocks(texts, redline, showsQuiet)
	const isQuiet = blocks.every(({ fate }) => fate === 'unchanged')
	const intro = [
		...sides,
		summary,
		...beside.map(besideWords),
		!redline.identical && isQuiet ? REDLINE_PAPER.onlyBlanks : '',
		isQuiet ? '' : REDLINE_PAPER.printLegend,
	]
	return [
		'<!doctype html>',
		'<html lang="zh-CN"><head><meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${xmlText(name)}</title><style>${PRINT_STYLES}</style></head><body><main>`,
		`<h1>${xmlText(name)}</h1>`,
		...intro.filter((words) => words !== '').map((words) => `<p class="facts">${xmlText(words)}</p>`),
		isQuiet ? '' : `<p class="facts on-screen">${xmlText(REDLINE_PAPER.foldedLegend)}</p>`,
		...blocks.map(blockHtml),
		'</main></body></html>',
		'',
	].join('\n')
}

function besideWords(change: BesideChange): string {
	const { beside } = REDLINE_PAPER
	if (change.kind === 'image') return beside[change.fate](change.position)
	const where = change.section === null ? '' : beside.section(change.section)
	return beside[change.kind](where, change.old, change.new)
}

function blockHtml({ anchor, name, kind, fate, contents, findings }: PrintedBlock): string {
	const noted = findings.map((words) => `<p class="found">${xmlText(words)}</p>`).join('')
	const body = noted + contents.map(contentHtml).join('')
	if (fate === 'unchanged')
		return `<details><summary>${xmlText(REDLINE_PAPER.folded(name))}</summary>${body}</details>`
	const head = `<h2>${xmlText(name)}<span class="kind">${xmlText(kind)}</span></h2>`
	return `<section id="${xmlText(anchor)}">${head}${fate === 'renumbered' ? '' : body}</section>`
}

function contentHtml(content: PrintedContent): string {
	return content.line ? lineHtml(content.line) : tableHtml(content.table)
}

/** Both tables as one, with what became of rows and columns in words beside them. */
function tableHtml({ kind, columns, rows }: PrintedTable): string {
	const { row: rowWords, column: columnWords } = REDLINE_PAPER.tableLines
	const hasRowMarks = rows.some((row) => row.kind in rowWords)
	const mark = (words: string) => `<td class="mark">${xmlText(words)}</td>`
	const wordsFor = (words: Readonly<Record<string, string>>, fate: string) => words[fate] ?? ''
	const head = columns.some((fate) => fate in columnWords)
		? `<tr>${hasRowMarks ? mark('') : ''}${columns.map((fate) => mark(wordsFor(columnWords, fate))).join('')}</tr>`
		: ''
	const body = rows.map(({ kind: fate, isHeader, cells }) => {
		const marked = hasRowMarks ? mark(wordsFor(rowWords, fate)) : ''
		return `<tr class="${fate}">${marked}${cells.map((cell) => cellHtml(cell, isHeader)).join('')}</tr>`
	})
	const caption =
		kind in REDLINE_PAPER.tableKind ? `<caption>${wordsFor(REDLINE_PAPER.tableKind, kind)}</caption>` : ''
	return `<div class="wide"><table class="${kind}">${caption}${head}${body.join('')}</table></div>`
}

function cellHtml({ kind, columns, rows, respanned, contents }: PrintedCell, isHeader: boolean): string {
	const element = isHeader ? 'th' : 'td'
	const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`
	const note = respanned
		? `<p class="found">${xmlText(REDLINE_PAPER.respanned(respanned.old, respanned.new))}</p>`
		: ''
	return `<${element} class="${kind}"${spans}>${contents.map(contentHtml).join('')}${note}</${element}>`
}

function lineHtml({ label, body }: PrintedLine): string {
	const hasBlank = /^\s/.test([...label, ...body][0]?.text ?? '')
	const number = label.length > 0 ? `<b>${label.map(segmentHtml).join('')}</b>` : ''
	return `<p${hasBlank ? ' class="flush"' : ''}>${number}${body.map(segmentHtml).join('')}</p>`
}

/** Words for the ear say what colour and line say to the eye. */
function segmentHtml({ kind, text, moved }: Segment): string {
	const words = xmlText(text)
	if (kind === 'same') return words
	const element = kind === 'inserted' ? 'ins' : 'del'
	if (moved) {
		const where =
			kind === 'inserted' ? REDLINE_PAPER.movedFrom(moved.place) : REDLINE_PAPER.movedTo(moved.place)
		return `<${element} class="moved">${words}</${element}><small>（${xmlText(where)}）</small>`
	}
	return `<${element}><span class="ear">${REDLINE_PAPER.spoken[kind]}</span>${words}</${element}>`
}
