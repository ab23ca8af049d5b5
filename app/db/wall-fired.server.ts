import { errorCode } from '#app/storage/error-code.ts'
import { Prisma } from './generated/sqlite/client.ts'

/** The databases' own codes, which a statement past Prisma fails with. */
const OWN_CODES = /^(?:SQLITE_CONSTRAINT_(?:TRIGGER|CHECK|FOREIGNKEY)|P9001|23503|23514)$/

/**
 * Whether a wall of the database refused: a foreign key, a CHECK or one of our triggers. Which one is not asked:
 * Prisma reports a trigger as a foreign key, and a message is no ground for an answer to a person.
 */
export function wallFired(error: unknown): boolean {
	if (OWN_CODES.test(errorCode(error) ?? '')) return true
	if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
	if (error.code === 'P2003' || error.code === 'P2004') return true
	return /SQLITE_CONSTRAINT_(TRIGGER|CHECK|FOREIGNKEY)|P9001|"23503"|"23514"/.test(
		JSON.stringify(error.meta ?? {}),
	)
}
