import type { MarkEntry } from '#app/domain/audit-chain/entry-mark.ts'
import type { Database, Direct, Engine, Transact, Tx } from './database.ts'
import { openPostgresql } from './open-postgresql.server.ts'
import { openSqlite } from './open-sqlite.server.ts'

export type { Database, Engine, Tx } from './database.ts'

type Known = {
	readonly engine: Engine
	readonly url: string
	readonly direct: () => Direct | null
	readonly transact: Transact
	readonly snapshot: Transact
	/** What marks entries of the trail; one for a database and all its transactions. */
	readonly marking: { mark: MarkEntry | null }
}

/**
 * What is known of each. Kept on the process, not in this module: the server's own modules and the bundle of the pages
 * each carry a copy of this file, and must know one another's databases.
 */
const REGISTRY = Symbol.for('yiqian.databases')
const house = globalThis as typeof globalThis & { [REGISTRY]?: WeakMap<object, Known> }
const known = (house[REGISTRY] ??= new WeakMap<object, Known>())

/** The engine that a database address names. @throws RangeError for an address that is neither */
export function engineOfUrl(url: string): Engine {
	if (url.startsWith('file:')) return 'sqlite'
	if (/^postgres(ql)?:\/\//.test(url)) return 'postgresql'
	throw new RangeError('DATABASE_URL must begin with file: or postgres://')
}

/** Opens the database at an address. Migrations have been applied before. */
export function openDatabase(url: string): Database {
	const engine = engineOfUrl(url)
	const opened = engine === 'sqlite' ? openSqlite(url.slice('file:'.length)) : openPostgresql(url)
	const { db, direct } = opened
	const nested: Transact = () => {
		throw new Error('a transaction inside a transaction')
	}
	const marking = { mark: null }
	const enlistOwn = (tx: Tx, own: Direct) =>
		known.set(tx, { engine, url, direct: () => own, transact: nested, snapshot: nested, marking })
	const transact = opened.transact(enlistOwn)
	known.set(db, { engine, url, direct, transact, snapshot: opened.snapshot(enlistOwn), marking })
	return db
}

/** Gives a database the mark that only the holder of the house's key can make; every entry from now on has it. */
export function markEntriesWith(db: object, mark: MarkEntry): void {
	whatIsKnownOf(db).marking.mark = mark
}

/** The mark of an entry; null where nobody has given the key, as beside a database that is only read. */
export function markOf(tx: object, hash: string): string | null {
	return whatIsKnownOf(tx).marking.mark?.(hash) ?? null
}

/** The engine of an open database, or of a transaction on it. */
export function engineOf(db: object): Engine {
	return whatIsKnownOf(db).engine
}

/** The address of an open database, for whoever reads it on a connection of their own. */
export function urlOf(db: object): string {
	return whatIsKnownOf(db).url
}

/** The way past Prisma on a database, which reads what is committed, or in a transaction; null where there is none. */
export function directOn(db: object): Direct | null {
	return whatIsKnownOf(db).direct()
}

/** The way to run a transaction on a database. */
export function transactOn(db: Database): Transact {
	return whatIsKnownOf(db).transact
}

/** The way to read one moment of a database. */
export function snapshotOn(db: Database): Transact {
	return whatIsKnownOf(db).snapshot
}

/** Says that a transaction of Prisma's own is one on this database. */
export function enlist(tx: object, db: object): void {
	known.set(tx, { ...whatIsKnownOf(db), direct: () => null })
}

/** A way to the same database for reads only, whose statements go another way than `db` sends them. */
export function knownAs<Reader extends object>(reader: Reader, db: object): Reader {
	known.set(reader, { ...whatIsKnownOf(db), direct: () => null })
	return reader
}

function whatIsKnownOf(db: object): Known {
	const present = known.get(db)
	if (!present) throw new Error('not a database that openDatabase opened, nor a transaction of inTransaction')
	return present
}
