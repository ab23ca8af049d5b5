import type { RowProblem } from '#app/domain/matter-record/record-fault.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { findRecordFaults } from './find-record-faults.server.ts'
import { engineOf, type Tx } from './open-database.server.ts'
import { readSealedAt, type SealPlace } from './read-record-rows.server.ts'
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts'
import { readRows } from './statements.server.ts'
import { rowText, storedRow } from './stored-rows.ts'

type Reader = Pick<Tx, '$queryRaw'>

/** A row that is not as the trail leaves it. */
export type HouseFault = { readonly table: string; readonly key: string; readonly problem: RowProblem }

/** Who may act for whom: whoever changes one of these has another's hand, and every signature from there on is genuine. */
const OF_PERSONS = [
	'account',
	'post',
	'person',
	'one_time_link',
	'account_recovery',
	'second_factor',
] as const

/** So many rows are compared at once. */
const AT_ONCE = 500

/**
 * Compares every account, post, person, link and recovery of a house with what the trail leaves of them: what differs, is
 * there without an entry, or is gone. It reads those tables and the entries that have their rows last, and nothing else.
 */
export async function findPersonFaults(tx: Reader, jurisdictionId: string): Promise<readonly HouseFault[]> {
	const found: HouseFault[] = []
	for (const table of OF_PERSONS) {
		const sealed = SEALED_TABLES.get(table)
		if (!sealed) throw new Error(`${table} is not sealed`)
		const rows = await readDigests(tx, jurisdictionId, sealed)
		const places = await readPlacesOf(tx, jurisdictionId, table)
		for (const key of rows.keys()) if (!places.has(key)) found.push({ table, key, problem: 'extra' })
		const all = [...places.values()]
		for (let first = 0; first < all.length; first += AT_ONCE) {
			const some = all.slice(first, first + AT_ONCE)
			const said = new Map((await readSealedAt(tx, jurisdictionId, some)).map((each) => [each.key, each]))
			for (const { key } of some) {
				const problem = problemOf(rows.get(key) ?? null, said.get(key)?.digest)
				if (problem) found.push({ table, key, problem })
			}
		}
	}
	return found
}

function problemOf(digest: string | null, said: string | null | undefined): RowProblem | null {
	if (said === undefined) return 'place'
	if (digest === said) return null
	if (digest === null) return 'missing'
	return said === null ? 'extra' : 'differs'
}

async function readDigests(
	tx: Reader,
	jurisdictionId: string,
	sealed: SealedTable,
): Promise<ReadonlyMap<string, string>> {
	const what = Prisma.raw(
		`SELECT ${rowText(engineOf(tx), sealed)} FROM "${sealed.table}" WHERE "jurisdiction_id" = `,
	)
	const rows = await readRows(tx, Prisma.sql`${what}${jurisdictionId}`)
	return new Map(
		rows.map(([text]) => {
			const { key, digest } = storedRow(sealed, String(text))
			return [key, digest]
		}),
	)
}

async function readPlacesOf(
	tx: Reader,
	jurisdictionId: string,
	table: string,
): Promise<ReadonlyMap<string, SealPlace>> {
	const rows = await readRows(
		tx,
		Prisma.sql`SELECT "row_key", "times", "stream", "seq" FROM "row_seal"
			WHERE "jurisdiction_id" = ${jurisdictionId} AND "table_name" = ${table}`,
	)
	return new Map(
		rows.map(([key, times, stream, seq]) => [
			String(key),
			{ table, key: String(key), times: Number(times), stream: String(stream), seq: Number(seq) },
		]),
	)
}

/** So many matters with a live clearance are compared at a start, the newest first; the pages compare each when it is used. */
const NEWEST = 50

/** Compares the newest matters whose clearance is live, and the meetings that are being prepared or are to be held. */
export async function findLiveFaults(tx: Reader, jurisdictionId: string): Promise<readonly HouseFault[]> {
	const matters = await idsOf(
		tx,
		Prisma.sql`SELECT "matter_id" FROM "clearance_live" WHERE "jurisdiction_id" = ${jurisdictionId}
			ORDER BY "clearance_id" DESC LIMIT ${NEWEST}`,
	)
	const meetings = await idsOf(
		tx,
		Prisma.sql`SELECT "id" FROM "meeting" WHERE "jurisdiction_id" = ${jurisdictionId}
			AND "state" IN ('preparing', 'fixed') ORDER BY "id" DESC LIMIT ${NEWEST}`,
	)
	const found = [
		await findRecordFaults(tx, { jurisdictionId, owner: 'matter', ids: matters }),
		await findRecordFaults(tx, { jurisdictionId, owner: 'meeting', ids: meetings }),
	]
	return found.flatMap((faults) =>
		[...faults.values()].flat().map(({ table, key, problem }) => ({ table, key, problem })),
	)
}

async function idsOf(tx: Reader, statement: Prisma.Sql): Promise<readonly string[]> {
	return (await readRows(tx, statement)).map(([id]) => String(id))
}
