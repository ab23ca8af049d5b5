import { type RowValue, rowKey } from '#app/domain/audit-chain/sealed-row.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { engineOf, type Tx } from './open-database.server.ts'
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts'
import { readRows } from './statements.server.ts'
import { isoOf, keyValues, rowText, storedRow, type StoredRow } from './stored-rows.ts'

/** A row that a transaction has written: as it is now, or removed. */
export type TouchedRow = Omit<StoredRow, 'digest' | 'primary'> & {
	readonly table: string
	readonly digest: string | null
}

type Touched = { readonly sealed: SealedTable; readonly primary: readonly RowValue[] }

/** The rows that the transaction has written since it began or since this was last asked, in the order of the writing. */
export async function takeTouchedRows(tx: Tx): Promise<readonly TouchedRow[]> {
	const touched = [...new Set(await takeNotes(tx))].map(readNote)
	const found = new Map<string, TouchedRow>()
	for (let first = 0; first < touched.length; first += AT_ONCE)
		for (const row of await readTouched(tx, touched.slice(first, first + AT_ONCE)))
			found.set(`${row.table} ${row.key}`, row)
	return touched.map(
		({ sealed, primary }) => found.get(`${sealed.table} ${keyIn(sealed, primary)}`) ?? gone(sealed, primary),
	)
}

const AT_ONCE = 200

async function takeNotes(tx: Tx): Promise<readonly string[]> {
	if (engineOf(tx) === 'sqlite') {
		const taken = Prisma.sql`DELETE FROM temp."touched_row" RETURNING "note"`
		return (await readRows(tx, taken)).map(([note]) => String(note))
	}
	const asked = Prisma.sql`SELECT current_setting('yiqian.touched', true), set_config('yiqian.touched', '-', true)`
	const [row] = await readRows(tx, asked)
	return String(row?.[0] ?? '')
		.split('\n')
		.slice(1)
}

function readNote(note: string): Touched {
	const [table, ...primary]: readonly [string, ...RowValue[]] = JSON.parse(note)
	const sealed = SEALED_TABLES.get(table)
	if (!sealed) throw new Error(`${table} is noted and not sealed`)
	return { sealed, primary }
}

/** Row by row on SQLite, where a statement is a call; all in one on PostgreSQL, where it is a way to the server. */
async function readTouched(tx: Tx, touched: readonly Touched[]): Promise<readonly TouchedRow[]> {
	const engine = engineOf(tx)
	const selects = touched.map(({ sealed, primary }) => {
		const values = keyValues(engine, sealed.primary, primary)
		const where = sealed.primary.map(
			({ column }, at) => Prisma.sql`${Prisma.raw(`"${column}" = `)}${values[at] ?? null}`,
		)
		const what = Prisma.raw(
			`SELECT '${sealed.table}', ${rowText(engine, sealed)} FROM "${sealed.table}" WHERE `,
		)
		return Prisma.sql`${what}${Prisma.join(where, ' AND ')}`
	})
	const statements = engine === 'sqlite' ? selects : [Prisma.join(selects, ' UNION ALL ')]
	const rows: TouchedRow[] = []
	for (const statement of touched.length === 0 ? [] : statements)
		for (const [table, text] of await readRows(tx, statement)) {
			const sealed = SEALED_TABLES.get(String(table))
			if (sealed) rows.push({ ...storedRow(sealed, String(text)), table: sealed.table })
		}
	return rows
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
