import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { migrate } from '#app/db/migrate.server.ts'
import { restoreRelease } from '#bench/scale/open-large-district.ts'

const FIXTURE = 'tests/fixtures/district-of-2026-11-29.sql.gz'

/** The last migration that the district of the fixture had. */
const LAST = '20261129111500'

/** The migrations, those that a test adds, in a folder of the test's own. */
export function ownMigrations(isTaken: (name: string) => boolean = () => true): string {
	const root = folderOf('migrations')
	cpSync('prisma/migrations', root, { recursive: true })
	for (const engine of ['sqlite', 'postgresql'])
		for (const name of readdirSync(join(root, engine)))
			if (!isTaken(name)) rmSync(join(root, engine, name), { recursive: true })
	return root
}

/**
 * A small district as the release of the morning of 29 November left it: five matters, of which a meeting has passed one,
 * one that was published since, and one in principle. Every row answers to its trail. Not brought up to date yet.
 */
export async function openSealedDistrict(): Promise<string> {
	const file = join(folderOf('district'), 'yiqian.db')
	restoreRelease(file, FIXTURE)
	const server = inject('postgresql')
	return server === '' ? `file:${file}` : fillPostgresql(server, file)
}

function folderOf(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `yiqian-${name}-`))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

async function fillPostgresql(server: string, file: string): Promise<string> {
	const name = `sealed_${process.pid}_${Date.now()}`
	await onServer(`${server}/postgres`, (client) => client.query(`CREATE DATABASE ${name}`))
	onTestFinished(async () => {
		await onServer(`${server}/postgres`, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
	})
	const url = `${server}/${name}`
	await migrate(url, {
		root: ownMigrations((migration) => migration.slice(0, LAST.length) <= LAST),
	})
	const source = new BetterSqlite3(file, { readonly: true })
	await onServer(url, (client) => copyRows(source, client))
	source.close()
	return url
}

/** Row by row as they are, with the walls down meanwhile; the index of the search is another one on each engine. */
async function copyRows(source: BetterSqlite3.Database, client: pg.Client): Promise<void> {
	const { rows: tables } = await client.query<{ name: string }>(
		`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
			AND tablename NOT LIKE 'search%'`,
	)
	const { rows: triggers } = await client.query<{ on: string; name: string }>(
		`SELECT tgrelid::regclass::text AS "on", tgname AS name FROM pg_trigger WHERE tgenabled = 'A'`,
	)
	for (const { name } of tables) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER ALL`)
	for (const { name } of tables) {
		const columns = source.pragma(`table_info("${name}")`) as {
			name: string
			type: string
		}[]
		const truths = columns.filter(({ type }) => type === 'BOOLEAN').map((column) => column.name)
		const rows = (source.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]).map(
			(row) => ({
				...row,
				...Object.fromEntries(truths.map((truth) => [truth, Boolean(row[truth])])),
			}),
		)
		await client.query(`DELETE FROM "${name}"`)
		await client.query(`INSERT INTO "${name}" SELECT * FROM json_populate_recordset(NULL::"${name}", $1)`, [
			JSON.stringify(rows),
		])
	}
	for (const { name } of tables) await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER ALL`)
	for (const { on, name } of triggers) await client.query(`ALTER TABLE ${on} ENABLE ALWAYS TRIGGER "${name}"`)
}

async function onServer<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	try {
		return await work(client)
	} finally {
		await client.end()
	}
}
