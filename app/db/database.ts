import type { Prisma, PrismaClient } from './generated/sqlite/client.ts'

/**
 * The database. The code is written against the SQLite client, the narrower of the two: what it allows works on
 * PostgreSQL as well.
 */
export type Database = PrismaClient

/** A transaction: what a command reads and writes with. */
export type Tx = Omit<Database, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

export type Engine = 'sqlite' | 'postgresql'

/** Statements that go to the database past Prisma, which takes longer than most of them. */
export type Direct = {
	/** The values of the rows, in the order of the columns, as the driver gives them: what is no text or number, ask for as text. */
	readonly rows: (statement: Prisma.Sql) => Rows | Promise<Rows>
	/** How many rows were written; null where a write must wait for its turn. */
	readonly write: ((statement: Prisma.Sql) => number | Promise<number>) | null
}
export type Rows = readonly (readonly unknown[])[]

/** Runs work in a transaction. Whatever it throws rolls everything back that it wrote. */
export type Transact = <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>

/** An open database as its engine gives it. `direct` is null as long as there is no connection. */
export type Opened = {
	readonly db: Database
	readonly direct: () => Direct | null
	/** Opens a transaction; `enlist` is told of it before work begins. */
	readonly transact: (enlist: (tx: Tx, direct: Direct) => void) => Transact
	/** The same for work that only reads, and sees one moment. */
	readonly snapshot: (enlist: (tx: Tx, direct: Direct) => void) => Transact
}
