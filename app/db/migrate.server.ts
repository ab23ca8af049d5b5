import BetterSqlite3 from 'better-sqlite3'
import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { adoptChangedRows, findHeldRows, type OpenMark } from './adopt-changed-rows.server.ts'
import { CODE_TABLES } from './code-tables.ts'
import { notingStatements } from './note-rows.ts'
import { type Engine, engineOfUrl } from './open-database.server.ts'
import { giveRights } from './postgresql-roles.ts'
import { ensureLedger } from './migration-ledger.ts'
import { inTransactionOf, type Snapshot, type SqlValue } from './read-snapshot.server.ts'
import { type StorageTrouble, storageTrouble, TROUBLE_SENTENCES } from './storage-trouble.server.ts'

type MigrationProblem = 'edited' | 'unknown' | 'failed-before' | 'broken-keys' | 'not-owner' | StorageTrouble

const SENTENCES: Readonly<Record<MigrationProblem, string>> = {
	...TROUBLE_SENTENCES,
	edited: 'A migration that was applied has been changed since; put its file back as it was.',
	unknown: 'A migration is not there, as after going back to an older release; start the newer one.',
	'failed-before': 'A migration was begun before and never finished; restore the database from a backup.',
	'broken-keys': 'A migration would leave rows that name what is not there.',
	'not-owner':
		'This database role may not change tables; run "npm run migrate" with the role of the migrations first.',
}

/** Why the database cannot be brought up to date; the start prints it as a sentence. */
export class MigrationRefused extends Error {
	readonly problem: MigrationProblem
	readonly detail: string
	constructor(problem: MigrationProblem, detail: string) {
		super(`${SENTENCES[problem]} (${detail})`)
		this.problem = problem
		this.detail = detail
	}
}

/** A migration, and the tables whose rows it changes: those that it rewrites, and those that lose or gain a filled column. */
type Migration = {
	readonly name: string
	readonly sql: string
	readonly checksum: string
	readonly changes: readonly string[]
}
type AppliedRow = {
	migration_name: string
	checksum: string
	finished_at: unknown
	rolled_back_at: unknown
}

/** One connection for migrating: plain statements, parameters as $1, $2 … */
type Session = {
	readonly run: (sql: string) => Promise<void>
	readonly rows: <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>
	/** The same connection, by which the trail is read and written. */
	readonly snapshot: Snapshot
	readonly begin: string
	readonly afterEach: () => Promise<void>
	/** Keeps a copy of the database as it is, under this name; on PostgreSQL that is `npm run backup`, before the upgrade. */
	readonly keepCopy: (name: string) => void
	readonly now: () => unknown
	readonly close: () => Promise<void>
}

const OURS = 'prisma/migrations'

/** Any number that only this program uses as an advisory lock: two starts at once migrate one after the other. */
const MIGRATION_LOCK = 720_713_097

/**
 * Applies what is missing of `prisma/migrations/<engine>`, each migration in one transaction, and returns the names. A
 * SQLite file that is to be changed is copied beside itself first.
 *
 * @param openMark gives the mark of an entry that takes up the rows which a migration has changed
 * @throws MigrationRefused when the database was migrated by other files, cannot be written, or is not there
 */
export async function migrate(
	url: string,
	{ root = OURS, openMark = null }: { root?: string; openMark?: OpenMark | null } = {},
): Promise<string[]> {
	const engine = engineOfUrl(url)
	const known = readMigrations(root, engine)
	const session = await openSession(url)
	try {
		await ensureLedger(session, engine)
		const applied = await session.rows<AppliedRow>(
			'SELECT migration_name, checksum, finished_at, rolled_back_at FROM "_prisma_migrations" ORDER BY migration_name',
		)
		const missing = missingMigrations(
			known,
			applied.filter((row) => row.rolled_back_at === null),
		)
		const last = applied.at(-1)
		if (last && missing.length > 0) session.keepCopy(last.migration_name)
		for (const migration of missing) await apply(session, migration, openMark)
		if (root === OURS) await addCodes(session)
		if (root === OURS && engine === 'postgresql') {
			await addNoting(session)
			await giveRights(session)
		}
		return missing.map((migration) => migration.name)
	} catch (error) {
		throw asRefusal(error)
	} finally {
		await session.close()
	}
}

/** Every code of the domain has its row before anything is written under it. */
async function addCodes(session: Session): Promise<void> {
	for (const [table, codes] of Object.entries(CODE_TABLES)) {
		const present = await session.rows<{ code: string }>(`SELECT code FROM "${table}"`)
		for (const code of codes)
			if (!present.some((row) => row.code === code))
				await session.rows(`INSERT INTO "${table}" (code) VALUES ($1) ON CONFLICT DO NOTHING`, [code])
	}
}

/** Every sealed table notes what is written into it, also one that this release has added. */
async function addNoting(session: Session): Promise<void> {
	const present = await session.rows<{ name: string }>(
		'SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal',
	)
	const [noting] = await session.rows<{ text: string }>(
		`SELECT prosrc AS text FROM pg_proc WHERE proname = 'note_touched' AND pronamespace = current_schema()::regnamespace`,
	)
	const triggers = new Set(present.map(({ name }) => name))
	for (const statement of notingStatements({
		triggers,
		text: noting?.text ?? null,
	}))
		await session.run(statement)
}

/** The texts of this release's migrations for an engine, in their order. */
export function migrationTexts(engine: Engine): readonly string[] {
	return readMigrations(OURS, engine).map(({ sql }) => sql)
}

function readMigrations(root: string, engine: Engine): Migration[] {
	const folder = join(root, engine)
	if (!existsSync(folder)) throw new MigrationRefused('unknown', folder)
	const changes: Record<string, string[]> = JSON.parse(readFileSync(join(root, 'changed-rows.json'), 'utf8'))
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort()
		.map((name) => {
			const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
			const checksum = createHash('sha256').update(sql).digest('hex')
			return { name, sql, checksum, changes: changes[name] ?? [] }
		})
}

function missingMigrations(known: readonly Migration[], applied: readonly AppliedRow[]): Migration[] {
	const byName = new Map(known.map((migration) => [migration.name, migration]))
	for (const row of applied) {
		const migration = byName.get(row.migration_name)
		if (!migration) throw new MigrationRefused('unknown', row.migration_name)
		if (row.finished_at === null) throw new MigrationRefused('failed-before', row.migration_name)
		if (row.checksum !== migration.checksum) throw new MigrationRefused('edited', row.migration_name)
	}
	const done = new Set(applied.map((row) => row.migration_name))
	return known.filter((migration) => !done.has(migration.name))
}

async function apply(session: Session, migration: Migration, openMark: OpenMark | null): Promise<void> {
	const { snapshot } = session
	await session.run(session.begin)
	try {
		// Another start may have made it since the look: on SQLite the lock is held for one migration at a time.
		if (await isApplied(session, migration)) return await session.run('ROLLBACK')
		const held = await findHeldRows(snapshot, migration.changes)
		await session.run(migration.sql)
		await adoptChangedRows(snapshot, held, {
			migration: migration.name,
			now: new Date(),
			openMark,
		})
		const now = session.now()
		await session.rows(
			'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ($1, $2, $3, $4, $5, 1)',
			[randomUUID(), migration.checksum, now, migration.name, now],
		)
		await session.afterEach()
		await session.run('COMMIT')
	} catch (error) {
		await session.run('ROLLBACK')
		throw error
	}
}

async function isApplied(session: Session, { name }: Migration): Promise<boolean> {
	const rows = await session.rows(
		'SELECT migration_name FROM "_prisma_migrations" WHERE migration_name = $1 AND rolled_back_at IS NULL',
		[name],
	)
	return rows.length > 0
}

async function openSession(url: string): Promise<Session> {
	try {
		return engineOfUrl(url) === 'sqlite' ? openSqlite(url.slice('file:'.length)) : await openPostgresql(url)
	} catch (error) {
		throw asRefusal(error)
	}
}

function openSqlite(file: string): Session {
	const database = new BetterSqlite3(file)
	// A migration may write the text of a table anew; see 20261128230000_keep_codes_in_tables.
	database.unsafeMode(true)
	for (const pragma of [
		'busy_timeout = 10000',
		'journal_mode = WAL',
		'synchronous = FULL',
		'foreign_keys = OFF',
	])
		database.pragma(pragma)
	return {
		run: async (sql) => {
			database.exec(sql)
		},
		rows: async <Row>(sql: string, values: readonly unknown[] = []) => {
			const statement = database.prepare<unknown[], Row>(sql.replaceAll(/\$\d+/g, '?'))
			if (statement.reader) return statement.all(...values)
			statement.run(...values)
			return []
		},
		snapshot: {
			engine: 'sqlite',
			rows: async <Row extends readonly unknown[]>(sql: string, values: readonly SqlValue[] = []) => {
				const statement = database.prepare<SqlValue[], Row>(sql)
				if (statement.reader) return statement.raw().all(...values)
				statement.run(...values)
				return []
			},
		},
		begin: 'BEGIN IMMEDIATE',
		// Foreign keys are off while tables are made; what they would have refused is looked for before the commit.
		afterEach: async () => {
			const broken = database.prepare('PRAGMA foreign_key_check').all()
			if (broken.length > 0) throw new MigrationRefused('broken-keys', JSON.stringify(broken[0]))
		},
		keepCopy: (name) => {
			const copy = `${file}.before-upgrade-from-${name}`
			// One that is there is of an earlier try, and older than what that try may have changed.
			if (existsSync(copy)) return
			database.prepare('VACUUM INTO ?').run(copy)
			chmodSync(copy, 0o600)
		},
		now: () => new Date().toISOString().replace('Z', '+00:00'),
		close: async () => {
			database.close()
		},
	}
}

async function openPostgresql(url: string): Promise<Session> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
	return {
		run: async (sql) => {
			await client.query(sql)
		},
		rows: async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
			(await client.query(sql, [...values])).rows,
		snapshot: inTransactionOf(client),
		begin: 'BEGIN',
		afterEach: async () => {},
		keepCopy: () => {},
		now: () => new Date(),
		close: () => client.end(),
	}
}

const INSUFFICIENT_PRIVILEGE = '42501'

function asRefusal(error: unknown): unknown {
	if (!(error instanceof Error) || error instanceof MigrationRefused) return error
	if (error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE)
		return new MigrationRefused('not-owner', error.message)
	const trouble = storageTrouble(error)
	return trouble ? new MigrationRefused(trouble, error.message) : error
}
