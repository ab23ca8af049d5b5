import pg from 'pg'
import { HandingOver } from './handing-over.ts'

/** What begins and ends a transaction; the command does that itself. */
const CONTROL = /^(?:BEGIN|COMMIT|ROLLBACK|SET TRANSACTION ISOLATION LEVEL .+)$/

/**
 * The pool of the Prisma client that works inside commands: a connection that it gives is the command's own. Prisma
 * begins nothing and commits nothing on it, and does not give it back.
 */
export class JoiningPool extends pg.Pool {
	readonly #handing = new HandingOver<pg.PoolClient>()

	/** Starts Prisma on the connection of one command. */
	join<Started>(client: pg.PoolClient, start: () => Promise<Started>): Promise<Started> {
		return this.#handing.hand(client, start)
	}

	override connect(): Promise<pg.PoolClient>
	override connect(done: Parameters<typeof pg.Pool.prototype.connect>[0]): void
	override connect(): Promise<pg.PoolClient> {
		return Promise.resolve(joined(this.#handing.take()))
	}
}

function joined(client: pg.PoolClient): pg.PoolClient {
	const nothing = { command: '', oid: 0, fields: [], rows: [], rowCount: 0 }
	const own: Record<string, unknown> = {
		query: (asked: pg.QueryConfig) =>
			CONTROL.test(asked.text) ? Promise.resolve(nothing) : client.query(asked),
		release: () => {},
	}
	return new Proxy(client, {
		get: (target, name) => {
			const value = typeof name === 'string' && name in own ? own[name] : Reflect.get(target, name, target)
			return typeof value === 'function' ? value.bind(target) : value
		},
	})
}
