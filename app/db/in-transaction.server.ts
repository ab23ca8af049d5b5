import { Prisma } from './generated/sqlite/client.ts'
import { type Database, type Tx, engineOf, enlist } from './open-database.server.ts'

/** serialization_failure, deadlock_detected, lock_not_available; and Prisma's own word for a write conflict. */
const TRY_AGAIN = ['40001', '40P01', '55P03']
const ATTEMPTS = 3
const LIMITS = { maxWait: 15_000, timeout: 20_000 }

/** The PostgreSQL transactions that are open, so that `lockRow` knows where a row lock means something. */
const lockable = new WeakSet<object>()

/**
 * Runs one command in one transaction: READ COMMITTED on PostgreSQL, BEGIN IMMEDIATE on SQLite. A conflict with
 * another command is tried again, at most three times, from the start; the idempotency key makes that harmless.
 */
export async function inTransaction<Value>(db: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> {
	const isPostgresql = engineOf(db) === 'postgresql'
	const isolation = isPostgresql ? { isolationLevel: 'ReadCommitted' as never } : {}
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await db.$transaction(
				async (tx) => {
					enlist(tx, db)
					if (isPostgresql) lockable.add(tx)
					return work(tx)
				},
				{ ...LIMITS, ...isolation },
			)
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
	if (!lockable.has(tx)) return true
	const where = Object.entries(key).map(
		([column, value]) => Prisma.sql`${Prisma.raw(`"${column}"`)} = ${value}`,
	)
	const rows = await tx.$queryRaw<
		unknown[]
	>`SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.join(where, ' AND ')} FOR UPDATE`
	return rows.length > 0
}

export type LockableTable =
	| 'matter'
	| 'meeting'
	| 'account'
	| 'jurisdiction'
	| 'audit_stream'
	| 'published_document'

/** One form sent twice at once, where there was no row to lock: the second try finds the first one's answer. */
function isSameKey(error: Prisma.PrismaClientKnownRequestError): boolean {
	return JSON.stringify(error.meta ?? {}).includes('command_receipt_pkey')
}

/** Whether another transaction was in the way and the work may simply be done again. */
function isConflict(error: unknown): boolean {
	if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
	if (error.code === 'P2034' || isSameKey(error)) return true
	const text = JSON.stringify(error.meta ?? {})
	return TRY_AGAIN.some((code) => text.includes(`"${code}"`))
}
