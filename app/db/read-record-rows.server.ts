import { sealedRowsOf } from '#app/domain/audit-chain/sealed-row.ts'
import { leafHash } from '#app/domain/audit-chain/sha256.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { type Engine, engineOf, type Tx } from './open-database.server.ts'
import { SEALED_TABLES } from './sealed-tables.ts'
import type { RecordTable } from './record-tables.ts'
import { readRows } from './statements.server.ts'
import { rowText, storedRow } from './stored-rows.ts'

type Reader = Pick<Tx, '$queryRaw'>

/** Whose rows are read: some matters or some meetings of a house. */
export type Owners = {
	readonly jurisdictionId: string
	readonly owner: 'matter' | 'meeting'
	readonly ids: readonly string[]
}

/** A row as it is stored now, and whose it is. */
export type RecordRow = {
	readonly ownerId: string
	readonly table: string
	readonly key: string
	readonly digest: string
}

/** What an entry of the trail leaves of a row. */
export type Sealed = {
	readonly table: string
	readonly key: string
	readonly times: number
	readonly digest: string | null
	readonly stream: string
	readonly seq: number
}

/** Where the trail is said to have a row. */
export type SealPlace = Omit<Sealed, 'digest'>

/** Reads the rows of these tables that belong to the owners, and how far the owners' streams went: one statement. */
export async function readRecordRows(
	tx: Reader,
	{ jurisdictionId, owner, ids }: Owners,
	tables: readonly RecordTable[],
): Promise<{ readonly rows: readonly RecordRow[]; readonly heads: ReadonlyMap<string, number> }> {
	const engine = engineOf(tx)
	const { asked, among } = LISTS[engine]
	const parts = tables.map((table) => {
		const [what, where] = rowsOf(engine, table)
		return Prisma.sql`${Prisma.raw(what)}${jurisdictionId}${Prisma.raw(where)}`
	})
	const heads = Prisma.sql`SELECT '', "stream", CAST("seq" AS TEXT) FROM "audit_stream" WHERE "jurisdiction_id" = ${jurisdictionId}
		AND "stream" ${Prisma.raw(among.replace('"id"', `'${owner}/' || "id"`))}`
	const start = Prisma.sql`${Prisma.raw(asked[0])}${JSON.stringify(ids)}${Prisma.raw(asked[1])}`
	const found = await readRows(tx, Prisma.sql`${start}${Prisma.join([...parts, heads], ' UNION ALL ')}`)
	const rows: RecordRow[] = []
	const seqs = new Map<string, number>()
	for (const [table, ownerId, text] of found) {
		const sealed = SEALED_TABLES.get(String(table))
		if (!sealed) seqs.set(String(ownerId), Number(text))
		else rows.push({ ownerId: String(ownerId), table: sealed.table, ...digestOf(sealed, String(text)) })
	}
	return { rows, heads: seqs }
}

function digestOf(sealed: RecordTable['sealed'], text: string): Pick<RecordRow, 'key' | 'digest'> {
	const { key, digest } = storedRow(sealed, text)
	return { key, digest }
}

/** How each engine takes a list of ids as one value, so that a statement is the same for any number of them. */
const LISTS: Readonly<Record<Engine, { asked: readonly [string, string]; among: string }>> = {
	sqlite: {
		asked: ['WITH "asked"("id") AS MATERIALIZED (SELECT "value" FROM json_each(', ')) '],
		among: 'IN (SELECT "id" FROM "asked")',
	},
	postgresql: {
		asked: ['WITH "asked"("id") AS MATERIALIZED (SELECT json_array_elements_text(', '::json)) '],
		among: '= ANY (ARRAY(SELECT "id" FROM "asked"))',
	},
}

/**
 * The rows of one table: what is read of them before the house is named, and after. From the owners asked for to their
 * rows, in this order: SQLite would go over all rows of a house where it takes that for the shorter way.
 */
function rowsOf(engine: Engine, { sealed, column, through }: RecordTable): [string, string] {
	const start = `SELECT '${sealed.table}', "asked"."id", ${rowText(engine, sealed, '"own"')} FROM "asked" CROSS JOIN`
	const own = `"${sealed.table}" AS "own"`
	if (!through)
		return [`${start} ${own} WHERE "own"."jurisdiction_id" = `, ` AND "own"."${column}" = "asked"."id"`]
	return [
		`${start} "${through.parent}" AS "parent" CROSS JOIN ${own} WHERE "parent"."jurisdiction_id" = `,
		` AND "parent"."${column}" = "asked"."id" AND "own"."jurisdiction_id" = "parent"."jurisdiction_id" AND "own"."${through.column}" = "parent"."id"`,
	]
}

/** Reads what the entries of the owners' streams leave of rows, up to the heads. An entry that was changed vouches for nothing. */
export async function readSealedInStreams(
	tx: Reader,
	{ jurisdictionId }: Owners,
	heads: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, Sealed>> {
	const { asked, among } = LISTS[engineOf(tx)]
	const holds = engineOf(tx) === 'sqlite' ? `instr("leaf", ?) > 0` : `position(? IN "leaf") > 0`
	const [before = '', after = ''] = holds.split('?')
	const entries = await readRows<EntryRow>(
		tx,
		Prisma.sql`${Prisma.raw(asked[0])}${JSON.stringify([...heads.keys()])}${Prisma.raw(asked[1])}
			SELECT "stream", "seq", "leaf", "hash" FROM "audit_entry" WHERE "jurisdiction_id" = ${jurisdictionId}
			AND "stream" ${Prisma.raw(among)} AND ${Prisma.raw(before)}${'"rows":[['}${Prisma.raw(after)}`,
	)
	const newest = new Map<string, Sealed>()
	for (const [stream, number, leaf, hash] of entries) {
		const seq = Number(number)
		if (seq > (heads.get(stream) ?? 0) || !isWholeEntry(jurisdictionId, stream, seq, leaf, hash)) continue
		for (const [table, key, times, digest] of sealedRowsOf(leaf)) {
			const name = `${table} ${key}`
			if ((newest.get(name)?.times ?? 0) < times) newest.set(name, { table, key, times, digest, stream, seq })
		}
	}
	return newest
}

/** Where Prisma itself asks, whole numbers come as it has them. */
type EntryRow = readonly [stream: string, seq: number | bigint, leaf: string, hash: string]

/** Whether an entry's text is the one that was hashed, and of its place. */
export function isWholeEntry(log: string, stream: string, seq: number, leaf: string, hash: string): boolean {
	if (leafHash(leaf) !== hash) return false
	return (
		leaf.includes(`"log":${JSON.stringify(log)},`) &&
		leaf.includes(`"seq":${seq},"stream":${JSON.stringify(stream)},`)
	)
}

type Named = { readonly table: string; readonly key: string }

/** Reads where the trail is said to have these rows. SQLite keeps the order of a cross join: each name is looked up by key. */
export async function readPlaces(
	tx: Reader,
	jurisdictionId: string,
	named: readonly Named[],
): Promise<ReadonlyMap<string, SealPlace>> {
	if (named.length === 0) return new Map()
	const { from, at } = PAIRS[engineOf(tx)]
	const found = await readRows<readonly [string, string, number, string, number]>(
		tx,
		Prisma.sql`SELECT "table_name", "row_key", "times", "stream", "row_seal"."seq"
			FROM ${Prisma.raw(from[0])}${pairs(named.map(({ table, key }) => [table, key]))}${Prisma.raw(from[1])}
			CROSS JOIN "row_seal" WHERE "jurisdiction_id" = ${jurisdictionId}
			AND "table_name" = ${Prisma.raw(at(0))} AND "row_key" = ${Prisma.raw(at(1))}`,
	)
	return new Map(
		found.map(([table, key, times, stream, seq]) => [
			`${table} ${key}`,
			{ table, key, times: Number(times), stream, seq: Number(seq) },
		]),
	)
}

const PAIRS: Readonly<Record<Engine, { from: readonly [string, string]; at: (index: number) => string }>> = {
	sqlite: { from: ['json_each(', ') "pair"'], at: (index) => `"pair"."value" ->> ${index}` },
	postgresql: {
		from: ['json_array_elements(', '::json) "pair"("value")'],
		at: (index) => `"pair"."value" ->> ${index}`,
	},
}

function pairs(values: readonly (readonly [string, string | number])[]): string {
	return JSON.stringify(values)
}

/** Reads what single entries say of single rows, wherever they stand; null where such an entry is not there or was changed. */
export async function readSealedAt(
	tx: Reader,
	jurisdictionId: string,
	places: readonly SealPlace[],
): Promise<readonly Sealed[]> {
	if (places.length === 0) return []
	const { from, at } = PAIRS[engineOf(tx)]
	const streams = [
		...new Map(places.map(({ stream, seq }) => [`${stream} ${seq}`, [stream, seq] as const])).values(),
	]
	const found = await readRows<EntryRow>(
		tx,
		Prisma.sql`SELECT "stream", "seq", "leaf", "hash"
			FROM ${Prisma.raw(from[0])}${pairs(streams)}${Prisma.raw(from[1])}
			CROSS JOIN "audit_entry" WHERE "jurisdiction_id" = ${jurisdictionId}
			AND "stream" = ${Prisma.raw(at(0))} AND "seq" = CAST(${Prisma.raw(at(1))} AS INTEGER)`,
	)
	const leaves = new Map(
		found.flatMap(([stream, seq, leaf, hash]) =>
			isWholeEntry(jurisdictionId, stream, Number(seq), leaf, hash)
				? [[`${stream} ${seq}`, leaf] as const]
				: [],
		),
	)
	return places.flatMap((place) => {
		const said = rowIn(leaves.get(`${place.stream} ${place.seq}`) ?? '', place)
		return said?.times === place.times ? [{ ...place, digest: said.digest }] : []
	})
}

/** An entry may carry the rows of a thousand others: the one is looked for in its text. */
export function rowIn(leaf: string, { table, key }: Named): Pick<Sealed, 'times' | 'digest'> | null {
	const start = `${JSON.stringify([table, key]).slice(0, -1)},`
	const at = leaf.indexOf(start)
	if (at < 0) return null
	const rest = /^(\d+),(?:null|"([0-9a-f]{64})")\]/.exec(
		leaf.slice(at + start.length, at + start.length + 100),
	)
	return rest && { times: Number(rest[1]), digest: rest[2] ?? null }
}
