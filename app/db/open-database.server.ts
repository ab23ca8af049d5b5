import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts'
import { PrismaClient as SqliteClient } from './generated/sqlite/client.ts'
import { SafeSqliteFactory } from './safe-sqlite-adapter.server.ts'

/**
 * The database. The code is written against the SQLite client, the narrower of the two: what it allows works on
 * PostgreSQL as well.
 */
export type Database = SqliteClient

/** A transaction: what a command reads and writes with. */
export type Tx = Omit<Database, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

export type Engine = 'sqlite' | 'postgresql'

/**
 * Which engine each open database has. Kept on the process, not in this module: the server's own modules and the
 * bundle of the pages each carry a copy of this file, and must know one another's databases.
 */
const REGISTRY = Symbol.for('yiqian.engines')
const house = globalThis as typeof globalThis & { [REGISTRY]?: WeakMap<object, Engine> }
const engines = (house[REGISTRY] ??= new WeakMap<object, Engine>())

/** The engine that a database address names. @throws RangeError for an address that is neither */
export function engineOfUrl(url: string): Engine {
	if (url.startsWith('file:')) return 'sqlite'
	if (/^postgres(ql)?:\/\//.test(url)) return 'postgresql'
	throw new RangeError('DATABASE_URL must begin with file: or postgres://')
}

/** Opens the database at an address. Migrations have been applied before. */
export function openDatabase(url: string): Database {
	const engine = engineOfUrl(url)
	const db =
		engine === 'sqlite'
			? new SqliteClient({ adapter: new SafeSqliteFactory(url.slice('file:'.length)) })
			: (new PostgresqlClient({ adapter: new PrismaPg({ connectionString: url }) }) as unknown as Database)
	engines.set(db, engine)
	return db
}

/** The engine of an open database, or of a transaction on it. */
export function engineOf(db: object): Engine {
	const engine = engines.get(db)
	if (!engine) throw new Error('not a database that openDatabase opened, nor a transaction of inTransaction')
	return engine
}

/** Says which engine a transaction runs on. */
export function setEngineOf(tx: object, engine: Engine): void {
	engines.set(tx, engine)
}
