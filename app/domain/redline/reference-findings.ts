/** A reference in a new text, and whether it still leads where it led. */
export type ReferenceFinding = {
	/** The target was renumbered and the reference was not; there is no such target; the reference follows a renumbering. */
	readonly status: 'stale' | 'missing' | 'followed'
	/** The row of the block. */
	readonly paragraph: number
	/** Code units in the row's new text. */
	readonly start: number
	readonly end: number
	/** As it is written: 第九条第二款. */
	readonly cited: string
	/** As it would be right: 第十条第二款, or null when the target is gone. */
	readonly expected: string | null
}
