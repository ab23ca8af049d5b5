import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts'
import type { Prisma } from './generated/sqlite/client.ts'
import { JoiningPool } from './joining-pool.server.ts'
import { lazyTransaction, PRISMA_LIMITS, startPrisma } from './lazy-transaction.server.ts'
import { BEGIN_NOTES_ON_POSTGRESQL } from './note-rows.ts'
import type { Database, Direct, Opened, Tx } from './database.ts'

/** Connections of a process: for commands, which may wait for each other's rows, and for pages, which then do not wait. */
const FOR_COMMANDS = 20
const FOR_PAGES = 10

/** Opens a PostgreSQL database. Commands run in parallel, each on a connection of its own, at READ COMMITTED. */
export function openPostgresql(connectionString: string): Opened {
	const factory = new PoolsFactory(connectionString)
	const db = onPostgresql(factory)
	const joining = new JoiningPool()
	const inside = onPostgresql(new PrismaPg(joining))
	const onClient = async <Value>(
		client: pg.PoolClient,
		enlist: (tx: Tx, direct: Direct) => void,
		work: (tx: Tx) => Promise<Value>,
	) => {
		let isOpen = true
		const { tx, end } = lazyTransaction(() => joining.join(client, () => startPrisma(inside, PRISMA_LIMITS)))
		enlist(
			tx,
			directThrough(client, () => isOpen),
		)
		try {
			return await work(tx)
		} finally {
			isOpen = false
			await end()
		}
	}
	const within =
		(of: 'commands' | 'pages', begin: string): Opened['transact'] =>
		(enlist) =>
		async (work) => {
			if (!factory.pools()) await db.$connect()
			const pools = factory.pools()
			if (!pools) throw new Error('Prisma has connected past its adapter')
			const client = await pools[of].connect()
			let isBroken = false
			try {
				await client.query(begin)
				const value = await onClient(client, enlist, work)
				await client.query('COMMIT')
				return value
			} catch (error) {
				// A connection that cannot roll back is closed, which rolls back too.
				await client.query('ROLLBACK').catch(() => {
					isBroken = true
				})
				throw error
			} finally {
				client.release(isBroken)
			}
		}
	return {
		db,
		direct: () => factory.reads(),
		transact: within('commands', `BEGIN ISOLATION LEVEL READ COMMITTED; ${BEGIN_NOTES_ON_POSTGRESQL}`),
		snapshot: within('pages', 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'),
	}
}

/**
 * The client of this engine in the type of the other's: the schemas differ in their columns' types alone. By way of unknown:
 * to compare the two, every model with every other, takes the compiler minutes and gigabytes.
 */
function onPostgresql(adapter: SqlDriverAdapterFactory): Database {
	return new PostgresqlClient({ adapter }) as unknown as Database
}

type Pools = { readonly commands: pg.Pool; readonly pages: pg.Pool }

/** Prisma's own adapter, over a pool that is asked past Prisma too; and the pool of the commands beside it. */
class PoolsFactory implements SqlDriverAdapterFactory {
	readonly provider = 'postgres' as const
	readonly adapterName = 'yiqian-postgresql'
	readonly #connectionString: string
	#pools: Pools | null = null
	#reads: Direct | null = null

	constructor(connectionString: string) {
		this.#connectionString = connectionString
	}

	/** The pools, once Prisma has connected. */
	pools(): Pools | null {
		return this.#pools
	}

	/** The way past Prisma for reads of what is committed, once Prisma has connected. */
	reads(): Direct | null {
		return this.#reads
	}

	async connect(): Promise<SqlDriverAdapter> {
		const pages = this.#open(FOR_PAGES)
		const commands = this.#open(FOR_COMMANDS)
		const adapter = await new PrismaPg(pages, { disposeExternalPool: true }).connect()
		const dispose = adapter.dispose.bind(adapter)
		adapter.dispose = async () => {
			this.#pools = null
			this.#reads = null
			await dispose()
			await commands.end()
		}
		this.#pools = { commands, pages }
		this.#reads = directThrough(pages, () => true)
		return adapter
	}

	#open(max: number): pg.Pool {
		const pool = new pg.Pool({ connectionString: this.#connectionString, max })
		// An idle connection that the server ends is no bug; the next question opens another.
		pool.on('error', () => {})
		return pool
	}
}

function directThrough(client: Pick<pg.ClientBase, 'query'>, isOpen: () => boolean): Direct {
	const ask = async ({ text, values }: Prisma.Sql) => {
		if (!isOpen()) throw new Error('the transaction is closed')
		return client.query<unknown[]>({ name: nameOf(text), text, values: values.map(asSent), rowMode: 'array' })
	}
	return {
		rows: async (statement) => (await ask(statement)).rows,
		write: async (statement) => (await ask(statement)).rowCount ?? 0,
	}
}

/** More texts than the pages and commands have between them; what lists of ids make beyond that is not prepared. */
const MOST = 1000
const names = new Map<string, string>()

/** The name under which a connection keeps a statement prepared. */
function nameOf(text: string): string | undefined {
	const present = names.get(text)
	if (present !== undefined || names.size >= MOST) return present
	const name = `s${names.size}`
	names.set(text, name)
	return name
}

/** An instant goes as UTC; the driver would send it in the zone of this machine. */
function asSent(value: unknown): unknown {
	return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value
}
