import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts'
import { PrismaClient as SqliteClient } from './generated/sqlite/client.ts'
import { type DirectReader, SafeSqliteFactory } from './safe-sqlite-adapter.server.ts'

/**
 * The database. The code is written against the SQLite client, the narrower of the two: what it allows works on
 * PostgreSQL as well.
 */
export type Database = SqliteClient

/** A transaction: what a command reads and writes with. */
export type Tx = Omit<Database, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

export type Engine = 'sqlite' | 'postgresql'

/** What is known of an open database or transaction: its engine, its address, and on SQLite the way to its connection. */
type Opened = {
	readonly engine: Engine
	readonly url: string
	readonly direct: (() => DirectReader | null) | null
}

/**
 * What is known of each. Kept on the process, not in this module: the server's own modules and the bundle of the pages
 * each carry a copy of this file, and must know one another's databases.
 */
const REGISTRY = Symbol.for('yiqian.databases')
const house = globalThis as typeof globalThis & { [REGISTRY]?: WeakMap<object, Opened> }
const known = (house[REGISTRY] ??= new WeakMap<object, Opened>())

/** The engine that a database address names. @throws RangeError for an address that is neither */
export function engineOfUrl(url: string): Engine {
	if (url.startsWith('file:')) return 'sqlite'
	if (/^postgres(ql)?:\/\//.test(url)) return 'postgresql'
	throw new RangeError('DATABASE_URL must begin with file: or postgres://')
}

/** Opens the database at an address. Migrations have been applied before. */
export function openDatabase(url: string): Database {
	return engineOfUrl(url) === 'sqlite' ? openSqlite(url.slice('file:'.length)) : openPostgresql(url)
}

function openSqlite(file: string): Database {
	const factory = new SafeSqliteFactory(file)
	const db = new SqliteClient({ adapter: factory })
	known.set(db, { engine: 'sqlite', url: `file:${file}`, direct: () => factory.reader() })
	return db
}

function openPostgresql(connectionString: string): Database {
	const adapter = new PrismaPg({ connectionString })
	const db = new PostgresqlClient({ adapter }) as unknown as Database
	known.set(db, { engine: 'postgresql', url: connectionString, direct: null })
	return db
}

/** The engine of an open database, or of a transaction on it. */
export function engineOf(db: object): Engine {
	return openedAs(db).engine
}

/** The address of an open database, for whoever reads it on a connection of their own. */
export function urlOf(db: object): string {
	return openedAs(db).url
}

/**
 * SQLite's own connection behind a database or transaction, for a read that needs nothing of Prisma; null where there
 * is none. Outside a transaction it is the connection that only reads, inside one that of the transaction.
 */
export function directReaderOf(db: object): DirectReader | null {
	return openedAs(db).direct?.() ?? null
}

/** Says that a transaction is one on this database, the one that has begun just now. */
export function enlist(tx: object, db: object): void {
	const { direct, ...rest } = openedAs(db)
	const own = direct?.()?.inTransaction() ?? null
	known.set(tx, { ...rest, direct: own && (() => own) })
}

/** A way to the same database for reads only, whose statements go another way than `db` sends them. */
export function knownAs<Reader extends object>(reader: Reader, db: object): Reader {
	known.set(reader, { ...openedAs(db), direct: null })
	return reader
}

function openedAs(db: object): Opened {
	const opened = known.get(db)
	if (!opened) throw new Error('not a database that openDatabase opened, nor a transaction of inTransaction')
	return opened
}
