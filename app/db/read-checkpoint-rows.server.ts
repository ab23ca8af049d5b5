import type { Snapshot } from './read-snapshot.server.ts'

/** A signed checkpoint as it is stored. */
export type StoredCheckpoint = {
	readonly jurisdictionId: string
	readonly size: number
	readonly root: string
	readonly note: string
}

/** A leaf of the list, and the hash of the entry that it names; null where there is no such entry. */
export type StoredLeaf = {
	readonly position: number
	readonly stream: string
	readonly seq: number
	readonly hash: string
	readonly entryHash: string | null
}

const BATCH = 2000

/** The jurisdictions that have checkpoints or leaves, one or all. */
export async function readListed(
	snapshot: Snapshot,
	jurisdictionId: string | null,
): Promise<readonly string[]> {
	if (jurisdictionId !== null) return [jurisdictionId]
	const rows = await snapshot.rows<[string]>('SELECT "id" FROM "jurisdiction" ORDER BY "id"')
	return rows.map(([id]) => id)
}

/** The sizes of each jurisdiction's first checkpoint: entries of earlier releases are older than it. */
export async function readFirstSizes(snapshot: Snapshot): Promise<ReadonlyMap<string, number>> {
	const rows = await snapshot.rows<[string, number]>(
		'SELECT "jurisdiction_id", MIN("size") FROM "checkpoint" GROUP BY "jurisdiction_id"',
	)
	return new Map(rows.map(([id, size]) => [id, Number(size)]))
}

/** A jurisdiction's checkpoints, the shortest first. */
export async function* readCheckpoints(
	snapshot: Snapshot,
	jurisdictionId: string,
): AsyncGenerator<StoredCheckpoint> {
	for (let after = -1; ;) {
		const rows = await snapshot.rows<[number, string, string]>(
			`SELECT "size", "root", "note" FROM "checkpoint" WHERE "jurisdiction_id" = ? AND "size" > ?
				ORDER BY "size" LIMIT ${BATCH}`,
			[jurisdictionId, after],
		)
		for (const [size, root, note] of rows) yield { jurisdictionId, size, root, note }
		after = rows.at(-1)?.[0] ?? after
		if (rows.length < BATCH) return
	}
}

/** A jurisdiction's leaves in their order, batch by batch, each with what its entry is now. */
export async function* readLeaves(
	snapshot: Snapshot,
	jurisdictionId: string,
): AsyncGenerator<readonly StoredLeaf[]> {
	for (let after = -1; ;) {
		const rows = await snapshot.rows<[number, string, number, string, string | null]>(
			`SELECT "leaf"."position", "leaf"."stream", "leaf"."seq", "leaf"."hash", "entry"."hash"
			FROM "checkpoint_leaf" "leaf" LEFT JOIN "audit_entry" "entry"
				ON "entry"."jurisdiction_id" = "leaf"."jurisdiction_id" AND "entry"."stream" = "leaf"."stream"
				AND "entry"."seq" = "leaf"."seq"
			WHERE "leaf"."jurisdiction_id" = ? AND "leaf"."position" > ? ORDER BY "leaf"."position" LIMIT ${BATCH}`,
			[jurisdictionId, after],
		)
		if (rows.length > 0)
			yield rows.map(([position, stream, seq, hash, entryHash]) => ({
				position,
				stream,
				seq,
				hash,
				entryHash,
			}))
		after = rows.at(-1)?.[0] ?? after
		if (rows.length < BATCH) return
	}
}

/** The longest list that a receipt of the jurisdiction was given for. */
export async function readLongestReceipt(snapshot: Snapshot, jurisdictionId: string): Promise<number> {
	const rows = await snapshot.rows<[number | null]>(
		'SELECT MAX("checkpoint_size") FROM "command_receipt" WHERE "jurisdiction_id" = ?',
		[jurisdictionId],
	)
	return rows[0]?.[0] ?? 0
}
