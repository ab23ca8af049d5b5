import type { Clause, Paragraph } from './legal-text.ts'
import type { Line } from './lines/line-kind.ts'
import { type LooseKind, partOf, readLoose, rowAnchors } from './read-loose.ts'

type Block = { readonly kind: LooseKind | 'paragraph'; readonly lines: Line[] }

/** Reads a text without numbers: each paragraph with words is a clause; the head and the other parts stay whole. */
export function readParagraphs(lines: readonly Line[]): Clause[] {
	const counts = { top: 0, annex: 0, closing: 0, imprint: 0, paragraph: 0 }
	return blocksOf(lines).map((block): Clause => {
		const count = (counts[block.kind] += 1)
		if (block.kind !== 'paragraph') return readLoose(block.kind, block.lines, [], `${block.kind}-${count}`)
		const anchor = `par-${count}`
		const names = rowAnchors(anchor)
		const paragraphs = block.lines.map(({ index, text, row, role }, at): Paragraph => {
			if (row) return { line: index, label: '', body: text, kind: 'cell', anchor: names(row) }
			const place = at === 0 ? anchor : `${anchor}-b${at}`
			return { line: index, label: '', body: text, kind: role ?? 'text', anchor: place }
		})
		return { key: `p${count}`, label: '', kind: 'paragraph', headings: [], anchor, paragraphs }
	})
}

/** Empty lines go with the one before them, or are the top; a part goes on to the next one. */
function blocksOf(lines: readonly Line[]): Block[] {
	const blocks: Block[] = []
	for (const line of lines) {
		const current = blocks[blocks.length - 1]
		const kind = kindOf(line, current)
		if (current && (kind === null || (kind === 'top' && current.kind === 'top'))) current.lines.push(line)
		else blocks.push({ kind: kind ?? 'top', lines: [line] })
	}
	return blocks
}

/** The kind of block that a line begins, or null where it goes on with the one before. */
function kindOf(line: Line, current: Block | undefined): Block['kind'] | null {
	const part = partOf(line)
	if (part !== null && part !== 'top') return part
	const isBody = part === 'top' || current?.kind === 'paragraph' || current?.kind === 'top' || !current
	if (!isBody || line.text.trim() === '' || line.role === 'note') return null
	if (line.row) return current ? null : 'paragraph'
	return line.role === null ? 'paragraph' : 'top'
}
