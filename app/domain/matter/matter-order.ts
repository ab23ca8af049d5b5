/** What a list of matters can be put in order by; `opened` is the order in which they were begun. */
export const MATTER_SORTS = ['opened', 'title', 'number', 'state', 'since', 'due'] as const

export type MatterSort = (typeof MATTER_SORTS)[number]

/** An order of matters. What has no number or no due day comes last either way; states follow the procedure. */
export type MatterOrder = { readonly sort: MatterSort; readonly isDescending: boolean }

/** The order without a choice: newest first. */
export const NEWEST_FIRST: MatterOrder = { sort: 'opened', isDescending: true }

/** The word of an order in an address: `due`, or `-due` for the other way round. */
export function orderWord({ sort, isDescending }: MatterOrder): string {
	return `${isDescending ? '-' : ''}${sort}`
}

/** The order that a word of an address names; what names none is newest first. */
export function orderOfWord(word: string | undefined): MatterOrder {
	const isDescending = word?.startsWith('-') ?? false
	const name = isDescending ? word?.slice(1) : word
	const sort = MATTER_SORTS.find((each) => each === name)
	return sort ? { sort, isDescending } : NEWEST_FIRST
}

/** Where a list goes on: behind the matter of this id, which has this value in the order of the list. */
export type MatterPoint = { readonly id: string; readonly value: string | null }
