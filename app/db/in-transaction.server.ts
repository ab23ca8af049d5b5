import { errorCode } from '#app/storage/error-code.ts'
import { sealTransaction } from './append-audit.server.ts'
import { Prisma } from './generated/sqlite/client.ts'
import { type Database, transactOn, type Tx } from './open-database.server.ts'

/** serialization_failure, deadlock_detected, lock_not_available; and Prisma's own word for a write conflict. */
const TRY_AGAIN = ['40001', '40P01', '55P03']
const ATTEMPTS = 3

/**
 * Runs one command in one transaction: READ COMMITTED on PostgreSQL; on SQLite a savepoint of its own, in a commit that
 * it may share. A conflict with another command is tried again, at most three times, from the start; the idempotency
 * key makes that harmless. What was written is sealed into the trail before the commit; rows without an entry are a bug.
 */
export async function inTransaction<Value>(db: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await transactOn(db)(async (tx) => {
				const value = await work(tx)
				await sealTransaction(tx)
				return value
			})
		} catch (error) {
			if (attempt >= ATTEMPTS || !isConflict(error)) throw error
		}
	}
}

/** Whether another transaction was in the way and the work may simply be done again. */
function isConflict(error: unknown): boolean {
	// One form sent twice at once, where there was no row to lock: the second try finds the first one's answer.
	if (error instanceof Error && 'constraint' in error && error.constraint === 'command_receipt_pkey')
		return true
	if (TRY_AGAIN.includes(errorCode(error) ?? '')) return true
	if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
	const text = JSON.stringify(error.meta ?? {})
	return (
		error.code === 'P2034' ||
		text.includes('command_receipt_pkey') ||
		TRY_AGAIN.some((each) => text.includes(`"${each}"`))
	)
}
