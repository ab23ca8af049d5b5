import type {
	ConnectionInfo,
	IsolationLevel,
	SqlDriverAdapter,
	SqlDriverAdapterFactory,
	SqlQuery,
	SqlResultSet,
	Transaction,
} from '@prisma/driver-adapter-utils'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type BetterSqlite3 from 'better-sqlite3'
import { reuseStatements } from './prepared-statements.server.ts'

/**
 * The SQLite adapter with one writer.
 *
 * The stock adapter shares one connection between requests: a write of one request runs inside the open transaction
 * of another, is acknowledged, and vanishes when that one rolls back; reads see uncommitted rows; a COMMIT that fails
 * poisons the connection. Here every write waits for its turn, reads outside a transaction have a connection of their
 * own, transactions begin IMMEDIATE, and a failed BEGIN or COMMIT always rolls back and lets the next one in.
 */
export class SafeSqliteFactory implements SqlDriverAdapterFactory {
	readonly provider = 'sqlite' as const
	readonly adapterName = 'yiqian-safe-sqlite'
	readonly #url: string
	#adapter: SafeSqliteAdapter | null = null

	constructor(url: string) {
		this.#url = url
	}

	/** The way past Prisma for reads, once Prisma has connected. */
	reader(): DirectReader | null {
		return this.#adapter
	}

	async connect(): Promise<SqlDriverAdapter> {
		const writer = await openConnection(this.#url)
		const reader = await openConnection(this.#url)
		for (const pragma of WRITER_PRAGMAS) writer.client.pragma(pragma)
		for (const pragma of READER_PRAGMAS) reader.client.pragma(pragma)
		assertDurable(writer.client)
		this.#adapter = new SafeSqliteAdapter(writer, reader)
		return this.#adapter
	}
}

/** Reads on SQLite's own connection: the first column of each row. */
export type DirectReader = {
	readonly firstColumn: (sql: string, values: readonly unknown[]) => readonly unknown[]
	/** The same inside the transaction that is open at this moment, for as long as it is. */
	readonly inTransaction: () => DirectReader | null
}

/** FULL and WAL: an acknowledged commit survives a power cut. recursive_triggers: REPLACE fires the walls' triggers. */
const WRITER_PRAGMAS = [
	'journal_mode = WAL',
	'synchronous = FULL',
	'foreign_keys = ON',
	'recursive_triggers = ON',
	'busy_timeout = 5000',
	'trusted_schema = OFF',
	'cell_size_check = ON',
]
const READER_PRAGMAS = [
	'query_only = ON',
	'busy_timeout = 5000',
	'trusted_schema = OFF',
	'cell_size_check = ON',
]

/** What the stock adapter gives us: its statements, and the connection under it. */
type StockConnection = SqlDriverAdapter & { readonly client: BetterSqlite3.Database }

async function openConnection(url: string): Promise<StockConnection> {
	const stock = new PrismaBetterSqlite3({ url }, { timestampFormat: 'iso8601' })
	const connection = (await stock.connect()) as unknown as StockConnection
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

class SafeSqliteAdapter implements SqlDriverAdapter, DirectReader {
	readonly provider = 'sqlite' as const
	readonly adapterName = 'yiqian-safe-sqlite'
	readonly #writer: StockConnection
	readonly #reader: StockConnection
	readonly #turns = new Turns()
	#transaction: SafeTransaction | null = null

	constructor(writer: StockConnection, reader: StockConnection) {
		this.#writer = writer
		this.#reader = reader
	}

	queryRaw(query: SqlQuery): Promise<SqlResultSet> {
		return isRead(query.sql) ? this.#reader.queryRaw(query) : this.#alone(() => this.#writer.queryRaw(query))
	}

	executeRaw(query: SqlQuery): Promise<number> {
		return this.#alone(() => this.#writer.executeRaw(query))
	}

	executeScript(script: string): Promise<void> {
		return this.#alone(() => this.#writer.executeScript(script))
	}

	firstColumn(sql: string, values: readonly unknown[]): readonly unknown[] {
		return firstColumnOf(this.#reader.client, sql, values)
	}

	inTransaction(): DirectReader | null {
		return this.#transaction
	}

	getConnectionInfo(): ConnectionInfo {
		return this.#writer.getConnectionInfo?.() ?? { supportsRelationJoins: false }
	}

	async startTransaction(_isolation?: IsolationLevel): Promise<Transaction> {
		const release = await this.#turns.take()
		try {
			this.#writer.client.prepare('BEGIN IMMEDIATE').run()
		} catch (error) {
			this.#rollBack()
			release()
			throw error
		}
		this.#transaction = new SafeTransaction(this.#writer, () => {
			this.#transaction = null
			this.#rollBack()
			release()
		})
		return this.#transaction
	}

	async dispose(): Promise<void> {
		const release = await this.#turns.take()
		try {
			await this.#reader.dispose()
			await this.#writer.dispose()
		} finally {
			release()
		}
	}

	async #alone<Value>(work: () => Promise<Value>): Promise<Value> {
		const release = await this.#turns.take()
		try {
			return await work()
		} finally {
			this.#rollBack()
			release()
		}
	}

	/** Nothing may stay open when the next one's turn comes. */
	#rollBack(): void {
		if (this.#writer.client.inTransaction) this.#writer.client.prepare('ROLLBACK').run()
	}
}

class SafeTransaction implements Transaction, DirectReader {
	readonly provider = 'sqlite' as const
	readonly adapterName = 'yiqian-safe-sqlite'
	readonly options = { usePhantomQuery: true }
	readonly #writer: StockConnection
	readonly #finish: () => void
	#isOpen = true

	constructor(writer: StockConnection, finish: () => void) {
		this.#writer = writer
		this.#finish = finish
	}

	async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
		return this.#open().queryRaw(query)
	}

	async executeRaw(query: SqlQuery): Promise<number> {
		return this.#open().executeRaw(query)
	}

	firstColumn(sql: string, values: readonly unknown[]): readonly unknown[] {
		return firstColumnOf(this.#open().client, sql, values)
	}

	inTransaction(): DirectReader {
		return this
	}

	async createSavepoint(name: string): Promise<void> {
		this.#open().client.exec(`SAVEPOINT "${name}"`)
	}

	async rollbackToSavepoint(name: string): Promise<void> {
		this.#open().client.exec(`ROLLBACK TO "${name}"`)
	}

	async releaseSavepoint(name: string): Promise<void> {
		this.#open().client.exec(`RELEASE "${name}"`)
	}

	async commit(): Promise<void> {
		const { client } = this.#open()
		this.#isOpen = false
		try {
			client.prepare('COMMIT').run()
		} finally {
			this.#finish()
		}
	}

	async rollback(): Promise<void> {
		if (!this.#isOpen) return
		this.#isOpen = false
		this.#finish()
	}

	#open(): StockConnection {
		if (!this.#isOpen || !this.#writer.client.inTransaction) throw new Error('the transaction is closed')
		return this.#writer
	}
}

function firstColumnOf(
	client: BetterSqlite3.Database,
	sql: string,
	values: readonly unknown[],
): readonly unknown[] {
	const rows = client.prepare(sql).raw().bind(values.map(asStored)).all() as unknown[][]
	return rows.map(([first]) => first)
}

/** A value as Prisma keeps it in SQLite. */
function asStored(value: unknown): unknown {
	if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
	return typeof value === 'boolean' ? Number(value) : value
}

/** A queue of one: whoever takes a turn lets the next one in by calling what they were given. */
class Turns {
	#tail: Promise<void> = Promise.resolve()

	take(): Promise<() => void> {
		let release = () => {}
		const done = new Promise<void>((resolve) => {
			release = resolve
		})
		const turn = this.#tail.then(() => release)
		this.#tail = this.#tail.then(() => done)
		return turn
	}
}

/** Only what surely reads goes to the reader; anything else waits for the writer. */
function isRead(sql: string): boolean {
	if (/^\s*(SELECT|EXPLAIN)\b/i.test(sql)) return true
	return /^\s*WITH\b/i.test(sql) && !/\b(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql)
}
