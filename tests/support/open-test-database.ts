import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '#app/db/migrate.server.ts'
import { type Database, openDatabase } from '#app/db/open-database.server.ts'

/** A database of a test's own, made from a template that was migrated once. */
export type TestDatabase = {
	readonly db: Database
	/** On PostgreSQL that of the superuser, for whoever goes past the product. */
	readonly url: string
	readonly close: () => Promise<void>
}

/** As whom a test works on PostgreSQL; `TEST_DATABASE_ROLE=app` gives all of them the rights of the application. */
export type TestRole = 'superuser' | 'app'
const ROLE: TestRole = process.env['TEST_DATABASE_ROLE'] === 'app' ? 'app' : 'superuser'

let running = 0

/** Opens a fresh database: a copy of the migrated file (or, on SQLite, of another one), or on PostgreSQL a database made from the migrated template. */
export async function openTestDatabase(role: TestRole = ROLE, file?: string): Promise<TestDatabase> {
	const server = inject('postgresql')
	return server === '' ? openSqliteCopy(file ?? (await sqliteTemplate())) : openPostgresqlCopy(server, role)
}

function openSqliteCopy(file: string): TestDatabase {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-db-'))
	copyFileSync(file, join(folder, 'yiqian.db'))
	const url = `file:${join(folder, 'yiqian.db')}`
	const db = openDatabase(url)
	const close = async () => {
		await db.$disconnect()
		rmSync(folder, { recursive: true, force: true })
	}
	return { db, url, close }
}

/** Migrated once a run, by whichever worker comes first; the others copy it. */
async function sqliteTemplate(): Promise<string> {
	const folder = inject('templates')
	const template = join(folder, 'template.db')
	if (existsSync(template)) return template
	mkdirSync(folder, { recursive: true })
	const draft = join(folder, `template-${process.pid}-${(running += 1)}.db`)
	await migrate(`file:${draft}`)
	const Sqlite = (await import('better-sqlite3')).default
	const database = new Sqlite(draft)
	database.pragma('wal_checkpoint(TRUNCATE)')
	database.close()
	renameSync(draft, template)
	return template
}

async function openPostgresqlCopy(server: string, role: TestRole): Promise<TestDatabase> {
	const name = `test_${process.pid}_${(running += 1)}`
	await onServer(server, `CREATE DATABASE ${name} TEMPLATE yiqian_template`)
	const url = `${server}/${name}`
	const db = openDatabase(role === 'app' ? asRole(url, 'app') : url)
	const close = async () => {
		await db.$disconnect()
		await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
	}
	return { db, url, close }
}

/** The address of a test's database for one of its roles. */
export function asRole(url: string, role: 'migration' | 'app' | 'reader'): string {
	return url.replace('postgres:postgres@', `yiqian_template_${role}:postgres@`)
}

async function onServer(server: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: `${server}/postgres` })
	await client.connect()
	try {
		await client.query(statement)
	} finally {
		await client.end()
	}
}
