import type { Redline, RedlineBlock } from './redline.ts'

/**
 * The block in which a place of the older text (art-13-p2-i3) now stands, or null when the older text has no such
 * place. Of two clauses that both begin like it the longer counts: art-13-1 is 第十三条之一, not a part of art-13.
 */
export function findBlock(redline: Redline, anchor: string): RedlineBlock | null {
	const fits = redline.blocks.flatMap((block) =>
		block.old
			.filter((clause) => anchor === clause.anchor || anchor.startsWith(`${clause.anchor}-`))
			.map((clause) => ({ block, length: clause.anchor.length })),
	)
	return fits.toSorted((a, b) => b.length - a.length)[0]?.block ?? null
}
