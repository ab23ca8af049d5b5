import { Prisma } from './generated/sqlite/client.ts'
import { engineOf, type Tx } from './open-database.server.ts'
import { readRows } from './statements.server.ts'

/**
 * Locks one row until the transaction ends: `SELECT … FOR UPDATE` on PostgreSQL. On SQLite the transaction is the
 * only writer already. A row that is not there locks nothing, and false says so: what a later statement finds there
 * was written meanwhile by another transaction and is not locked.
 */
export async function lockRow(
	tx: Tx,
	table: LockableTable,
	key: Readonly<Record<string, string>>,
): Promise<boolean> {
	if (engineOf(tx) !== 'postgresql') return true
	const where = Object.entries(key).map(
		([column, value]) => Prisma.sql`${Prisma.raw(`"${column}"`)} = ${value}`,
	)
	const rows = await readRows(
		tx,
		Prisma.sql`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.join(where, ' AND ')} FOR UPDATE`,
	)
	return rows.length > 0
}

export type LockableTable = 'matter' | 'meeting' | 'account' | 'jurisdiction' | 'published_document'
