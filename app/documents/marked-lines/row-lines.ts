import { linesOf } from '#app/domain/document/plain-lines.ts'
import type { ReadSide } from '#app/domain/redline/compared-text.ts'
import { type PlacedLine, placeLines } from './placed-lines.ts'

/**
 * The lines of words alone as they were written: a row of a pasted table is one line of them, at the place of its first
 * cell, blanks and tabs included.
 */
export function linesAsWritten({ document, legal, text }: ReadSide): PlacedLine[] {
	const written = text.split('\n')
	const plain = linesOf(document)
	const rows = new Map<string, number>()
	let next = 0
	for (const block of document.body)
		if (block.kind === 'table') for (const row of block.rows) rows.set(row.place, next++)
		else next += 1
	const seen = new Set<string>()
	return placeLines(legal).flatMap((line): PlacedLine[] => {
		if (line.paragraph.kind !== 'cell') return [line]
		const row = rowOf(plain[line.paragraph.line]?.place ?? '')
		const body = written[rows.get(row) ?? -1]
		if (body === undefined || seen.has(row)) return []
		seen.add(row)
		return [{ ...line, paragraph: { ...line.paragraph, body } }]
	})
}

/** body/3/1 of body/3/1/0/0. */
function rowOf(place: string): string {
	return place.split('/').slice(0, 3).join('/')
}
