import type { Engine } from './open-database.server.ts'

/** Prisma's own table, so that `prisma migrate deploy` goes on where this runner stopped. */
const LEDGER = {
	sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
	postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`,
} as const

/** Makes the ledger where there is none: on PostgreSQL even to make what is there takes a right that the application has not. */
export async function ensureLedger(
	session: {
		readonly run: (sql: string) => Promise<void>
		readonly rows: (sql: string) => Promise<readonly unknown[]>
	},
	engine: Engine,
): Promise<void> {
	const isThere =
		engine === 'postgresql' &&
		(await session.rows(`SELECT 1 WHERE to_regclass('"_prisma_migrations"') IS NOT NULL`)).length > 0
	if (!isThere) await session.run(LEDGER[engine])
}
