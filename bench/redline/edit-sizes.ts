/** How long our scripts are beside the shortest ones, in code points, inside articles that belong together. */
import { diff } from 'fast-myers-diff'
import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { alignTexts } from '#app/domain/redline/compare-texts.ts'
import { compareClauses } from '#app/domain/redline/compare/compare-clauses.ts'
import { openWorkBudget } from '#app/domain/redline/compare/work-budget.ts'
import type { Pair } from './true-pairs.ts'

export type EditSizes = { readonly shortest: number; readonly raw: number; readonly shown: number }

/** The shortest character script of each pair of clauses, ours before it was made readable, and what is shown. */
export function editSizes({ oldText, newText }: Pair): EditSizes {
	const budget = openWorkBudget(oldText.length + newText.length)
	let [shortest, raw, shown] = [0, 0, 0]
	const { pairings, tables } = alignTexts(oldText, newText)
	for (const pairing of pairings) {
		if (pairing.old[0]?.kind !== 'article' || pairing.new.length === 0) continue
		const changes = diff(codePoints(pairing.old), codePoints(pairing.new))
		for (const [from, to, start, end] of changes) shortest += to - from + (end - start)
		const compared = compareClauses(pairing.old, pairing.new, tables, budget)
		raw += compared.edits
		for (const { merged } of compared.rows)
			for (const { kind, text } of merged) if (kind !== 'same') shown += [...text].length
	}
	return { shortest, raw, shown }
}

function codePoints(clauses: readonly Clause[]): string[] {
	return [...clauses.flatMap((clause) => clause.paragraphs.map((paragraph) => paragraph.body)).join('')]
}
