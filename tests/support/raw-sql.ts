import { spawnSync } from 'node:child_process'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'

/** A way to the database that goes round everything of ours. */
export type RawWay =
	| 'library'
	| 'library, foreign keys off'
	| 'library, foreign keys deferred'
	| 'library, checks off'
	| 'sqlite3 shell'
	| 'sqlite3 shell, foreign keys on'
	| 'client'
	| 'client, constraints deferred'
	| 'client, replica mode'

/** The ways that there are to a database. */
export function rawWaysTo(url: string): RawWay[] {
	if (!url.startsWith('file:')) return ['client', 'client, constraints deferred', 'client, replica mode']
	const hasShell = spawnSync('sqlite3', ['--version']).status === 0
	const shell: RawWay[] = hasShell ? ['sqlite3 shell', 'sqlite3 shell, foreign keys on'] : []
	return [
		'library',
		'library, foreign keys off',
		'library, foreign keys deferred',
		'library, checks off',
		...shell,
	]
}

/** Statements in one transaction: those that prepare an attack and must go through, and the one that must not. */
export type RawAttack = { readonly before?: string; readonly sql: string }

/**
 * Why the database refuses the last statement, or null when it took it; nothing stays of either.
 *
 * @throws when a statement before it is refused: an attack that fails on its way proves nothing
 */
export async function refusalOf(url: string, way: RawWay, attack: RawAttack): Promise<string | null> {
	if (way.startsWith('client')) return refusalOnServer(url, way, attack)
	const file = url.slice('file:'.length)
	return way.startsWith('sqlite3 shell')
		? refusalInShell(file, way, attack)
		: refusalInLibrary(file, way, attack)
}

function refusalInLibrary(file: string, way: RawWay, { before = '', sql }: RawAttack): string | null {
	const database = new BetterSqlite3(file)
	try {
		database.pragma(`foreign_keys = ${way.endsWith('foreign keys off') ? 'OFF' : 'ON'}`)
		if (way.endsWith('checks off')) database.pragma('ignore_check_constraints = ON')
		database.exec('BEGIN')
		if (way.endsWith('deferred')) database.pragma('defer_foreign_keys = ON')
		database.exec(before)
		try {
			database.exec(sql)
			// A deferred key speaks at the end of the transaction, so the attack is carried to its end.
			if (way.endsWith('deferred')) database.exec('COMMIT')
			return null
		} catch (error) {
			return `${(error as { code?: string }).code}: ${String(error)}`
		}
	} finally {
		if (database.inTransaction) database.exec('ROLLBACK')
		database.close()
	}
}

function refusalInShell(file: string, way: RawWay, { before = '', sql }: RawAttack): string | null {
	const keys = way.endsWith('on') ? 1 : 0
	const script = `PRAGMA foreign_keys=${keys}; BEGIN; ${before}; SELECT 'ready'; ${sql}; ROLLBACK;`
	const run = spawnSync('sqlite3', ['-bail', file, script], { encoding: 'utf8' })
	if (!run.stdout.includes('ready')) throw new Error(`${before}: ${run.stderr}`)
	return run.status === 0 ? null : `shell: ${run.stderr}`
}

async function refusalOnServer(
	url: string,
	way: RawWay,
	{ before = '', sql }: RawAttack,
): Promise<string | null> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	try {
		if (way.endsWith('replica mode')) await client.query('SET session_replication_role = replica')
		await client.query('BEGIN')
		if (way.endsWith('deferred')) await client.query('SET CONSTRAINTS ALL DEFERRED')
		await client.query(before)
		try {
			await client.query(sql)
			if (way.endsWith('deferred')) await client.query('SET CONSTRAINTS ALL IMMEDIATE')
			return null
		} catch (error) {
			return `${(error as { code?: string }).code}: ${String(error)}`
		}
	} finally {
		await client.end()
	}
}

/**
 * Whether a refusal is a wall's: a foreign key, a CHECK, a key that is there already, or one of our triggers. A slip of
 * the attack itself, as a column that does not exist, is none.
 */
export function isWall(refusal: string): boolean {
	return (
		/^SQLITE_CONSTRAINT_(TRIGGER|FOREIGNKEY|CHECK|UNIQUE|PRIMARYKEY)\b/.test(refusal) ||
		/^shell: .*\(19\)/s.test(refusal) ||
		/^(P9001|23503|23505|23514)\b/.test(refusal)
	)
}

/** Runs statements past every wall, as somebody does who has all rights on the database, and keeps what they did. */
export async function runRaw(url: string, sql: string): Promise<void> {
	if (!url.startsWith('file:')) {
		const client = new pg.Client({ connectionString: url })
		await client.connect()
		try {
			await client.query(sql)
		} finally {
			await client.end()
		}
		return
	}
	const database = new BetterSqlite3(url.slice('file:'.length))
	try {
		database.pragma('foreign_keys = OFF')
		database.exec(sql)
	} finally {
		database.close()
	}
}

/** Tears down every trigger of a database and, where the engine lets it, its foreign keys. */
export async function tearDownWalls(url: string): Promise<void> {
	if (url.startsWith('file:')) return tearDownTriggers(url.slice('file:'.length))
	await runRaw(
		url,
		`DO $$ DECLARE t record; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
		LOOP EXECUTE format('ALTER TABLE %I DISABLE TRIGGER ALL', t.tablename); END LOOP; END $$`,
	)
}

function tearDownTriggers(file: string): void {
	const database = new BetterSqlite3(file)
	try {
		const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
		for (const name of triggers) database.exec(`DROP TRIGGER "${String(name)}"`)
	} finally {
		database.close()
	}
}
