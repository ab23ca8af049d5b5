import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type BetterSqlite3 from 'better-sqlite3'
import type { Prisma } from './generated/sqlite/client.ts'
import type { Rows } from './database.ts'
import { noteTouchedRows } from './note-rows.ts'
import { reuseStatements } from './prepared-statements.server.ts'

/** What the stock adapter gives us: its statements, and the connection under it. */
export type StockConnection = SqlDriverAdapter & { readonly client: BetterSqlite3.Database }

/** FULL and WAL: an acknowledged commit survives a power cut. recursive_triggers: REPLACE fires the walls' triggers. */
const WRITER_PRAGMAS = [
	'journal_mode = WAL',
	'synchronous = FULL',
	'foreign_keys = ON',
	'recursive_triggers = ON',
	'busy_timeout = 5000',
	'trusted_schema = OFF',
	'cell_size_check = ON',
	// Pages that many commands write are put into the file once: 16 MB may wait beside it.
	'wal_autocheckpoint = 4000',
]
const READER_PRAGMAS = [
	'query_only = ON',
	'busy_timeout = 5000',
	'trusted_schema = OFF',
	'cell_size_check = ON',
]

/** Opens the connection that writes, and notes what it writes. @throws Error where an acknowledged commit would not survive a power cut */
export async function openWriter(url: string): Promise<StockConnection> {
	const writer = await open(url)
	for (const pragma of WRITER_PRAGMAS) writer.client.pragma(pragma)
	assertDurable(writer.client)
	noteTouchedRows(writer.client)
	return writer
}

/** Opens the connection that reads what is committed, and cannot write. */
export async function openReader(url: string): Promise<StockConnection> {
	const reader = await open(url)
	for (const pragma of READER_PRAGMAS) reader.client.pragma(pragma)
	return reader
}

/** The rows that a statement gives, as lists of their values. */
export function rowsOn(client: BetterSqlite3.Database, { sql, values }: Prisma.Sql): Rows {
	return client.prepare<unknown[], unknown[]>(sql).raw().bind(values.map(asStored)).all()
}

/** How many rows a statement has written. */
export function writeOn(client: BetterSqlite3.Database, { sql, values }: Prisma.Sql): number {
	return client.prepare(sql).bind(values.map(asStored)).run().changes
}

async function open(url: string): Promise<StockConnection> {
	const stock = new PrismaBetterSqlite3({ url }, { timestampFormat: 'iso8601' })
	// The stock adapter does not say that it has its connection in reach.
	const connection = (await stock.connect()) as StockConnection
	reuseStatements(connection.client)
	return connection
}

/** better-sqlite3 falls back to synchronous=NORMAL in WAL mode unless told otherwise, so it is asked, not trusted. */
function assertDurable(client: BetterSqlite3.Database): void {
	const synchronous = Number(client.pragma('synchronous', { simple: true }))
	const journal = client.pragma('journal_mode', { simple: true })
	const foreignKeys = Number(client.pragma('foreign_keys', { simple: true }))
	if (synchronous !== 2 || journal !== 'wal' || foreignKeys !== 1)
		throw new Error(
			`refusing to start: synchronous=${synchronous} journal_mode=${String(journal)} foreign_keys=${foreignKeys}`,
		)
}

/** A value as Prisma keeps it in SQLite. */
function asStored(value: unknown): unknown {
	if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
	return typeof value === 'boolean' ? Number(value) : value
}
