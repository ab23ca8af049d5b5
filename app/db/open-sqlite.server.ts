import { lazyTransaction, PRISMA_LIMITS, startPrisma } from './lazy-transaction.server.ts'
import { PrismaClient } from './generated/sqlite/client.ts'
import { HandingOver } from './handing-over.ts'
import { JoiningFactory } from './joining-adapter.server.ts'
import type { Opened } from './database.ts'
import { BEGIN_NOTES_ON_SQLITE } from './note-rows.ts'
import type { OpenSnapshot } from './sqlite-snapshots.server.ts'
import { type SafeSqliteAdapter, SafeSqliteFactory } from './safe-sqlite-adapter.server.ts'

/** Opens a SQLite file: one writer, on which commands share their commits, and one connection that only reads. */
export function openSqlite(file: string): Opened {
	const factory = new SafeSqliteFactory(file)
	const db = new PrismaClient({ adapter: factory })
	const connected = (): SafeSqliteAdapter => {
		const adapter = factory.adapter()
		if (!adapter) throw new Error(`${file} is not open`)
		return adapter
	}
	const inside = new PrismaClient({ adapter: new JoiningFactory(() => connected().atWork()) })
	const handing = new HandingOver<OpenSnapshot>()
	const readers = new PrismaClient({
		adapter: new JoiningFactory(() => {
			const snapshot = handing.take()
			return { command: snapshot, writer: snapshot.connection }
		}),
	})
	return {
		db,
		direct: () => factory.adapter()?.reads ?? null,
		transact: (enlist) => async (work) => {
			if (!factory.adapter()) await db.$connect()
			return connected().commits.run(async (command) => {
				const { tx, end } = lazyTransaction(() => startPrisma(inside, PRISMA_LIMITS))
				enlist(tx, command)
				await command.write?.(BEGIN_NOTES_ON_SQLITE)
				try {
					return await work(tx)
				} finally {
					await end()
				}
			})
		},
		snapshot: (enlist) => async (work) => {
			if (!factory.adapter()) await db.$connect()
			return connected().snapshots.read(async (snapshot) => {
				const start = () => handing.hand(snapshot, () => startPrisma(readers, PRISMA_LIMITS))
				const { tx, end } = lazyTransaction(start)
				enlist(tx, snapshot.reads)
				try {
					return await work(tx)
				} finally {
					await end()
				}
			})
		},
	}
}
