import type { CellLine, CellSpan } from './cell-line.ts'
import type { CellContent, ComparisonRow } from './comparison-rows.ts'
import { linesOfTable } from './side-table.ts'

/** A row of a spreadsheet; `isFirst` is the one that begins a change. */
export type SheetPart = {
	readonly old: readonly CellLine[]
	readonly new: readonly CellLine[]
	readonly notes: readonly string[]
	readonly isFirst: boolean
}

/**
 * So many characters a row of a spreadsheet shows in each of its first two cells: none is higher than 409 points, and
 * what is longer would be cut off where nobody sees it.
 */
const MOST_CHARACTERS = 500
/** A paragraph takes a line even if it is short. */
const CHARACTERS_A_LINE = 22

/** Cuts long changes into several rows, between paragraphs where that will do and else after a sentence. */
export function cutRows(rows: readonly ComparisonRow[]): SheetPart[] {
	return rows.flatMap(({ old, new: fresh, notes }): SheetPart[] => {
		const [left, right] = [piles(linesOf(old)), piles(linesOf(fresh))]
		const reasons = piles(notes.map((text) => [{ kind: 'same', text, isNumber: false }]))
		const count = Math.max(left.length, right.length, reasons.length, 1)
		return Array.from({ length: count }, (_, at) => ({
			old: left[at] ?? [],
			new: right[at] ?? [],
			notes: (reasons[at] ?? []).map((line) => line.map(({ text }) => text).join('')),
			isFirst: at === 0,
		}))
	})
}

/** A cell of a spreadsheet holds no table: its rows are lines there. */
function linesOf(contents: readonly CellContent[]): CellLine[] {
	return contents.flatMap((content) => ('rows' in content ? linesOfTable(content) : [content]))
}

function piles(lines: readonly CellLine[]): CellLine[][] {
	const all: CellLine[][] = []
	let room = 0
	for (const line of lines.flatMap(cutLine)) {
		const need = roomOf(line)
		const pile = all[all.length - 1]
		if (pile && need <= room) pile.push(line)
		else {
			all.push([line])
			room = MOST_CHARACTERS
		}
		room -= need
	}
	return all
}

function roomOf(line: CellLine): number {
	const length = line.reduce((sum, { text }) => sum + text.length, 0)
	return Math.ceil(Math.max(length, 1) / CHARACTERS_A_LINE) * CHARACTERS_A_LINE
}

/** A paragraph in pieces that fit. */
function cutLine(line: CellLine): CellSpan[][] {
	const pieces: CellSpan[][] = [[]]
	let room = MOST_CHARACTERS
	for (const span of line)
		for (const text of sentencesOf(span.text)) {
			if (text.length > room) {
				pieces.push([])
				room = MOST_CHARACTERS
			}
			pieces[pieces.length - 1]?.push({ ...span, text })
			room -= text.length
		}
	return pieces.filter((piece) => piece.length > 0)
}

/** Sentences, and of what has none pieces that fit, never half a character. */
function sentencesOf(text: string): string[] {
	return text.match(/[^。；]{0,400}[。；]|[^。；]{1,400}(?![\uDC00-\uDFFF])/gu) ?? []
}
