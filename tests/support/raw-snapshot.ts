import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import type { Snapshot, SqlValue } from '#app/db/read-snapshot.server.ts'

/** A connection past the product: it attacks, shows what a verification would read then, and takes everything back. */
export type RawSnapshot = {
	readonly snapshot: Snapshot
	/** Runs statements with every wall torn down, in a transaction that stays open; gives the first that does nothing. */
	readonly attack: (statements: readonly string[]) => Promise<string | null>
	/** Keeps what was done. */
	readonly keep: () => Promise<void>
	readonly undo: () => Promise<void>
	readonly close: () => Promise<void>
}

export function openRawSnapshot(url: string): Promise<RawSnapshot> {
	return url.startsWith('file:') ? onSqlite(url.slice('file:'.length)) : onPostgresql(url)
}

async function onSqlite(file: string): Promise<RawSnapshot> {
	const database = new BetterSqlite3(file)
	database.pragma('foreign_keys = OFF')
	return {
		snapshot: {
			engine: 'sqlite',
			rows: async <Row extends readonly unknown[]>(sql: string, values: readonly SqlValue[] = []) =>
				database
					.prepare(sql)
					.raw()
					.all(...values) as unknown as readonly Row[],
		},
		attack: async (statements) => {
			database.exec('BEGIN')
			const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
			for (const name of triggers) database.exec(`DROP TRIGGER "${String(name)}"`)
			return statements.find((statement) => database.prepare(statement).run().changes === 0) ?? null
		},
		keep: async () => void database.exec('COMMIT'),
		undo: async () => void database.exec('ROLLBACK'),
		close: async () => void database.close(),
	}
}

async function onPostgresql(url: string): Promise<RawSnapshot> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	return {
		snapshot: {
			engine: 'postgresql',
			rows: async <Row extends readonly unknown[]>(sql: string, values: readonly SqlValue[] = []) => {
				let at = 0
				const text = sql.replaceAll('?', () => `$${(at += 1)}`)
				const asked = { text, values: [...values], rowMode: 'array' as const }
				return (await client.query<Row>(asked)).rows
			},
		},
		attack: async (statements) => {
			await client.query('BEGIN')
			await client.query(`DO $$ DECLARE t record; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
				LOOP EXECUTE format('ALTER TABLE %I DISABLE TRIGGER ALL', t.tablename); END LOOP; END $$`)
			for (const statement of statements) if ((await client.query(statement)).rowCount === 0) return statement
			return null
		},
		keep: async () => void (await client.query('COMMIT')),
		undo: async () => void (await client.query('ROLLBACK')),
		close: () => client.end(),
	}
}
