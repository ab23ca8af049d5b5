import { matterOfStream } from '#app/domain/audit-chain/entry.ts'
import type { StoredEntry } from '#app/domain/audit-chain/verify-chain.ts'
import { isoText } from './iso-text.ts'
import type { Snapshot, SqlValue } from './read-snapshot.server.ts'
import type { ClearanceRow } from './signed-clearance-row.server.ts'

/** What names a stream of the trail. */
export type StreamName = { readonly jurisdictionId: string; readonly stream: string }

/** The stored head of a stream. */
export type StreamHead = StreamName & { readonly seq: number; readonly hash: string }

/** A clearance as it is stored, with its signature and the state that it is said to be in. */
export type StoredClearance = ClearanceRow & { readonly signature: string; readonly state: string | null }

/** So many rows are in memory at once. */
const BATCH = 1000

/** An entry with the mark of the house's key, and its leaf in the list of checkpoints where it has been taken up. */
export type ListedEntry = StoredEntry & {
	readonly mac: string | null
	readonly leafHash: string | null
	readonly position: number | null
}

type EntryRow = [
	string,
	string,
	number,
	string,
	string,
	string,
	string,
	string,
	string,
	string | null,
	string | null,
	string | null,
	string | null,
	number | null,
]

/** Reads all entries of the trail, or of a jurisdiction's, batch by batch in the order of their keys. */
export async function* readEntries(
	snapshot: Snapshot,
	jurisdictionId: string | null,
): AsyncGenerator<readonly ListedEntry[]> {
	const at = isoText(snapshot.engine, '"at"')
	const key = '"entry"."jurisdiction_id", "entry"."stream", "entry"."seq"'
	let after: EntryRow | null = null
	do {
		const { where, values } = conditions(
			jurisdictionId !== null && ['"entry"."jurisdiction_id" = ?', jurisdictionId],
			after && [`(${key}) > (?, ?, ?)`, after[0], after[1], after[2]],
		)
		const rows: readonly EntryRow[] = await snapshot.rows<EntryRow>(
			`SELECT ${key}, "prev", "entry"."leaf", "entry"."hash", ${at}, "kind", "outcome", "actor_id", "matter_id",
				"mac", "listed"."hash", "listed"."position"
			FROM "audit_entry" "entry" LEFT JOIN "checkpoint_leaf" "listed"
				ON "listed"."jurisdiction_id" = "entry"."jurisdiction_id" AND "listed"."stream" = "entry"."stream"
				AND "listed"."seq" = "entry"."seq" ${where} ORDER BY ${key} LIMIT ${BATCH}`,
			values,
		)
		if (rows.length > 0) yield rows.map(entryOf)
		after = rows.length === BATCH ? (rows.at(-1) ?? null) : null
	} while (after)
}

type Condition = readonly [sql: string, ...values: SqlValue[]]

/** The conditions that there are, as one. */
function conditions(...given: readonly (Condition | null | false)[]) {
	const present = given.filter((each): each is Condition => each !== null && each !== false)
	return {
		where: present.length === 0 ? '' : `WHERE ${present.map(([sql]) => sql).join(' AND ')}`,
		values: present.flatMap(([, ...values]) => values),
	}
}

function entryOf(row: EntryRow): ListedEntry {
	const [jurisdictionId, stream, seq, prev, leaf, hash, at, kind, outcome, actorId, matterId, ...listed] = row
	const [mac, leafHash, position] = listed
	const entry = { jurisdictionId, stream, seq, prev, leaf, hash, at, kind, outcome, actorId, matterId }
	return { ...entry, mac, leafHash, position }
}

/** A piece of all streams, in the order of their names: those after one (null: from the first) up to another (null: to the last). */
export type StreamRange = {
	readonly jurisdictionId: string | null
	readonly after: StreamName | null
	readonly upTo: StreamName | null
}

/** Reads the stored heads of a range of streams. */
export async function readHeads(
	snapshot: Snapshot,
	{ jurisdictionId, after, upTo }: StreamRange,
): Promise<readonly StreamHead[]> {
	const name = '("jurisdiction_id", "stream")'
	const { where, values } = conditions(
		jurisdictionId !== null && ['"jurisdiction_id" = ?', jurisdictionId],
		after && [`${name} > (?, ?)`, after.jurisdictionId, after.stream],
		upTo && [`${name} <= (?, ?)`, upTo.jurisdictionId, upTo.stream],
	)
	const rows = await snapshot.rows<[string, string, number, string]>(
		`SELECT "jurisdiction_id", "stream", "seq", "hash" FROM "audit_stream" ${where}`,
		values,
	)
	return rows.map(([jurisdiction, stream, seq, hash]) => ({
		jurisdictionId: jurisdiction,
		stream,
		seq,
		hash,
	}))
}

/** Reads the clearances of the matters among these streams. */
export async function readClearancesOf(
	snapshot: Snapshot,
	streams: readonly StreamName[],
): Promise<readonly StoredClearance[]> {
	const found: StoredClearance[] = []
	for (const jurisdictionId of new Set(streams.map((stream) => stream.jurisdictionId))) {
		const its = streams.filter((stream) => stream.jurisdictionId === jurisdictionId)
		const ids = its.flatMap(({ stream }) => matterOfStream(stream) ?? [])
		if (ids.length === 0) continue
		const rows = await snapshot.rows<ClearanceColumns>(
			`${selectClearances(snapshot)} WHERE "clearance"."jurisdiction_id" = ?
				AND "clearance"."matter_id" IN (${ids.map(() => '?').join(', ')}) ORDER BY "clearance"."id"`,
			[jurisdictionId, ...ids],
		)
		for (const row of rows) found.push(clearanceOf(row))
	}
	return found
}

/** Reads, batch by batch, the clearances of matters that have no entry in the trail at all. */
export async function* readClearancesWithoutTrail(
	snapshot: Snapshot,
	jurisdictionId: string | null,
): AsyncGenerator<readonly StoredClearance[]> {
	const key = '"clearance"."jurisdiction_id", "clearance"."id"'
	let after: ClearanceColumns | null = null
	do {
		const { where, values } = conditions(
			[
				`NOT EXISTS (SELECT 1 FROM "audit_entry" "entry" WHERE "entry"."jurisdiction_id" = "clearance"."jurisdiction_id"
					AND "entry"."stream" = 'matter/' || "clearance"."matter_id")`,
			],
			jurisdictionId !== null && ['"clearance"."jurisdiction_id" = ?', jurisdictionId],
			after && [`(${key}) > (?, ?)`, after[0], after[1]],
		)
		const rows: readonly ClearanceColumns[] = await snapshot.rows<ClearanceColumns>(
			`${selectClearances(snapshot)} ${where} ORDER BY ${key} LIMIT ${BATCH}`,
			values,
		)
		if (rows.length > 0) yield rows.map(clearanceOf)
		after = rows.length === BATCH ? (rows.at(-1) ?? null) : null
	} while (after)
}

type What = [string, string, string, string, string, string, string | null, string]
type Signed = [string, string, string, string | null, string | null, string, string, string | null]
type ClearanceColumns = [...What, ...Signed]

function selectClearances({ engine }: Snapshot): string {
	return `SELECT "clearance"."jurisdiction_id", "clearance"."id", "matter_id", "version_id", "content_sha256", "kind",
			"opinion_id", "number", "signed_by", "post_id", ${isoText(engine, '"issued_at"')},
			${isoText(engine, '"expires_at"')}, "explanation", "key_id", "signature", "standing"."state"
		FROM "clearance" LEFT JOIN "clearance_state" "standing"
			ON "standing"."jurisdiction_id" = "clearance"."jurisdiction_id"
			AND "standing"."clearance_id" = "clearance"."id"`
}

function clearanceOf(row: ClearanceColumns): StoredClearance {
	const [jurisdictionId, id, matterId, versionId, contentSha256, kind, opinionId, number, ...signed] = row
	const [signedBy, postId, issuedAt, expiresAt, explanation, keyId, signature, state] = signed
	return {
		jurisdictionId,
		id,
		matterId,
		versionId,
		contentSha256,
		kind,
		opinionId,
		number,
		signedBy,
		postId,
		issuedAt: new Date(issuedAt),
		expiresAt: expiresAt === null ? null : new Date(expiresAt),
		explanation,
		keyId,
		signature,
		state,
	}
}
