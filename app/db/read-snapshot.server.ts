import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { type Engine, engineOfUrl } from './open-database.server.ts'

/** A value of a row, and of a statement, as both engines give and take it. */
export type SqlValue = string | number | null

/** A database as it was at one moment, on a connection of its own that can only read. */
export type Snapshot = {
	readonly engine: Engine
	/** The rows of a statement with `?` for its values, each as the list of its columns. */
	readonly rows: <Row extends readonly unknown[]>(
		sql: string,
		values?: readonly SqlValue[],
	) => Promise<readonly Row[]>
}

/**
 * Opens a connection of its own on a database, reads with it at one moment, and closes it. What others write meanwhile
 * is not seen: a long reading beside a server at work never finds half of an act. Nobody waits for it.
 */
export function readSnapshot<Value>(
	url: string,
	work: (snapshot: Snapshot) => Promise<Value>,
): Promise<Value> {
	return engineOfUrl(url) === 'sqlite'
		? readSqlite(url.slice('file:'.length), work)
		: readPostgresql(url, work)
}

async function readSqlite<Value>(file: string, work: (snapshot: Snapshot) => Promise<Value>): Promise<Value> {
	const database = openSqliteReader(file)
	try {
		const compiled = new Map<string, BetterSqlite3.Statement>()
		const compile = (sql: string) => {
			const statement = compiled.get(sql) ?? database.prepare(sql).raw()
			compiled.set(sql, statement)
			return statement
		}
		// A deferred transaction takes its snapshot with the first statement and keeps it until the end.
		database.exec('BEGIN')
		return await work({
			engine: 'sqlite',
			rows: async <Row extends readonly unknown[]>(sql: string, values: readonly SqlValue[] = []) =>
				// As in `readRows`.
				compile(sql).all(...values) as Row[],
		})
	} finally {
		database.close()
	}
}

/** Opens a connection of its own on a SQLite file, which can only read. */
export function openSqliteReader(file: string): BetterSqlite3.Database {
	const database = new BetterSqlite3(file, { fileMustExist: true })
	for (const pragma of READER_PRAGMAS) database.pragma(pragma)
	return database
}

/** Not opened as a read-only file: a reader of WAL has to be able to make the shared memory beside it. */
const READER_PRAGMAS = [
	'query_only = ON',
	'busy_timeout = 5000',
	'trusted_schema = OFF',
	'cell_size_check = ON',
]

/** A transaction that is open on PostgreSQL, to be read in the same way. */
export function inTransactionOf(client: pg.ClientBase): Snapshot {
	return {
		engine: 'postgresql',
		rows: async <Row extends readonly unknown[]>(sql: string, values: readonly SqlValue[] = []) => {
			const asked = {
				text: numbered(sql),
				values: [...values],
				rowMode: 'array' as const,
			}
			return (await client.query<Row>(asked)).rows
		},
	}
}

async function readPostgresql<Value>(
	url: string,
	work: (snapshot: Snapshot) => Promise<Value>,
): Promise<Value> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	try {
		await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
		return await work(inTransactionOf(client))
	} finally {
		await client.end()
	}
}

/** `?` as PostgreSQL numbers it. No statement here has a question mark in its words. */
function numbered(sql: string): string {
	let at = 0
	return sql.replaceAll('?', () => `$${(at += 1)}`)
}
