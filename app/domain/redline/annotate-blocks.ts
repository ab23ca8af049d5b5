import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { findLookAlikes } from '#app/domain/precheck/look-alikes.ts'
import { findBrokenWords } from './broken-words.ts'
import { changeNature, rowNatures } from './change-nature.ts'
import { textOf } from './compare/settle-segments.ts'
import type { PlacedLookAlike, RedlineBlock, RedlineRow } from './redline.ts'
import { findReferences } from './reference-findings.ts'

const LONG = 2000

type Clauses = { readonly old: readonly Clause[]; readonly new: readonly Clause[] }

/**
 * Adds to compared blocks what is not seen at a glance: where their references lead, which characters look like
 * others, and what the change is about. `pairings` are the clauses of the blocks, in the same order.
 */
export function annotateBlocks(
	blocks: readonly RedlineBlock[],
	pairings: readonly Clauses[],
): RedlineBlock[] {
	const references = findReferences(
		blocks.map(({ rows }, at) => ({
			old: pairings[at]?.old ?? [],
			new: pairings[at]?.new ?? [],
			rows,
		})),
	)
	return blocks.map((block, at): RedlineBlock => {
		const found = references[at] ?? []
		const clause = (pairings[at]?.new[0] ?? pairings[at]?.old[0])?.kind ?? 'paragraph'
		const natures = rowNatures(block.kind, clause, block.rows, found)
		return {
			...block,
			nature: changeNature(block.kind, natures),
			rowNatures: natures,
			references: found.map(({ finding }) => finding),
			lookAlikes: lookAlikesIn(block.rows),
		}
	})
}

function lookAlikesIn(rows: readonly RedlineRow[]): PlacedLookAlike[] {
	const all: PlacedLookAlike[] = []
	for (const [paragraph, row] of rows.entries()) {
		if (row.new === null) continue
		const isCompared = row.kind !== 'unchanged' && row.old !== null && !isReplacedAtLength(row)
		const before = isCompared && row.old ? textOf(row.old) : undefined
		const found = findLookAlikes(textOf(row.new), before)
		const slips = isCompared ? findBrokenWords(row.merged) : []
		for (const each of found) all.push({ ...each, paragraph })
		for (const slip of slips)
			if (found.every((each) => each.start !== slip.start)) all.push({ ...slip, paragraph })
	}
	return all
}

/** A long paragraph of which nothing stayed: no character of it was put in the place of another. */
function isReplacedAtLength({ merged }: RedlineRow): boolean {
	return merged.every(({ kind, text }) => kind !== 'same' && text.length > LONG)
}
