import { spawnSync } from 'node:child_process'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'

/** A way to the database that goes round everything of ours. */
export type RawWay =
	| 'library'
	| 'library, foreign keys off'
	| 'sqlite3 shell'
	| 'sqlite3 shell, foreign keys on'
	| 'client'

/** The ways that there are to a database. */
export function rawWaysTo(url: string): RawWay[] {
	if (!url.startsWith('file:')) return ['client']
	const hasShell = spawnSync('sqlite3', ['--version']).status === 0
	const shell: RawWay[] = hasShell ? ['sqlite3 shell', 'sqlite3 shell, foreign keys on'] : []
	return ['library', 'library, foreign keys off', ...shell]
}

/** Runs statements by one way, all or as far as they get, and says whether the database refused. */
export async function isRefused(url: string, way: RawWay, sql: string): Promise<boolean> {
	if (way === 'client') return runOnServer(url, sql)
	const file = url.slice('file:'.length)
	if (way.startsWith('sqlite3 shell')) {
		const keys = way.endsWith('on') ? 1 : 0
		return spawnSync('sqlite3', ['-bail', file, `PRAGMA foreign_keys=${keys}; ${sql};`]).status !== 0
	}
	const database = new BetterSqlite3(file)
	try {
		database.pragma(`foreign_keys = ${way.endsWith('off') ? 'OFF' : 'ON'}`)
		database.exec(sql)
		return false
	} catch {
		return true
	} finally {
		database.close()
	}
}

async function runOnServer(url: string, sql: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	try {
		await client.query(sql)
		return false
	} catch {
		return true
	} finally {
		await client.end()
	}
}
