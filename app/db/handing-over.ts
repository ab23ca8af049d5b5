/**
 * Hands connections to a Prisma client that asks for one whenever it begins a transaction: one after the other, so that
 * none gets another's.
 */
export class HandingOver<Connection> {
	#next: Connection | null = null
	#tail: Promise<unknown> = Promise.resolve()

	/** Starts Prisma on this connection. */
	hand<Started>(connection: Connection, start: () => Promise<Started>): Promise<Started> {
		const started = this.#tail.then(() => {
			this.#next = connection
			return start()
		})
		this.#tail = started.catch(() => {})
		return started
	}

	/** The connection that was handed over last, once. @throws Error where none was */
	take(): Connection {
		const connection = this.#next
		this.#next = null
		if (connection === null) throw new Error('asked outside of a transaction that is open')
		return connection
	}
}
