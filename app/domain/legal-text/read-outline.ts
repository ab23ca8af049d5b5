import { anchorNames } from './anchor-names.ts'
import type { Clause, Paragraph } from './legal-text.ts'
import { type Line, isPageNumber } from './line-kind.ts'
import { withoutBlanks } from './without-blanks.ts'

/** The levels of GB/T 9704 7.3.3, from the widest: 一、（一）1.（1）. */
const LEVELS = ['first-level', 'item', 'sub-item', 'fourth-level'] as const

type Step = { readonly number: number; readonly label: string }

/** Whether a line begins a section of this scheme. */
export function isSectionLine({ begins }: Line): boolean {
	return LEVELS.some((level) => level === begins.kind)
}

/** Reads a text numbered 一、（一）1.（1）: each numbered line begins a section, what follows unnumbered belongs to it. */
export function readOutline(lines: readonly Line[]): Clause[] {
	const clauses: (Clause & { readonly paragraphs: Paragraph[] })[] = []
	const path: (Step | undefined)[] = []
	const name = anchorNames()
	for (const line of lines) {
		const { index, text, begins } = line
		const level = LEVELS.findIndex((kind) => kind === begins.kind)
		if (level >= 0 && 'number' in begins) {
			const headings = path.slice(0, level).flatMap((step) => (step ? [step.label] : []))
			path.splice(level)
			path[level] = { number: begins.number, label: text.trim() }
			const anchor = name(`sec-${Array.from(path, (step) => step?.number ?? 0).join('-')}`)
			const body = text.slice(begins.label.length)
			const kind = level === 0 ? 'heading' : 'item'
			const paragraphs: Paragraph[] = [{ line: index, label: begins.label, body, kind, anchor }]
			const key = anchor
				.slice('sec-'.length)
				.replace(/^(?:0-)+/, '')
				.replaceAll('-', '.')
			clauses.push({
				key,
				label: withoutBlanks(begins.label),
				kind: 'section',
				headings,
				anchor,
				paragraphs,
			})
			continue
		}
		if (clauses.length === 0)
			clauses.push({ key: 'top-1', label: '', kind: 'top', headings: [], anchor: 'top-1', paragraphs: [] })
		const clause = clauses[clauses.length - 1]
		if (!clause) continue
		const count = clause.paragraphs.length + 1
		const anchor = clause.kind === 'top' ? `top-1-${count}` : `${clause.anchor}-p${count}`
		const label = isPageNumber(text) ? text : ''
		clause.paragraphs.push({
			line: index,
			label,
			body: text.slice(label.length),
			kind: index === 0 ? 'title' : 'text',
			anchor,
		})
	}
	return clauses
}
