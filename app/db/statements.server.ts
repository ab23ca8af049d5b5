import type { Prisma } from './generated/sqlite/client.ts'
import type { Rows, Tx } from './database.ts'
import { directOn } from './open-database.server.ts'

/**
 * The rows that a statement gives, as lists of their values: texts and numbers, so that both engines give the same.
 * Prisma's own raw query takes longer than most of our statements, so the database itself is asked where there is a way.
 */
export async function readRows<Row extends readonly unknown[] = readonly unknown[]>(
	tx: Pick<Tx, '$queryRaw'>,
	statement: Prisma.Sql,
): Promise<readonly Row[]> {
	const direct = directOn(tx)
	const rows: Rows = direct
		? await direct.rows(statement)
		: (await tx.$queryRaw<Readonly<Record<string, unknown>>[]>(statement)).map((row) => Object.values(row))
	// Whoever writes a statement says what its columns are, as with every driver.
	return rows as readonly Row[]
}

/** Writes by a statement; gives how many rows were written. */
export async function writeRows(tx: Pick<Tx, '$executeRaw'>, statement: Prisma.Sql): Promise<number> {
	const write = directOn(tx)?.write
	return write ? write(statement) : tx.$executeRaw(statement)
}
