/** Makes databases of a size: from the demo as the first release left it, brought up to date, and filled with copies. */
import { type KeyObject, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { migrate } from '#app/db/migrate.server.ts'
import { openDatabase } from '#app/db/open-database.server.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { fillDatabase, type Target } from './fill-database.ts'
import { type Row, signAgain } from './matter-template.ts'

/** The demo of the first release, as SQL. */
const DEMO = 'tests/fixtures/demo-at-first-release.sql.gz'

/** Puts the demo of a release into a new SQLite file, as that release left it; of the first one if no other is named. */
export function restoreRelease(file: string, demo = DEMO): void {
	const database = new BetterSqlite3(file)
	database.pragma('foreign_keys = OFF')
	database.exec(gunzipSync(readFileSync(demo)).toString('utf8'))
	database.close()
}

/** A database of a size, and the key with which its copies are signed. */
export type LargeDistrict = {
	readonly url: string
	readonly privateKey: KeyObject
	readonly publicKey: string
}

/** Makes a SQLite file of so many matters. */
export async function openLargeSqlite(folder: string, matters: number, now: Date): Promise<LargeDistrict> {
	mkdirSync(folder, { recursive: true })
	const source = await demoOfToday(folder)
	const file = join(folder, `district-${matters}.db`)
	copyFileSync(source, file)
	const keys = newKeys()
	const database = new BetterSqlite3(file)
	for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF'])
		database.pragma(pragma)
	const triggers = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
		name: string
		sql: string
	}[]
	for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`)
	database.exec('BEGIN')
	const from = new BetterSqlite3(source)
	await fillDatabase({
		source: from,
		target: sqliteTarget(database),
		matters,
		privateKey: keys.privateKey,
		now,
	})
	// The demo's own clearances too are signed by the new key: nobody has the old one.
	for (const row of from.prepare('SELECT * FROM clearance').all() as Row[]) {
		signAgain(row, keys.privateKey)
		database
			.prepare('UPDATE clearance SET signature = @signature WHERE id = @id')
			.run({ id: row['id'], signature: row['signature'] })
	}
	from.close()
	database.exec(RECOUNT)
	database.exec('COMMIT')
	for (const { sql } of triggers) database.exec(sql)
	database.pragma('journal_mode = WAL')
	database.close()
	return { url: `file:${file}`, ...keys }
}

/** Fills a migrated, empty PostgreSQL database: first with the demo itself, then with so many copies. */
export async function fillPostgresql(
	url: string,
	folder: string,
	matters: number,
	now: Date,
): Promise<LargeDistrict> {
	mkdirSync(folder, { recursive: true })
	const source = new BetterSqlite3(await demoOfToday(folder))
	const keys = newKeys()
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	const { rows: tables } = await client.query<{ name: string }>(
		`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
	)
	for (const { name } of tables) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER ALL`)
	const target = postgresqlTarget(client, source)
	for (const { name } of tables) {
		const present = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`)
		const rows = source.prepare(`SELECT * FROM "${name}"`).all() as Row[]
		if (name === 'clearance') for (const row of rows) signAgain(row, keys.privateKey)
		if (present.rowCount === 0 && rows.length > 0) await target.write(name, rows)
	}
	await fillDatabase({ source, target, matters, privateKey: keys.privateKey, now })
	await client.query(RECOUNT.replaceAll(/substr\(.*?\) - 1\)/g, `split_part("entry"."stream", '/', 1)`))
	await client.query('ANALYZE')
	await client.end()
	source.close()
	return { url, ...keys }
}

/** The kept count of refusals, whose triggers were down while the copies were written. */
const RECOUNT = `DELETE FROM "refusal_count"; INSERT INTO "refusal_count"
	SELECT "entry"."jurisdiction_id", substr("entry"."stream", 1, instr("entry"."stream" || '/', '/') - 1),
		"entry"."kind", count(*) FROM "audit_entry" "entry" WHERE "entry"."outcome" = 'refused' GROUP BY 1, 2, 3`

async function demoOfToday(folder: string): Promise<string> {
	const file = join(folder, `demo-${process.pid}-${Date.now()}.db`)
	restoreRelease(file)
	await migrate(`file:${file}`)
	const db = openDatabase(`file:${file}`)
	await loadReferenceSeeds(db)
	await db.$disconnect()
	const database = new BetterSqlite3(file)
	database.pragma('wal_checkpoint(TRUNCATE)')
	database.close()
	return file
}

function newKeys() {
	const { privateKey } = generateKeyPairSync('ed25519')
	const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
	return { privateKey, publicKey }
}

function sqliteTarget(database: BetterSqlite3.Database): Target {
	const statements = new Map<string, BetterSqlite3.Statement>()
	return {
		write: async (table, rows) => {
			const columns = Object.keys(rows[0]!)
			const known = statements.get(table)
			const places = columns.map((column) => `@${column}`).join(', ')
			const names = columns.map((column) => `"${column}"`).join(', ')
			const insert = known ?? database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${places})`)
			statements.set(table, insert)
			for (const row of rows) insert.run(row)
		},
	}
}

/** PostgreSQL makes its own types of the JSON of a row; only truth it has to be told. */
function postgresqlTarget(client: pg.Client, source: BetterSqlite3.Database): Target {
	const truths = (table: string) =>
		(source.pragma(`table_info("${table}")`) as { name: string; type: string }[])
			.filter(({ type }) => type === 'BOOLEAN')
			.map(({ name }) => name)
	return {
		write: async (table, rows) => {
			const names = truths(table)
			const told = rows.map((row) => ({
				...row,
				...Object.fromEntries(names.map((name) => [name, Boolean(row[name])])),
			}))
			for (let at = 0; at < told.length; at += 2000)
				await client.query(
					`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`,
					[JSON.stringify(told.slice(at, at + 2000))],
				)
		},
	}
}
