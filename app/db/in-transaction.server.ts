import { Prisma } from './generated/sqlite/client.ts'
import { type Database, engineOf, transactOn, type Tx } from './open-database.server.ts'
import { readRows } from './statements.server.ts'

/** serialization_failure, deadlock_detected, lock_not_available; and Prisma's own word for a write conflict. */
const TRY_AGAIN = ['40001', '40P01', '55P03']
const ATTEMPTS = 3

/**
 * Runs one command in one transaction: READ COMMITTED on PostgreSQL; on SQLite a savepoint of its own, in a commit that
 * it may share. A conflict with another command is tried again, at most three times, from the start; the idempotency
 * key makes that harmless.
 */
export async function inTransaction<Value>(db: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await transactOn(db)(work)
		} catch (error) {
			if (attempt >= ATTEMPTS || !isConflict(error)) throw error
		}
	}
}

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

export type LockableTable =
	| 'matter'
	| 'meeting'
	| 'account'
	| 'jurisdiction'
	| 'audit_stream'
	| 'published_document'

/** Whether another transaction was in the way and the work may simply be done again. */
function isConflict(error: unknown): boolean {
	const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown }
	// One form sent twice at once, where there was no row to lock: the second try finds the first one's answer.
	if (constraint === 'command_receipt_pkey') return true
	if (typeof code === 'string' && TRY_AGAIN.includes(code)) return true
	if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
	const text = JSON.stringify(error.meta ?? {})
	return (
		error.code === 'P2034' ||
		text.includes('command_receipt_pkey') ||
		TRY_AGAIN.some((each) => text.includes(`"${each}"`))
	)
}
