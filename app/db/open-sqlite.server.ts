import { lazyTransaction, PRISMA_LIMITS, startPrisma } from './lazy-transaction.server.ts'
import { PrismaClient } from './generated/sqlite/client.ts'
import { JoiningFactory } from './joining-adapter.server.ts'
import type { Opened } from './database.ts'
import { BEGIN_NOTES_ON_SQLITE } from './note-rows.ts'
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
	}
}
