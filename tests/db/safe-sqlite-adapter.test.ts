import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import type { Database } from '#app/db/open-database.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

/*
 * The hazards that the stock adapter has: writes of one request inside the transaction of another, dirty reads, a
 * failed COMMIT that poisons the connection. These tests keep an upgrade from bringing them back.
 */

const row = (name: string) => ({ data: { name, value: 'x' } })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The ways in which a request may write, each of which must survive another request's rollback. */
const WRITES: Record<string, (db: Database) => Promise<unknown>> = {
	create: (db) => db.installation.create(row('theirs')),
	createMany: (db) => db.installation.createMany({ data: [{ name: 'theirs', value: 'x' }] }),
	upsert: (db) =>
		db.installation.upsert({ where: { name: 'theirs' }, create: { name: 'theirs', value: 'x' }, update: {} }),
	update: (db) => db.installation.update({ where: { name: 'there' }, data: { name: 'theirs' } }),
	'raw statement': (db) => db.$executeRaw`INSERT INTO installation (name, value) VALUES ('theirs', 'x')`,
	'transaction of one': (db) => db.$transaction([db.installation.create(row('theirs'))]),
}

test.each(Object.keys(WRITES))(
	'a write by %s that was answered with done is there after another request has rolled back',
	async (way) => {
		const { db, url } = await openTestShell()
		if (!url.startsWith('file:')) return
		await db.installation.create(row('there'))
		const mine = db
			.$transaction(async (tx) => {
				await tx.installation.create(row('mine'))
				await pause(60)
				throw new Error('refused')
			})
			.catch(() => 'rolled back')
		await pause(15)
		await WRITES[way]?.(db)
		expect(await mine).toBe('rolled back')
		const names = (await db.installation.findMany()).map((each) => each.name)
		expect(names).toContain('theirs')
		expect(names).not.toContain('mine')
	},
)

test('nobody reads what is not committed', async () => {
	const { db } = await openTestShell()
	const seen: number[] = []
	const mine = db
		.$transaction(async (tx) => {
			await tx.installation.create(row('mine'))
			await pause(60)
			throw new Error('refused')
		})
		.catch(() => 'rolled back')
	await pause(15)
	seen.push(await db.installation.count())
	await mine
	seen.push(await db.installation.count())
	expect(seen).toEqual([0, 0])
})

test('a commit that fails lets the next transaction and the next write through, onto the disk', async () => {
	const { db, url } = await openTestShell()
	if (!url.startsWith('file:')) return
	await db.$executeRawUnsafe('CREATE TABLE parent (id TEXT PRIMARY KEY)')
	await db.$executeRawUnsafe(
		'CREATE TABLE child (parent TEXT REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED)',
	)
	await expect(
		inTransaction(db, (tx) => tx.$executeRaw`INSERT INTO child (parent) VALUES ('nobody')`),
	).rejects.toThrow()
	await inTransaction(db, (tx) => tx.installation.create(row('after')))
	await db.installation.create(row('plain'))
	const disk = new BetterSqlite3(url.slice('file:'.length), { readonly: true })
	expect(disk.prepare('SELECT name FROM installation ORDER BY name').pluck().all()).toEqual([
		'after',
		'plain',
	])
	expect(disk.prepare('SELECT count(*) FROM child').pluck().get()).toBe(0)
	disk.close()
})

test('two hundred commands at once that read, add one and write end at two hundred', async () => {
	const { db } = await openTestShell()
	await db.installation.create({ data: { name: 'count', value: '0' } })
	const addOne = () =>
		inTransaction(db, async (tx) => {
			await tx.$executeRaw`UPDATE installation SET value = value WHERE name = 'count'`
			const { value } = await tx.installation.findUniqueOrThrow({ where: { name: 'count' } })
			await tx.installation.update({ where: { name: 'count' }, data: { value: String(Number(value) + 1) } })
		})
	await Promise.all(Array.from({ length: 200 }, addOne))
	expect((await db.installation.findUniqueOrThrow({ where: { name: 'count' } })).value).toBe('200')
})

test('the connection is what a power cut needs: WAL, synchronous FULL, foreign keys on', async () => {
	const { db, url } = await openTestShell()
	if (!url.startsWith('file:')) return
	const [synchronous, journal, keys] = await db.$transaction(async (tx) => [
		await tx.$queryRaw`PRAGMA synchronous`,
		await tx.$queryRaw`PRAGMA journal_mode`,
		await tx.$queryRaw`PRAGMA foreign_keys`,
	])
	expect(
		JSON.stringify([synchronous, journal, keys], (_key, value) =>
			typeof value === 'bigint' ? Number(value) : value,
		),
	).toBe('[[{"synchronous":2}],[{"journal_mode":"wal"}],[{"foreign_keys":1}]]')
})

test('a write outside of a transaction that cannot be read back does not go to the reader', async () => {
	const { db } = await openTestShell()
	await db.$executeRaw`WITH named(n) AS (SELECT 'cte') INSERT INTO installation (name, value) SELECT n, 'x' FROM named`
	expect(await db.installation.count()).toBe(1)
})
