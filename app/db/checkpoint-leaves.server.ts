import { Prisma } from './generated/sqlite/client.ts'
import { isoText } from './iso-text.ts'
import { type Tx, engineOf } from './open-database.server.ts'

/** An entry that is committed and not in the list of leaves yet. */
export type PendingEntry = {
	readonly stream: string
	readonly seq: number
	readonly hash: string
	readonly mac: string | null
}

/** A leaf of the list. */
export type Leaf = {
	readonly position: number
	readonly stream: string
	readonly seq: number
	readonly hash: string
}

type Reader = Pick<Tx, '$queryRaw'>

/**
 * The entries that the list does not have yet, in the order in which they are taken up. Only streams whose head is not a
 * leaf are looked into, and each only behind its last leaf.
 */
export async function findPendingEntries(
	db: Reader,
	jurisdictionId: string,
	without: readonly string[],
	atMost: number,
): Promise<readonly PendingEntry[]> {
	const at = Prisma.raw(isoText(engineOf(db), '"entry"."at"'))
	// The order of the list is that of bytes, whatever the collation of the database.
	const stream = Prisma.raw(engineOf(db) === 'sqlite' ? '"entry"."stream"' : '"entry"."stream" COLLATE "C"')
	const others =
		without.length === 0
			? Prisma.empty
			: Prisma.sql`AND "head"."stream" NOT IN (${Prisma.join([...without])})`
	const rows = await db.$queryRaw<{ stream: string; seq: number; hash: string; mac: string | null }[]>`
		SELECT "entry"."stream", "entry"."seq", "entry"."hash", "entry"."mac"
		FROM "audit_stream" "head" JOIN "audit_entry" "entry"
			ON "entry"."jurisdiction_id" = "head"."jurisdiction_id" AND "entry"."stream" = "head"."stream"
		WHERE "head"."jurisdiction_id" = ${jurisdictionId} AND "head"."seq" > 0 ${others}
			AND NOT EXISTS (SELECT 1 FROM "checkpoint_leaf" "leaf" WHERE "leaf"."jurisdiction_id" = "head"."jurisdiction_id"
				AND "leaf"."stream" = "head"."stream" AND "leaf"."seq" = "head"."seq")
			AND "entry"."seq" > COALESCE((SELECT MAX("leaf"."seq") FROM "checkpoint_leaf" "leaf"
				WHERE "leaf"."jurisdiction_id" = "head"."jurisdiction_id" AND "leaf"."stream" = "head"."stream"), 0)
		ORDER BY ${at}, ${stream}, "entry"."seq" LIMIT ${atMost}`
	return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

/** The leaves of the list from a place on, in their order. */
export async function findLeaves(
	db: Reader,
	jurisdictionId: string,
	from: number,
	atMost: number,
): Promise<readonly Leaf[]> {
	const rows = await db.$queryRaw<Leaf[]>`
		SELECT "position", "stream", "seq", "hash" FROM "checkpoint_leaf"
		WHERE "jurisdiction_id" = ${jurisdictionId} AND "position" >= ${from} ORDER BY "position" LIMIT ${atMost}`
	return rows.map((row) => ({ ...row, position: Number(row.position), seq: Number(row.seq) }))
}
