import type { LookAlike } from '#app/domain/precheck/look-alikes.ts'
import type { ReferenceFinding, Segment } from '#app/domain/redline/redline.ts'

/** A stretch of a row with what was found in it. Of a finding that is cut in two, the last piece is its end. */
export type MarkedPiece = Segment & {
	readonly reference: ReferenceFinding | null
	readonly lookAlike: LookAlike | null
	readonly isEnd: boolean
}

/** Cuts the segments of a row where a finding in its new text begins or ends. */
export function markPieces(
	merged: readonly Segment[],
	references: readonly ReferenceFinding[],
	lookAlikes: readonly LookAlike[],
): MarkedPiece[] {
	const edges = [...references, ...lookAlikes].flatMap(({ start, end }) => [start, end])
	let at = 0
	return merged.flatMap(({ kind, text }): MarkedPiece[] => {
		if (kind === 'deleted') return [{ kind, text, reference: null, lookAlike: null, isEnd: false }]
		const from = at
		at += text.length
		return cut(text, from, edges).map((piece) => {
			const isHere = ({ start, end }: { start: number; end: number }) =>
				start < piece.end && piece.start < end
			const reference = references.find(isHere) ?? null
			const lookAlike = lookAlikes.find(isHere) ?? null
			const isEnd = (lookAlike ?? reference)?.end === piece.end
			return { kind, text: text.slice(piece.start - from, piece.end - from), reference, lookAlike, isEnd }
		})
	})
}

function cut(text: string, from: number, edges: readonly number[]): { start: number; end: number }[] {
	const end = from + text.length
	const inside = [...new Set(edges.filter((edge) => edge > from && edge < end))].sort((a, b) => a - b)
	const starts = [from, ...inside]
	return starts.map((start, at) => ({ start, end: starts[at + 1] ?? end }))
}
