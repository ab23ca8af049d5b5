/** The same keys with any sentence: a language that lacks a key, or has one too many, does not compile. */
export type SameShape<Source> = {
	readonly [Key in keyof Source]: Source[Key] extends string ? string : SameShape<Source[Key]>
}
