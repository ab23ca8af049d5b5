import type { PaperFacts, RedlinePaper } from '#app/documents/papers/paper-facts.ts'
import type { Given } from '#app/domain/redline/compared-text.ts'
import type { MatchCorrection } from '#app/domain/redline/redline.ts'

/** Two texts to compare, with what people said of their matches. */
export type ComparisonAsked = {
	readonly old: Given
	readonly new: Given
	readonly corrections: readonly MatchCorrection[]
}

/** A paper of such a comparison. */
export type PaperAsked = {
	readonly paper: RedlinePaper
	readonly facts: PaperFacts
	readonly corrections: readonly MatchCorrection[]
}

/** How much is compared where, and how much is kept. Sizes count the UTF-16 code units of both texts together. */
export type ComparerBounds = {
	/** Up to here a pair is compared, and its papers are written, in place: sending it to a thread would take longer than it is worth. */
	readonly inPlace: number
	/** Up to here the Word file of a sealed paper is written in place, by the UTF-16 code units of its content. */
	readonly sealedInPlace: number
	/** Threads that compare at the same time, at most. */
	readonly threads: number
	/** Above this a pair is large; one thread is kept free of large pairs. */
	readonly large: number
	/** What is kept of results, by the sizes of their texts. */
	readonly kept: number
}
