/** From what likeness on clauses are taken to belong together. */
export type Thresholds = {
	/** Below this two clauses in order are not one rule rewritten, but two rules. */
	readonly inOrder: number
	/** The only two that are left between matched neighbours may differ more. */
	readonly between: number
	/** A clause that stands elsewhere has to be surely the same one; close by, less sure will do. */
	readonly moved: number
	readonly movedNear: number
	/** So much of a clause has to stand in what is left of another, and of what is left in it, to be a part of it. */
	readonly part: number
}

/** The thresholds in use; `bench:redline-thresholds` tells how much the choice matters. */
export const THRESHOLDS: Thresholds = { inOrder: 0.24, between: 0.14, moved: 0.5, movedNear: 0.3, part: 0.4 }
