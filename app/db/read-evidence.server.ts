import { sealedRowText } from '#app/domain/audit-chain/sealed-row.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { engineOf, type Tx } from './open-database.server.ts'
import { sealedTable } from './sealed-tables.ts'
import { readRows } from './statements.server.ts'
import { keyConditions, rowText, rowValues } from './stored-rows.ts'

type Reader = Pick<Tx, '$queryRaw'>

/** An entry under a checkpoint: its exact text, the hash that the list has of it, and its place there. */
export type CoveredEntry = {
	readonly seq: number
	readonly leaf: string
	readonly hash: string
	readonly index: number
}

/** The entries of a stream behind one, as far as the first leaves of the list have them, in their order. */
export async function readCoveredEntries(
	db: Reader,
	jurisdictionId: string,
	stream: string,
	{ after, size, atMost }: { readonly after: number; readonly size: number; readonly atMost: number },
): Promise<readonly CoveredEntry[]> {
	const rows = await readRows(
		db,
		Prisma.sql`SELECT "entry"."seq", "entry"."leaf", "place"."hash", "place"."position"
			FROM "audit_entry" "entry" JOIN "checkpoint_leaf" "place"
				ON "place"."jurisdiction_id" = "entry"."jurisdiction_id" AND "place"."stream" = "entry"."stream"
				AND "place"."seq" = "entry"."seq"
			WHERE "entry"."jurisdiction_id" = ${jurisdictionId} AND "entry"."stream" = ${stream}
				AND "entry"."seq" > ${after} AND "place"."position" < ${size}
			ORDER BY "entry"."seq" LIMIT ${atMost}`,
	)
	return rows.map(([seq, leaf, hash, position]) => ({
		seq: Number(seq),
		leaf: String(leaf),
		hash: String(hash),
		index: Number(position),
	}))
}

/** A row as it is now: the text that its digest is of. */
export type PresentRow = { readonly text: string; readonly digest: string }

/** The row of a sealed table that this key names inside its house; null where there is none. */
export async function readPresentRow(
	db: Reader,
	jurisdictionId: string,
	table: string,
	key: string,
): Promise<PresentRow | null> {
	const sealed = sealedTable(table)
	const what = Prisma.raw(
		`SELECT ${rowText(engineOf(db), sealed)} AS "value" FROM "${table}" WHERE "jurisdiction_id" = `,
	)
	const [found] = await readRows(db, Prisma.sql`${what}${jurisdictionId} AND ${keyConditions(sealed, key)}`)
	if (!found) return null
	const names = sealed.columns.map(({ column }) => column)
	const text = sealedRowText(table, names, rowValues(String(found[0])))
	return { text, digest: sha256Hex(text) }
}
