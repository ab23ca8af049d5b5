import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Database, Tx } from '#app/db/open-database.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

/* Commands that come together are kept by one commit, each in a savepoint of its own. PostgreSQL groups commits itself. */

async function openSqlite() {
	const { db, url } = await openTestShell()
	if (!url.startsWith('file:')) return null
	const file = url.slice('file:'.length)
	await db.installation.findFirst()
	const outside = new BetterSqlite3(file, { readonly: true })
	const lines = outside.prepare('SELECT name FROM installation ORDER BY name').pluck()
	return {
		db,
		/** What lies on the disk, seen from outside: what is not committed is not seen. */
		names: () => lines.all() as string[],
		/** How often the log of the database was written to: once a commit. */
		commits: () => {
			const disk = new BetterSqlite3(file, { readonly: true })
			const version = disk.pragma('data_version', { simple: true }) as number
			return {
				next: () => Number(disk.pragma('data_version', { simple: true })) - version,
				close: () => disk.close(),
			}
		},
	}
}

const put = (db: Database, name: string) =>
	inTransaction(db, (tx) => insertRows(tx, 'installation', [{ name, value: 'x' }]))
const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve))

// A commit takes in what comes within some milliseconds; a machine that stands still meanwhile makes two of it.
test(
	'several commands are in one commit, one failing among them leaves no row, and nobody is answered before it',
	{ retry: 3 },
	async () => {
		const opened = await openSqlite()
		if (!opened) return
		const { db, names } = opened
		const answered: string[] = []
		const seenAtAnswer: string[][] = []
		const seenInside: string[][] = []
		const command = (name: string, isRefused = false) =>
			inTransaction(db, async (tx) => {
				await insertRows(tx, 'installation', [{ name, value: 'x' }])
				await turnOfTheLoop()
				seenInside.push(names())
				if (isRefused) throw new Error(`${name} is refused`)
			}).then(
				() => void (answered.push(`${name} done`), seenAtAnswer.push(names())),
				(error: Error) => void (answered.push(error.message), seenAtAnswer.push(names())),
			)
		await Promise.all([command('a'), command('b', true), command('c'), command('d')])
		expect(answered).toEqual(['a done', 'b is refused', 'c done', 'd done'])
		// While they ran nothing was on the disk: not even of the first, when the last was at work.
		expect(seenInside).toEqual([[], [], [], []])
		for (const seen of seenAtAnswer) expect(seen).toEqual(['a', 'c', 'd'])
	},
)

test(
	'the disk is waited for once for those that come together, and once for each that comes alone',
	{ retry: 3 },
	async () => {
		const opened = await openSqlite()
		if (!opened) return
		const { db, commits } = opened
		const together = commits()
		await Promise.all(Array.from({ length: 12 }, (_, at) => put(db, `together ${at}`)))
		expect(together.next()).toBe(1)
		together.close()
		const alone = commits()
		for (let at = 0; at < 3; at += 1) {
			await put(db, `alone ${at}`)
			expect(alone.next()).toBe(at + 1)
		}
		alone.close()
	},
)

test('who comes later sees what the earlier ones of the same commit have written', async () => {
	const opened = await openSqlite()
	if (!opened) return
	const { db } = opened
	const counts: number[] = []
	const count = () =>
		inTransaction(db, async (tx) => {
			counts.push(await tx.installation.count())
			await tx.installation.create({ data: { name: `after ${counts.length}`, value: 'x' } })
		})
	await Promise.all([count(), count(), count()])
	expect(counts).toEqual([0, 1, 2])
})

test('a command whose deferred constraint is broken fails alone; those beside it are kept', async () => {
	const opened = await openSqlite()
	if (!opened) return
	const { db, names } = opened
	await db.$executeRawUnsafe('CREATE TABLE parent (id TEXT PRIMARY KEY)')
	await db.$executeRawUnsafe(
		'CREATE TABLE child (parent TEXT REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED)',
	)
	const orphan = inTransaction(db, (tx) => tx.$executeRaw`INSERT INTO child (parent) VALUES ('nobody')`)
	const answers = await Promise.allSettled([put(db, 'before'), orphan, put(db, 'after')])
	expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
	expect(names()).toEqual(['after', 'before'])
	expect(await db.$queryRaw`SELECT * FROM child`).toEqual([])
})

test('what comes to a command that is over is turned away, by Prisma and past it, and reaches nobody else', async () => {
	const opened = await openSqlite()
	if (!opened) return
	const { db, names } = opened
	let kept: Tx | null = null
	await inTransaction(db, async (tx) => {
		kept = tx
		await tx.installation.count()
	})
	const late = kept as unknown as Tx
	await inTransaction(db, async (tx) => {
		await insertRows(tx, 'installation', [{ name: 'mine', value: 'x' }])
		await expect(insertRows(late, 'installation', [{ name: 'late', value: 'x' }])).rejects.toThrow('closed')
		await expect(late.installation.create({ data: { name: 'late', value: 'x' } })).rejects.toThrow('closed')
	})
	expect(names()).toEqual(['mine'])
})

test('a write outside of commands waits for the commit, and none is lost to a command that fails', async () => {
	const opened = await openSqlite()
	if (!opened) return
	const { db, names } = opened
	const failing = inTransaction(db, async (tx) => {
		await tx.installation.create({ data: { name: 'failing', value: 'x' } })
		await new Promise((resolve) => setTimeout(resolve, 40))
		throw new Error('refused')
	}).catch(() => {})
	await turnOfTheLoop()
	await db.installation.create({ data: { name: 'outside', value: 'x' } })
	await failing
	expect(names()).toEqual(['outside'])
})
