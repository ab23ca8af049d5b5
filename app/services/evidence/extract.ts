import type { CoveredEntry } from '#app/db/read-evidence.server.ts'

/** The checkpoint that an archive stands under: how many leaves, and the note with the lines of a witness. */
export type StandsUnder = {
	readonly size: number
	readonly note: string
	/** The last entry of the stream that its list has. */
	readonly last: { readonly seq: number; readonly hash: string }
}

/** What an archive is of: one stream of a house, as far as a checkpoint has it. */
export type Extract = {
	readonly jurisdictionId: string
	readonly stream: string
	readonly checkpoint: StandsUnder
}

/** Where an entry of the extract stands in the list of leaves. */
export type Place = Omit<CoveredEntry, 'leaf'>
