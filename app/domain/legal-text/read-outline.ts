import type { Clause, Paragraph } from './legal-text.ts'
import type { Line } from './line-kind.ts'

const LEVELS = ['first-level', 'item', 'sub-item', 'fourth-level'] as const

/** Reads a text numbered 一、（一）1.（1）: each numbered line begins a section, what follows unnumbered belongs to it. */
export function readOutline(lines: readonly Line[]): Clause[] {
	const clauses: Clause[] = []
	const path: { number: number; label: string }[] = []
	const seen = new Map<string, number>()
	let paragraphs: Paragraph[] = []
	for (const line of lines) {
		const level = LEVELS.findIndex((kind) => kind === line.begins.kind)
		if (level >= 0 && 'number' in line.begins) {
			path.splice(level)
			path[level] = { number: line.begins.number, label: line.text.trim() }
			const key = unique(seen, path.map((step) => step?.number ?? 0).join('.'))
			const anchor = `sec-${key.replaceAll('.', '-')}`
			paragraphs = [{ line: line.index, label: line.begins.label, body: line.text.slice(line.begins.label.length), kind: level === 0 ? 'heading' : 'item', anchor }]
			const headings = path.slice(0, level).flatMap((step) => (step ? [step.label] : []))
			clauses.push({ key, label: line.begins.label.trim(), kind: 'section', headings, anchor, paragraphs })
			continue
		}
		if (clauses.length === 0) clauses.push({ key: 'top-1', label: '', kind: 'top', headings: [], anchor: 'top-1', paragraphs })
		const anchor = clauses.at(-1)?.anchor ?? 'top-1'
		paragraphs.push({ line: line.index, label: '', body: line.text, kind: line.index === 0 ? 'title' : 'text', anchor: paragraphs.length === 0 ? `${anchor}-1` : `${anchor}-p${paragraphs.length + 1}` })
	}
	return clauses
}

function unique(seen: Map<string, number>, key: string): string {
	const count = (seen.get(key) ?? 0) + 1
	seen.set(key, count)
	return count === 1 ? key : `${key}.r${count}`
}
