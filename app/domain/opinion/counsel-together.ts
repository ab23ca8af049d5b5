import type { Conclusion } from './conclusion.ts'

type Said = { readonly name: string; readonly conclusion: Conclusion }

/** What several counsel said together: each conclusion with those who came to it, in the order in which it was first said. */
export type CounselTogether = {
	readonly groups: readonly { readonly conclusion: Conclusion; readonly names: readonly string[] }[]
	/** Whose conclusion is another than the review's; nobody while that has none. */
	readonly apart: readonly string[]
}

/** Brings the opinions of counsel of one round together (Decree 713 art. 28): who agrees, and who differs from the review. */
export function counselTogether(said: readonly Said[], conclusion: Conclusion | null): CounselTogether {
	const conclusions = [...new Set(said.map((each) => each.conclusion))]
	const namesOf = (of: Conclusion) => said.filter((each) => each.conclusion === of).map(({ name }) => name)
	return {
		groups: conclusions.map((each) => ({ conclusion: each, names: namesOf(each) })),
		apart:
			conclusion === null
				? []
				: said.filter((each) => each.conclusion !== conclusion).map(({ name }) => name),
	}
}
