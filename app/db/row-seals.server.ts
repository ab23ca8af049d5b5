import type { SealedRow } from '#app/domain/audit-chain/sealed-row.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { readRows } from './statements.server.ts'
import type { Tx } from './open-database.server.ts'
import type { TouchedRow } from './touched-rows.server.ts'

/** The entry that is about to be sealed. */
type Place = { readonly jurisdictionId: string; readonly stream: string; readonly seq: number }

/** Six values a row, and SQLite takes 32,766 of them. */
const AT_ONCE = 500

/**
 * Counts for each row how often it was written, keeps which entry has it last, and gives what that entry has to carry.
 * The count puts entries of different streams into one order; who lowers it makes a number that comes twice.
 */
export async function countSeals(
	tx: Tx,
	{ jurisdictionId, stream, seq }: Place,
	rows: readonly TouchedRow[],
): Promise<readonly SealedRow[]> {
	const sealed: SealedRow[] = []
	for (let first = 0; first < rows.length; first += AT_ONCE) {
		const some = rows.slice(first, first + AT_ONCE)
		const values = some.map(
			({ table, key }) => Prisma.sql`(${jurisdictionId}, ${table}, ${key}, 1, ${stream}, ${seq})`,
		)
		const counted = await readRows(
			tx,
			Prisma.sql`INSERT INTO "row_seal" ("jurisdiction_id", "table_name", "row_key", "times", "stream", "seq")
				VALUES ${Prisma.join(values)} ON CONFLICT ("jurisdiction_id", "table_name", "row_key")
				DO UPDATE SET "times" = "row_seal"."times" + 1, "stream" = excluded."stream", "seq" = excluded."seq"
				RETURNING "table_name", "row_key", "times"`,
		)
		const times = new Map(counted.map(([table, key, count]) => [`${table} ${key}`, Number(count)]))
		for (const { table, key, digest } of some)
			sealed.push([table, key, times.get(`${table} ${key}`) ?? 0, digest])
	}
	return sealed
}

/** Those of some rows of one table that no entry has yet. */
export async function withoutSeal(
	tx: Tx,
	jurisdictionId: string,
	rows: readonly TouchedRow[],
): Promise<readonly TouchedRow[]> {
	const [first] = rows
	if (!first) return []
	const keys = Prisma.join(rows.map(({ key }) => key))
	const sealed = await readRows(
		tx,
		Prisma.sql`SELECT "row_key" FROM "row_seal" WHERE "jurisdiction_id" = ${jurisdictionId}
			AND "table_name" = ${first.table} AND "row_key" IN (${keys})`,
	)
	const known = new Set(sealed.map(([key]) => key))
	return rows.filter(({ key }) => !known.has(key))
}
