import type { Direct } from './database.ts'
import { openReader, rowsOn, type StockConnection } from './sqlite-connection.server.ts'

/** So many connections wait for the next page; what more pages at once need is opened and closed again. */
const KEPT = 4

/** A connection that sees one moment of the database, and the way past Prisma on it. */
export type OpenSnapshot = {
	readonly connection: StockConnection
	/** @throws Error when the reading is over */
	readonly assertOpen: () => void
	readonly reads: Direct
}

/** Connections that only read, each in a transaction of its own: in WAL it keeps its moment, and nobody waits for it. */
export class SqliteSnapshots {
	readonly #url: string
	readonly #idle: StockConnection[] = []
	#isClosed = false

	constructor(url: string) {
		this.#url = url
	}

	async read<Value>(work: (snapshot: OpenSnapshot) => Promise<Value>): Promise<Value> {
		const connection = this.#idle.pop() ?? (await openReader(this.#url))
		let isOpen = true
		const assertOpen = () => {
			if (!isOpen) throw new Error('the snapshot is closed')
		}
		const rows: Direct['rows'] = (statement) => {
			assertOpen()
			return rowsOn(connection.client, statement)
		}
		try {
			// Deferred: the moment is that of the first statement.
			connection.client.exec('BEGIN')
			return await work({ connection, assertOpen, reads: { rows, write: null } })
		} finally {
			isOpen = false
			await this.#giveBack(connection)
		}
	}

	async close(): Promise<void> {
		this.#isClosed = true
		for (const connection of this.#idle.splice(0)) await connection.dispose()
	}

	async #giveBack(connection: StockConnection): Promise<void> {
		if (connection.client.inTransaction) connection.client.exec('ROLLBACK')
		if (this.#isClosed || this.#idle.length >= KEPT) await connection.dispose()
		else this.#idle.push(connection)
	}
}
