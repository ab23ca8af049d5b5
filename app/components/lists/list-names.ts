/** Every list that can be taken away as a file, by the name that its address has. */
export const LISTS = [
	'matters',
	'done',
	'meetings',
	'register',
	'imports',
	'people',
	'grants',
	'audit',
] as const

export type ListName = (typeof LISTS)[number]

/** What a list can be taken away as. */
export const LIST_FORMATS = ['xlsx', 'csv'] as const

export type ListFormat = (typeof LIST_FORMATS)[number]
