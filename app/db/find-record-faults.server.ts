import type { RecordFault, RowProblem } from '#app/domain/matter-record/record-fault.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { engineOf, type Tx } from './open-database.server.ts'
import {
	type Owners,
	type RecordRow,
	type SealPlace,
	type Sealed,
	readPlaces,
	readRecordRows,
	readSealedAt,
	readSealedInStreams,
} from './read-record-rows.server.ts'
import { PAPER_TABLES, RECORD_TABLES, type RecordTable } from './record-tables.ts'
import { readRows } from './statements.server.ts'
import { keyConditions, rowText, storedRow } from './stored-rows.ts'

type Reader = Pick<Tx, '$queryRaw'>

/**
 * Compares every row of the records of some matters or meetings with what the trail leaves of it; gives what differs, is
 * there without an entry, or is gone, by whose it is. Four statements, however many records; what it reads grows with
 * their own rows and entries alone.
 *
 * A row that another command wrote between two of the statements would look like a fault: what is found is looked at once
 * more, and only what is found twice is said.
 */
export async function findRecordFaults(
	tx: Reader,
	owners: Owners,
	withPapers = false,
): Promise<ReadonlyMap<string, readonly RecordFault[]>> {
	if (owners.ids.length === 0) return new Map()
	const tables = [...RECORD_TABLES[owners.owner], ...(withPapers ? PAPER_TABLES[owners.owner] : [])]
	const first = await compare(tx, owners, tables)
	if (first.length === 0) return new Map()
	const again = { ...owners, ids: [...new Set(first.map(({ ownerId }) => ownerId))] }
	const names = new Set(first.map(nameOf))
	const twice = (await compare(tx, again, tables)).filter((fault) => names.has(nameOf(fault)))
	const found = new Map<string, RecordFault[]>()
	for (const { ownerId, ...fault } of twice) found.set(ownerId, [...(found.get(ownerId) ?? []), fault])
	return found
}

/** The same of one matter or meeting. */
export async function findFaultsOf(
	tx: Reader,
	owner: Owners['owner'],
	{ jurisdictionId, id }: { readonly jurisdictionId: string; readonly id: string },
	withPapers = false,
): Promise<readonly RecordFault[]> {
	return (await findRecordFaults(tx, { jurisdictionId, owner, ids: [id] }, withPapers)).get(id) ?? []
}

type Found = RecordFault & { readonly ownerId: string }

function nameOf({ table, key }: { readonly table: string; readonly key: string }): string {
	return `${table} ${key}`
}

async function compare(tx: Reader, owners: Owners, tables: readonly RecordTable[]): Promise<Found[]> {
	const { rows, heads } = await readRecordRows(tx, owners, tables)
	const inStreams = await readSealedInStreams(tx, owners, heads)
	const tableOf = new Map(tables.map((table) => [table.sealed.table, table]))
	const present = new Set(rows.map(nameOf))
	const lost = [...inStreams.values()].filter(
		(sealed) => sealed.digest !== null && tableOf.has(sealed.table) && !present.has(nameOf(sealed)),
	)
	const places = await readPlaces(tx, owners.jurisdictionId, [...rows, ...lost])
	const elsewhere = await readElsewhere(tx, owners.jurisdictionId, { places, inStreams, heads })
	const known: Known = { inStreams, places, elsewhere }
	const found: Found[] = []
	const name = (ownerId: string, { table, key }: RecordRow | Sealed, problem: RowProblem) => {
		const part = tableOf.get(table)?.part
		if (part) found.push({ ownerId, part, table, key, problem })
	}
	for (const row of rows) {
		const problem = problemOf(row, known)
		if (problem) name(row.ownerId, row, problem)
	}
	for (const sealed of lost) {
		const truth = elsewhere.get(nameOf(sealed)) ?? sealed
		const isGone = truth.digest !== null && !(await isThere(tx, owners.jurisdictionId, tableOf, truth))
		if (isGone) name(sealed.stream.slice(owners.owner.length + 1), sealed, 'missing')
	}
	return found
}

type Known = {
	readonly inStreams: ReadonlyMap<string, Sealed>
	readonly places: ReadonlyMap<string, SealPlace>
	/** What entries of other streams say, where they are newer; null where such an entry does not say it. */
	readonly elsewhere: ReadonlyMap<string, Sealed | null>
}

/** What other streams say of rows that they are said to have last: an act on a meeting may write rows of its matters. */
async function readElsewhere(
	tx: Reader,
	jurisdictionId: string,
	{ places, inStreams, heads }: Pick<Known, 'places' | 'inStreams'> & { heads: ReadonlyMap<string, number> },
): Promise<Known['elsewhere']> {
	const asked = [...places.values()].filter((place) => {
		if (place.times <= (inStreams.get(nameOf(place))?.times ?? 0)) return false
		// Written while this was read: the rows are from before.
		return place.seq <= (heads.get(place.stream) ?? Infinity)
	})
	const said = new Map(
		(await readSealedAt(tx, jurisdictionId, asked)).map((sealed) => [nameOf(sealed), sealed]),
	)
	return new Map(asked.map((place) => [nameOf(place), said.get(nameOf(place)) ?? null]))
}

function problemOf(row: RecordRow, { inStreams, places, elsewhere }: Known): RowProblem | null {
	const name = nameOf(row)
	const own = inStreams.get(name)
	const place = places.get(name)
	if (!place) return own ? 'place' : 'extra'
	if (own && place.times < own.times) return 'place'
	const other = elsewhere.get(name)
	if (other === null) return 'place'
	const truth = other ?? own
	if (!truth || truth.digest === null) return 'extra'
	return truth.digest === row.digest ? null : 'differs'
}

/** Whether a row that is not among its owner's is there as it was left: an item may have gone on to another meeting. */
async function isThere(
	tx: Reader,
	jurisdictionId: string,
	tableOf: ReadonlyMap<string, RecordTable>,
	{ table, key, digest }: Sealed,
): Promise<boolean> {
	const sealed = tableOf.get(table)?.sealed
	if (!sealed) return false
	const what = Prisma.raw(
		`SELECT ${rowText(engineOf(tx), sealed)} FROM "${table}" WHERE "jurisdiction_id" = `,
	)
	const [row] = await readRows(tx, Prisma.sql`${what}${jurisdictionId} AND ${keyConditions(sealed, key)}`)
	return row !== undefined && storedRow(sealed, String(row[0])).digest === digest
}
