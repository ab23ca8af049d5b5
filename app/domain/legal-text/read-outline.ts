import { anchorNames } from './anchor-names.ts'
import type { Clause, Paragraph } from './legal-text.ts'
import { type Line, isPageNumber, type TableRow } from './lines/line-kind.ts'
import { partOf, readLoose, rowAnchors } from './read-loose.ts'
import { withoutBlanks } from './without-blanks.ts'

/** The levels of GB/T 9704 7.3.3, from the widest: 一、（一）1.（1）. */
const LEVELS = ['first-level', 'item', 'sub-item', 'fourth-level'] as const

type Step = { readonly number: number; readonly label: string }
type Open = Clause & { readonly paragraphs: Paragraph[] }

/** Whether a line begins a section of this scheme. */
export function isSectionLine({ begins }: Line): boolean {
	return begins.kind === 'decimal' || LEVELS.some((level) => level === begins.kind)
}

/**
 * Reads a text numbered 一、（一）1.（1）, or 1, 1.1, 1.1.1: each numbered line begins a section, what follows unnumbered
 * belongs to it. Annexes, closing and imprint belong to no section.
 */
export function readOutline(lines: readonly Line[]): Clause[] {
	const isDecimal = lines.some(({ begins }) => begins.kind === 'decimal')
	const readStep = isDecimal ? decimalReader() : levelReader()
	const clauses: Open[] = []
	const counts = { top: 0, annex: 0, closing: 0, imprint: 0 }
	for (const block of blocksOf(lines, isDecimal)) {
		const [first] = block
		const section = first && readStep(first)
		if (section) {
			const names = rowAnchors(section.anchor)
			for (const line of block.slice(1)) section.paragraphs.push(paragraphOf(line, section, names))
			clauses.push(section)
			continue
		}
		const kind = (first && partOf(first)) ?? 'top'
		// Read from its lines just now, so what is open of it is still written to.
		clauses.push(readLoose(kind, block, [], `${kind}-${(counts[kind] += 1)}`) as Open)
	}
	return clauses
}

/** Each numbered line begins a block, and each line that begins a part. */
function blocksOf(lines: readonly Line[], isDecimal: boolean): Line[][] {
	const blocks: Line[][] = []
	for (const line of lines) {
		const { kind } = line.begins
		const isTop = kind === 'decimal' || kind === 'article'
		const begins = partOf(line) !== null || (isDecimal ? isTop : isSectionLine(line))
		const current = blocks[blocks.length - 1]
		if (begins || !current) blocks.push([line])
		else current.push(line)
	}
	return blocks
}

/** Reads the sections of 一、（一）1.（1）, each below the ones before it. */
function levelReader(): (line: Line) => Open | null {
	const path: (Step | undefined)[] = []
	const name = anchorNames()
	return ({ index, text, begins }) => {
		const level = LEVELS.findIndex((kind) => kind === begins.kind)
		if (level < 0 || !('number' in begins)) return null
		const headings = path.slice(0, level).flatMap((step) => (step ? [step.label] : []))
		path.splice(level)
		path[level] = { number: begins.number, label: text.trim() }
		const anchor = name(`sec-${Array.from(path, (step) => step?.number ?? 0).join('-')}`)
		const key = anchor
			.slice('sec-'.length)
			.replace(/^(?:0-)+/, '')
			.replaceAll('-', '.')
		const kind = level === 0 ? 'heading' : 'item'
		return sectionOf({ index, text, begins }, kind, { key, headings, anchor })
	}
}

/** Reads the sections of 1, 1.1, 1.1.1; 第3条 among them is the third. */
function decimalReader(): (line: Line) => Open | null {
	const headings = new Map<string, string>()
	const name = anchorNames()
	return ({ index, text, begins }) => {
		const path = begins.kind === 'decimal' ? begins.path : begins.kind === 'article' ? [begins.number] : null
		if (path === null) return null
		const above = path.slice(0, -1).flatMap((_step, depth) => {
			const heading = headings.get(path.slice(0, depth + 1).join('.'))
			return heading === undefined ? [] : [heading]
		})
		headings.set(path.join('.'), text.trim())
		const anchor = name(`num-${path.join('-')}`)
		const key = anchor.slice('num-'.length).replaceAll('-', '.').replace('.r', '-r')
		const kind = path.length === 1 ? 'heading' : 'item'
		return sectionOf({ index, text, begins }, kind, { key, headings: above, anchor })
	}
}

function sectionOf(
	{ index, text, begins }: Pick<Line, 'index' | 'text' | 'begins'>,
	kind: 'heading' | 'item',
	place: Pick<Clause, 'key' | 'headings' | 'anchor'>,
): Open {
	const body = text.slice(begins.label.length)
	const paragraph: Paragraph = { line: index, label: begins.label, body, kind, anchor: place.anchor }
	return { ...place, label: withoutBlanks(begins.label), kind: 'section', paragraphs: [paragraph] }
}

function paragraphOf(
	{ index, text, role, row }: Line,
	{ anchor, paragraphs }: Open,
	names: (row: TableRow) => string,
): Paragraph {
	if (row) return { line: index, label: '', body: text, kind: 'cell', anchor: names(row) }
	const label = isPageNumber(text) ? text : ''
	const body = text.slice(label.length)
	return { line: index, label, body, kind: role ?? 'text', anchor: `${anchor}-p${paragraphs.length + 1}` }
}
