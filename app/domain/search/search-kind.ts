/** What can be searched: matters with their text and their opinions, documents of the register, meetings. */
export const SEARCH_KINDS = ['matter', 'document', 'meeting'] as const

export type SearchKind = (typeof SEARCH_KINDS)[number]
