import type { LookAlike } from '#app/domain/precheck/look-alikes.ts'
import type { ReferenceFinding, Segment } from '#app/domain/redline/redline.ts'

/** A stretch of a row with what was found in it. Of a finding that is cut in two, the last piece is its end. */
export type MarkedPiece = Segment & {
	readonly reference: ReferenceFinding | null
	readonly lookAlike: LookAlike | null
	readonly isEnd: boolean
}

/**
 * Cuts the segments of a row where a finding in its new text begins or ends. A line that was broken at the edge of a
 * page goes on in its paragraph, so its end is not among what is shown.
 */
export function markPieces(
	merged: readonly Segment[],
	references: readonly ReferenceFinding[],
	lookAlikes: readonly LookAlike[],
): MarkedPiece[] {
	const edges = [...references, ...lookAlikes].flatMap(({ start, end }) => [start, end])
	let at = 0
	return merged.flatMap((segment): MarkedPiece[] => {
		const { kind, text } = segment
		if (kind === 'deleted')
			return shown({ ...segment, text: joinedLines(text), reference: null, lookAlike: null, isEnd: false })
		const from = at
		at += text.length
		return cut(text, from, edges).flatMap((piece) => {
			const isHere = ({ start, end }: { start: number; end: number }) =>
				start < piece.end && piece.start < end
			const reference = references.find(isHere) ?? null
			const lookAlike = lookAlikes.find(isHere) ?? null
			const isEnd = (lookAlike ?? reference)?.end === piece.end
			const words = joinedLines(text.slice(piece.start - from, piece.end - from))
			return shown({ ...segment, text: words, reference, lookAlike, isEnd })
		})
	})
}

/** A piece with words, or with the sign of something that is not seen. */
function shown(piece: MarkedPiece): MarkedPiece[] {
	return piece.text === '' && piece.lookAlike === null ? [] : [piece]
}

/** The text of a paragraph as one line: two Latin words are kept apart, Chinese ones stand as they are. */
export function joinedLines(text: string): string {
	return text.replaceAll(/(?<=[A-Za-z0-9])\n(?=[A-Za-z0-9])/g, ' ').replaceAll('\n', '')
}

function cut(text: string, from: number, edges: readonly number[]): { start: number; end: number }[] {
	const end = from + text.length
	const inside = [...new Set(edges.filter((edge) => edge > from && edge < end))].sort((a, b) => a - b)
	const starts = [from, ...inside]
	return starts.map((start, at) => ({ start, end: starts[at + 1] ?? end }))
}
