import type { Converter } from '#app/documents/convert-to-word.server.ts'
import type { Database, Tx } from '#app/db/open-database.server.ts'
import type { Reader } from '#app/documents/reader/reader.server.ts'
import type { Comparer } from '#app/comparison/comparer.server.ts'
import type { LongReads } from '#app/long-reads/open-long-reads.server.ts'
import type { LooseTexts } from '#app/comparison/loose-texts.ts'
import type { Checkpoints } from '#app/storage/checkpoints.server.ts'
import type { BlobStore } from '#app/storage/blob-store.server.ts'
import type { ClearanceKey } from '#app/storage/clearance-key.server.ts'

/**
 * All that a service may know of the outside: the database, the clock, new ids, files, the clearance key, what compares
 * texts, what reads files and what reads much beside the pages, the log.
 */
export type Shell = {
	readonly db: Database
	readonly now: () => Date
	readonly newId: () => string
	readonly blobs: BlobStore
	readonly clearanceKey: ClearanceKey
	/** Signs how the trail stands, and lays that down elsewhere. */
	readonly checkpoints: Checkpoints
	readonly comparer: Comparer
	readonly reader: Reader
	readonly looseTexts: LooseTexts
	readonly longReads: LongReads
	/** Makes .docx of older formats; null where the office has not set one up. */
	readonly converter: Converter | null
	readonly log: ServiceLog
}

/** A shell for reading alone, which may see its database as it is at one moment. */
export type ReadShell = Omit<Shell, 'db'> & { readonly db: Tx }

/** What services write to the operator's log; never contents of matters. */
export type ServiceLog = {
	readonly info: (facts: Record<string, unknown>, message: string) => void
	readonly warn: (facts: Record<string, unknown>, message: string) => void
	readonly error: (facts: Record<string, unknown>, message: string) => void
}
