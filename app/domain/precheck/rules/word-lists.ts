/** A law or regulation that is in force: its title without 中华人民共和国, and what is known of its text. */
export type KnownStatute = {
	readonly title: string
	/** Whether its full title begins with 中华人民共和国. */
	readonly hasPrefix: boolean
	/** How many articles it has; null where that is not known. */
	readonly articles: number | null
	/** The year of the text in force; null where that is not known. */
	readonly year: number | null
}

/** A title that may no longer be cited as law in force. */
export type EndedStatute = {
	readonly title: string
	/** The rule that speaks of it. */
	readonly rule: 'D1' | 'D2' | 'D3' | 'D3a'
	/** The day from which it is no longer law, YYYY-MM-DD. */
	readonly since: string
	/** What holds in its place, with the article that says so, as printed. */
	readonly instead: string
}

/** A word and the word that should stand in its place. */
export type WordPair = { readonly wrong: string; readonly right: string }

/** The lists that the rules read. They are reference data: a release or an administrator brings new ones. */
export type WordLists = {
	readonly statutes: readonly KnownStatute[]
	readonly ended: readonly EndedStatute[]
	/** Names of bodies from before a reform. `wrong` is a pattern's source. */
	readonly oldBodies: readonly WordPair[]
	/** Written wrongly, by pattern's source. */
	readonly slips: readonly WordPair[]
}
