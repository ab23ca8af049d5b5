import type {
	ConnectionInfo,
	IsolationLevel,
	SqlDriverAdapter,
	SqlDriverAdapterFactory,
	SqlQuery,
	SqlResultSet,
	Transaction,
} from '@prisma/driver-adapter-utils'
import { type OpenCommand, SharedCommits } from './shared-commits.server.ts'
import type { Direct } from './database.ts'
import { SqliteSnapshots } from './sqlite-snapshots.server.ts'
import { openReader, openWriter, rowsOn, type StockConnection } from './sqlite-connection.server.ts'

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

	/** The way past Prisma, once Prisma has connected. */
	adapter(): SafeSqliteAdapter | null {
		return this.#adapter
	}

	async connect(): Promise<SqlDriverAdapter> {
		const snapshots = new SqliteSnapshots(this.#url)
		this.#adapter = new SafeSqliteAdapter(await openWriter(this.#url), await openReader(this.#url), snapshots)
		return this.#adapter
	}
}

export class SafeSqliteAdapter implements SqlDriverAdapter {
	readonly provider = 'sqlite' as const
	readonly adapterName = 'yiqian-safe-sqlite'
	readonly #writer: StockConnection
	readonly #reader: StockConnection
	readonly #turns = new Turns()
	/** Where commands run; several of them share a commit. */
	readonly commits: SharedCommits
	/** The way past Prisma for reads of what is committed. */
	readonly reads: Direct
	/** The way to read one moment. */
	readonly snapshots: SqliteSnapshots

	constructor(writer: StockConnection, reader: StockConnection, snapshots: SqliteSnapshots) {
		this.snapshots = snapshots
		this.#writer = writer
		this.#reader = reader
		this.commits = new SharedCommits({ client: writer.client, takeTurn: () => this.#turns.take() })
		this.reads = { rows: (statement) => rowsOn(reader.client, statement), write: null }
	}

	/** The command that is at work, and the connection that it writes on. @throws Error where none is */
	atWork(): { readonly command: OpenCommand; readonly writer: StockConnection } {
		return { command: this.commits.atWork(), writer: this.#writer }
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
		return new SafeTransaction(this.#writer, () => {
			this.#rollBack()
			release()
		})
	}

	async dispose(): Promise<void> {
		const release = await this.#turns.take()
		try {
			await this.snapshots.close()
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

class SafeTransaction implements Transaction {
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
