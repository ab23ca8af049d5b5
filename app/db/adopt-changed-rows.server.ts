import { GENESIS, sealEntry } from '#app/domain/audit-chain/entry.ts'
import type { MarkEntry } from '#app/domain/audit-chain/entry-mark.ts'
import { type SealedRow, sealedRowsOf } from '#app/domain/audit-chain/sealed-row.ts'
import { isoText } from './iso-text.ts'
import type { ColumnType } from './model-shape.ts'
import { isWholeEntry } from './read-record-rows.server.ts'
import { readSealedRows, readSeals, type StoredSeal } from './read-sealed-rows.server.ts'
import type { Snapshot, SqlValue } from './read-snapshot.server.ts'
import { isSealed, type SealedTable, sealedTable } from './sealed-tables.ts'

/*
 * A migration that changes rows changes their digests, and the rows would no longer answer to the trail. So their tables
 * are named beside it, in `prisma/migrations/changed-rows.json`. Which of their rows hold is found before it, under the
 * columns of that time; what it has made of those is taken into the trail after it, in the same transaction. A row that
 * did not hold before is left as it is, and differs.
 */

/** The stream of entries that take up rows which are there already. */
const ADOPTED = 'adopted'

/** Gives the marks of the house's key, which has to be one of those that have signed so far. */
export type OpenMark = (signers: readonly string[]) => MarkEntry

/** A row, and the digest that it had. */
type Held = {
	readonly jurisdictionId: string
	readonly table: string
	readonly key: string
	readonly digest: string
}

type Changed = Omit<Held, 'digest'> & { readonly digest: string | null }

const AT_ONCE = 500

/** The rows of these tables that are as the trail leaves them, by their names. */
export async function findHeldRows(
	snapshot: Snapshot,
	tables: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
	const held = new Map<string, Held>()
	if (tables.length === 0 || (await columnsOf(snapshot, 'row_seal')).size === 0) return held
	const said = await digestsSaid(snapshot, tables)
	for await (const row of storedRows(snapshot, tables))
		if (said.get(nameOf(row)) === row.digest) held.set(nameOf(row), row)
	return held
}

/**
 * Takes what has become of these rows into the trail, in entries of some hundred rows.
 *
 * @param migration its name, which the entries say
 * @throws Error where entries of this database are marked and nobody gives the marks
 */
export async function adoptChangedRows(
	snapshot: Snapshot,
	held: ReadonlyMap<string, Held>,
	{ migration, now, openMark }: { migration: string; now: Date; openMark: OpenMark | null },
): Promise<void> {
	if (held.size === 0) return
	const present = new Map<string, string>()
	const tables = [...new Set([...held.values()].map(({ table }) => table))]
	for await (const row of storedRows(snapshot, tables)) present.set(nameOf(row), row.digest)
	const houses = new Map<string, Changed[]>()
	for (const [name, row] of held) {
		const digest = present.get(name) ?? null
		if (digest === row.digest) continue
		const { jurisdictionId } = row
		houses.set(jurisdictionId, [...(houses.get(jurisdictionId) ?? []), { ...row, digest }])
	}
	if (houses.size === 0) return
	const mark = await markOf(snapshot, openMark)
	for (const [jurisdictionId, rows] of houses)
		for (let first = 0; first < rows.length; first += AT_ONCE)
			await adopt(snapshot, jurisdictionId, rows.slice(first, first + AT_ONCE), { migration, now, mark })
}

/** What the entries say of the rows of these tables, each entry read once. One that was changed says nothing. */
async function digestsSaid(
	snapshot: Snapshot,
	tables: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
	const places = new Map<string, StoredSeal[]>()
	for await (const seals of readSeals(snapshot, null))
		for (const seal of seals.filter(({ table }) => tables.includes(table))) {
			const place = JSON.stringify([seal.jurisdictionId, seal.stream, seal.seq])
			const others = places.get(place)
			if (others) others.push(seal)
			else places.set(place, [seal])
		}
	const said = new Map<string, string | null>()
	for (const seals of places.values()) {
		const times = new Map(seals.map((seal) => [nameOf(seal), seal.times]))
		const [first] = seals
		if (!first) continue
		const { jurisdictionId } = first
		for (const [table, key, count, digest] of await rowsOfEntry(snapshot, first)) {
			const name = nameOf({ jurisdictionId, table, key })
			if (times.get(name) === count) said.set(name, digest)
		}
	}
	return said
}

async function rowsOfEntry(
	snapshot: Snapshot,
	{ jurisdictionId, stream, seq }: StoredSeal,
): Promise<readonly SealedRow[]> {
	const [entry] = await snapshot.rows<[leaf: string, hash: string]>(
		'SELECT "leaf", "hash" FROM "audit_entry" WHERE "jurisdiction_id" = ? AND "stream" = ? AND "seq" = ?',
		[jurisdictionId, stream, seq],
	)
	return entry && isWholeEntry(jurisdictionId, stream, seq, ...entry) ? sealedRowsOf(entry[0]) : []
}

/** The rows of some tables as they are stored now, under the columns that the tables have now. */
async function* storedRows(snapshot: Snapshot, tables: readonly string[]): AsyncGenerator<Held> {
	for (const table of tables) {
		const sealed = sealedTable(table)
		const columns = [...(await columnsOf(snapshot, table))]
			.map(([column, type]) => ({ name: column, column, type }))
			.filter(({ column }) => isSealed(table, column))
			.sort((a, b) => (a.column < b.column ? -1 : 1))
		const asStored: SealedTable = { ...sealed, columns }
		for await (const rows of readSealedRows(snapshot, asStored, null))
			for (const { jurisdictionId, key, digest } of rows)
				if (jurisdictionId !== null) yield { jurisdictionId, table, key, digest }
	}
}

/** The columns of a table with their types, as the database has them; none where it has no such table. */
async function columnsOf(snapshot: Snapshot, table: string): Promise<ReadonlyMap<string, ColumnType>> {
	const rows = await snapshot.rows<[name: string, type: string]>(COLUMNS[snapshot.engine], [table])
	return new Map(rows.map(([name, type]) => [name, typeOf(type.toLowerCase())]))
}

const COLUMNS = {
	sqlite: 'SELECT name, type FROM pragma_table_info(?)',
	postgresql:
		'SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?',
} as const

function typeOf(type: string): ColumnType {
	if (type === 'datetime' || type.startsWith('timestamp')) return 'DateTime'
	if (type === 'boolean') return 'Boolean'
	return type === 'integer' ? 'Int' : 'String'
}

/** The marks of entries; null where the database is of a release that marked none. */
async function markOf(snapshot: Snapshot, openMark: OpenMark | null): Promise<MarkEntry | null> {
	if (!(await columnsOf(snapshot, 'audit_entry')).has('mac')) return null
	if (!openMark) throw new Error('a migration changes rows, and no key marks the entry that takes them up')
	const signers = await snapshot.rows<[string]>(
		`SELECT "public_key" FROM "signing_key" WHERE "use" = 'checkpoint' AND NOT EXISTS (
			SELECT 1 FROM "signing_key" "later" WHERE "later"."jurisdiction_id" = "signing_key"."jurisdiction_id"
				AND "later"."use" = 'checkpoint' AND "later"."from_at" > "signing_key"."from_at")`,
	)
	return openMark(signers.map(([key]) => key))
}

type Adopting = { readonly migration: string; readonly now: Date; readonly mark: MarkEntry | null }

async function adopt(
	snapshot: Snapshot,
	jurisdictionId: string,
	changed: readonly Changed[],
	{ migration, now, mark }: Adopting,
): Promise<void> {
	const { seq: last, hash: prev, at } = await headOf(snapshot, jurisdictionId, now)
	const seq = last + 1
	const rows: SealedRow[] = []
	for (const { table, key, digest } of changed) {
		const [counted] = await snapshot.rows<[number]>(
			`UPDATE "row_seal" SET "times" = "times" + 1, "stream" = ?, "seq" = ?
				WHERE "jurisdiction_id" = ? AND "table_name" = ? AND "row_key" = ? RETURNING "times"`,
			[ADOPTED, seq, jurisdictionId, table, key],
		)
		rows.push([table, key, counted?.[0] ?? 0, digest])
	}
	const { hash, leaf } = sealEntry({
		log: jurisdictionId,
		stream: ADOPTED,
		seq,
		prev,
		at,
		cmd: null,
		actor: null,
		act: 'trail.adopted',
		outcome: 'done',
		detail: { rows: rows.length, isLast: false, migration },
		pre: null,
		post: null,
		blob: [],
		rows,
	})
	await writeEntry(snapshot, {
		jurisdiction_id: jurisdictionId,
		stream: ADOPTED,
		seq,
		prev,
		hash,
		leaf,
		at: snapshot.engine === 'sqlite' ? at.replace('Z', '+00:00') : at,
		kind: 'trail.adopted',
		outcome: 'done',
		...(mark ? { mac: mark(hash) } : {}),
	})
	await snapshot.rows(
		'UPDATE "audit_stream" SET "seq" = ?, "hash" = ? WHERE "jurisdiction_id" = ? AND "stream" = ?',
		[seq, hash, jurisdictionId, ADOPTED],
	)
}

/** Written past `append-audit.server.ts`: the tables are those of the migration, not those of this release. */
async function writeEntry(snapshot: Snapshot, entry: Readonly<Record<string, SqlValue>>): Promise<void> {
	const names = Object.keys(entry).map((name) => `"${name}"`)
	await snapshot.rows(
		`INSERT INTO "audit_entry" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
		Object.values(entry),
	)
}

/** Where the stream stands, and when the next entry is: never before the last one. */
async function headOf(
	snapshot: Snapshot,
	jurisdictionId: string,
	now: Date,
): Promise<{ readonly seq: number; readonly hash: string; readonly at: string }> {
	const place = [jurisdictionId, ADOPTED]
	const [head] = await snapshot.rows<[number, string, string | null]>(
		`SELECT "seq", "hash", (SELECT max(${isoText(snapshot.engine, '"at"')}) FROM "audit_entry" "entry"
				WHERE "entry"."jurisdiction_id" = "head"."jurisdiction_id" AND "entry"."stream" = "head"."stream"
					AND "entry"."seq" = "head"."seq")
			FROM "audit_stream" "head" WHERE "jurisdiction_id" = ? AND "stream" = ?`,
		place,
	)
	if (!head)
		await snapshot.rows(
			'INSERT INTO "audit_stream" ("jurisdiction_id", "stream", "seq", "hash") VALUES (?, ?, 0, ?)',
			[...place, GENESIS],
		)
	const [seq, hash, last] = head ?? [0, GENESIS, null]
	const at = now.toISOString()
	return { seq: Number(seq), hash, at: last !== null && last > at ? last : at }
}

function nameOf({ jurisdictionId, table, key }: Pick<Held, 'jurisdictionId' | 'table' | 'key'>): string {
	return JSON.stringify([jurisdictionId, table, key])
}
