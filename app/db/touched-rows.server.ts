import { type RowValue, rowKey } from '#app/domain/audit-chain/sealed-row.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { engineOf, type Tx } from './open-database.server.ts'
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts'
import { readRows } from './statements.server.ts'
import {
	isoOf,
	keyValues,
	rowOf,
	rowText,
	rowValues,
	storedRow,
	type StoredRow,
	valuesIn,
} from './stored-rows.ts'

/** A row that a transaction has written: as it is now, or removed. */
export type TouchedRow = Omit<StoredRow, 'digest' | 'primary' | 'values'> & {
	readonly table: string
	readonly digest: string | null
}

/** A note that names a row and does not hold it. */
type Named = { readonly sealed: SealedTable; readonly primary: readonly RowValue[] }

/** The rows that the transaction has written since it began or since this was last asked, in the order of the writing. */
export function takeTouchedRows(tx: Tx): Promise<readonly TouchedRow[]> {
	return engineOf(tx) === 'sqlite' ? takeOnSqlite(tx) : takeOnPostgresql(tx)
}

/** Of several notes of one row the last holds, in the place of the first. */
function byRow(rows: readonly TouchedRow[]): readonly TouchedRow[] {
	return [...new Map(rows.map((row) => [`${row.table} ${row.key}`, row])).values()]
}

async function takeOnSqlite(tx: Tx): Promise<readonly TouchedRow[]> {
	const taken = Prisma.sql`DELETE FROM temp."touched_row" RETURNING "table_name", "removed", "row"`
	return byRow(
		(await readRows(tx, taken)).map(([table, removed, row]) => {
			const sealed = sealedNamed(String(table))
			if (row !== null) return { ...storedRow(sealed, String(row)), table: sealed.table }
			return gone(sealed, rowValues(String(removed)))
		}),
	)
}

/** A note of PostgreSQL: table, key, and the row where it is short and was not removed. */
type Note = readonly [table: string, primary: readonly RowValue[], row: Parameters<typeof valuesIn>[1] | null]

async function takeOnPostgresql(tx: Tx): Promise<readonly TouchedRow[]> {
	const asked = Prisma.sql`SELECT current_setting('yiqian.touched', true), set_config('yiqian.touched', '-', true)`
	const [answer] = await readRows(tx, asked)
	const notes = String(answer?.[0] ?? '')
		.split('\n')
		.slice(1)
	const read = notes.map((note) => {
		const [table, primary, row]: Note = JSON.parse(note)
		const sealed = sealedNamed(table)
		return { sealed, primary, row: row && { ...rowOf(sealed, valuesIn(sealed, row)), table } }
	})
	const rows = byRow(read.map(({ sealed, primary, row }) => row ?? gone(sealed, primary)))
	const unread = read.filter(({ row }) => row === null)
	const found = new Map<string, TouchedRow>()
	for (let first = 0; first < unread.length; first += AT_ONCE)
		for (const row of await readBack(tx, unread.slice(first, first + AT_ONCE)))
			found.set(`${row.table} ${row.key}`, row)
	// A row that was noted whole, and later by its key alone, is read back as it is now.
	return rows.map((row) => found.get(`${row.table} ${row.key}`) ?? row)
}

const AT_ONCE = 200

async function readBack(tx: Tx, named: readonly Named[]): Promise<readonly TouchedRow[]> {
	const selects = named.map(({ sealed, primary }) => {
		const values = keyValues('postgresql', sealed.primary, primary)
		const where = sealed.primary.map(
			({ column }, at) => Prisma.sql`${Prisma.raw(`"${column}" = `)}${values[at] ?? null}`,
		)
		const what = Prisma.raw(
			`SELECT '${sealed.table}', ${rowText('postgresql', sealed)} FROM "${sealed.table}" WHERE `,
		)
		return Prisma.sql`${what}${Prisma.join(where, ' AND ')}`
	})
	const rows = await readRows(tx, Prisma.join(selects, ' UNION ALL '))
	return rows.map(([table, text]) => {
		const sealed = sealedNamed(String(table))
		return { ...storedRow(sealed, String(text)), table: sealed.table }
	})
}

function sealedNamed(table: string): SealedTable {
	const sealed = SEALED_TABLES.get(table)
	if (!sealed) throw new Error(`${table} is noted and not sealed`)
	return sealed
}

function gone(sealed: SealedTable, primary: readonly RowValue[]): TouchedRow {
	const named = sealed.primary.findIndex(({ column }) => column === sealed.jurisdiction)
	const jurisdiction = primary[named] ?? null
	return {
		table: sealed.table,
		jurisdictionId: jurisdiction === null ? null : String(jurisdiction),
		key: keyIn(sealed, primary),
		matterId: null,
		digest: null,
	}
}

function keyIn(sealed: SealedTable, primary: readonly RowValue[]): string {
	return rowKey(
		sealed.primary.flatMap(({ column, type }, at) => {
			if (!sealed.key.includes(column)) return []
			const value = primary[at] ?? null
			return [type === 'DateTime' && typeof value === 'string' ? isoOf(value) : value]
		}),
	)
}
