import { nameOf } from '#app/domain/redline-reading/clause-names.ts'
import type { MatchCorrection, Redline, RedlineBlock } from './redline.ts'

/** A correction as it is kept. `withdrawsId` names the one that it takes back; then it says nothing of its own. */
export type KeptCorrection = MatchCorrection & { readonly id: string; readonly withdrawsId: string | null }

/**
 * The corrections that count, of all that were made on a pair, oldest first: what was taken back does not, and of two
 * on the same old clause the newer one does. What is said to have no predecessor gives way to a newer word on it, and
 * the other way round.
 */
export function correctionsInForce<Kept extends KeptCorrection>(rows: readonly Kept[]): Kept[] {
	const withdrawn = new Set(rows.map((row) => row.withdrawsId))
	let inForce: Kept[] = []
	for (const row of rows) {
		if (row.withdrawsId !== null || withdrawn.has(row.id)) continue
		inForce = [...inForce.filter((kept) => !contradicts(row, kept)), row]
	}
	return inForce
}

/** Whether both speak of the same clause. Two old clauses that became the same new one were merged: no contradiction. */
function contradicts(a: MatchCorrection, b: MatchCorrection): boolean {
	if (a.old === b.old && a.old !== '') return true
	return (a.old === '' || b.old === '') && a.new.some((key) => b.new.includes(key))
}

/** The names of the clauses that a correction names, or null when the two texts do not have them. */
export function labelsOf(
	redline: Redline,
	correction: MatchCorrection,
): { readonly old: string; readonly new: readonly string[] } | null {
	const labels = (side: 'old' | 'new') =>
		new Map(
			redline.blocks
				.flatMap((block: RedlineBlock) => block[side])
				.filter((clause) => !clause.isHeading)
				.map((clause) => [clause.key, nameOf(clause)]),
		)
	const old = correction.old === '' ? '' : labels('old').get(correction.old)
	const names = labels('new')
	const fresh = correction.new.map((key) => names.get(key))
	if (old === undefined || !fresh.every((label) => label !== undefined)) return null
	return { old, new: fresh }
}
