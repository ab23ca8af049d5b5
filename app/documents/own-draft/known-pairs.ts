import { linesOf } from '#app/domain/document/plain-lines.ts'
import { parseDocument } from '#app/domain/legal-text/parse-legal-text.ts'
import type { Link } from '#app/domain/redline/align/heaviest-chain.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import { type PlacedLine, placeLines } from '../marked-lines/placed-lines.ts'
import type { OwnDraft } from './own-draft.server.ts'

/** One side of a comparison with the places of its lines in the tree. */
export type TextSide = {
	readonly draft: OwnDraft
	/** The block of the body that a place of the text stands in, counted without text boxes. */
	readonly blockAt: ReadonlyMap<string, number>
	/** The paragraph of the tree that a place of the text stands in. */
	readonly placeAt: ReadonlyMap<string, string>
	readonly lines: readonly PlacedLine[]
}

export function textSide(draft: OwnDraft): TextSide {
	const order = new Map<string, number>()
	for (const block of draft.document.body) if (block.kind !== 'text-box') order.set(block.place, order.size)
	const plain = linesOf(draft.document)
	const lines = placeLines(parseDocument(draft.document))
	const blockAt = new Map<string, number>()
	const placeAt = new Map<string, string>()
	for (const { paragraph } of lines) {
		const line = plain[paragraph.line]
		if (line === undefined || line.note !== null) continue
		placeAt.set(paragraph.anchor, line.place)
		const block = order.get(line.place.split('/').slice(0, 2).join('/'))
		if (block !== undefined) blockAt.set(paragraph.anchor, block)
	}
	return { draft, blockAt, placeAt, lines }
}

/** The blocks that a comparison of the texts puts beside each other, weighed by the words that stayed. */
export function knownPairs(old: TextSide, fresh: TextSide, redline: Redline): Link[] {
	const weights = new Map<string, Link>()
	for (const { rows } of redline.blocks)
		for (const row of rows) {
			const [a, b] = [old.blockAt.get(row.oldAnchor ?? ''), fresh.blockAt.get(row.newAnchor ?? '')]
			if (a === undefined || b === undefined) continue
			const stayed = row.merged.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)
			const key = `${a} ${b}`
			const before = weights.get(key)?.weight ?? 0
			weights.set(key, { old: a, new: b, weight: before + stayed + 1 })
		}
	return [...weights.values()]
}

/** The paragraph of the older draft that a comment's place stands in; the first one where there is no such place. */
export function placeOfAnchor({ placeAt, lines }: TextSide, anchor: string): string {
	const exact = placeAt.get(anchor)
	if (exact !== undefined) return exact
	const within = (clause: string) => anchor === clause || anchor.startsWith(`${clause}-`)
	const fits = lines.filter(({ clause }) => within(clause.anchor))
	const nearest = fits.toSorted((a, b) => b.clause.anchor.length - a.clause.anchor.length)[0] ?? lines[0]
	return placeAt.get(nearest?.paragraph.anchor ?? '') ?? ''
}
