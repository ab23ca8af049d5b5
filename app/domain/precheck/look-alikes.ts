/** A character or a stretch that looks like something it is not. */
export type LookAlike = {
	/** Code units in the text. */
	readonly start: number
	readonly end: number
	/** U+0430 */
	readonly codePoints: readonly string[]
	readonly kind:
		| 'bidi'
		| 'zero-width'
		| 'tag'
		| 'variation'
		| 'control'
		| 'full-width'
		| 'compatibility'
		| 'foreign-script'
		| 'confusable'
	readonly looksLike: string | null
	readonly isInvisible: boolean
}
