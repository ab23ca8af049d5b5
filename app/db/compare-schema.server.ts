import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, migrationTexts } from './migrate.server.ts'
import { notingStatements } from './note-rows.ts'
import { openSqliteReader } from './read-snapshot.server.ts'

/** A table, index, trigger, view or function that is not as the migrations of this release make it. */
export type SchemaFault = {
	readonly name: string
	readonly problem: 'differs' | 'missing' | 'extra'
}

/** The database lacks walls of this release, or has others in their place; the start prints it as a sentence. */
export class SchemaRefused extends Error {
	constructor(faults: readonly SchemaFault[]) {
		super(
			`The database is not as this release makes it, somebody has changed it beside the product: ${faults
				.map(({ name, problem }) => `${name} ${problem}`)
				.join(', ')}. Restore the newest backup that "npm run verify" finds whole.`,
		)
	}
}

/**
 * Holds a start to the walls: without one of them the database takes what the product would refuse. What somebody has
 * added, such as an index of their own, is left to `npm run verify`. Gives false where nothing could be compared: on
 * PostgreSQL that takes a role that may make a schema, which a house may keep from the one that the product runs as.
 *
 * @throws SchemaRefused
 */
export async function assertWalls(url: string): Promise<boolean> {
	const compared = await compareSchema(url).catch((error: unknown) => {
		if (error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE) return null
		throw error
	})
	const faults = (compared ?? []).filter(({ problem }) => problem !== 'extra')
	if (faults.length > 0) throw new SchemaRefused(faults)
	return compared !== null
}

const INSUFFICIENT_PRIVILEGE = '42501'

type Schema = ReadonlyMap<string, string>

/** Compares what a database is made of with what the migrations make. Nothing is written that stays. */
export async function compareSchema(url: string): Promise<readonly SchemaFault[]> {
	return url.startsWith('file:') ? compareSqlite(url.slice('file:'.length)) : comparePostgresql(url)
}

function differences(found: Schema, wanted: Schema): SchemaFault[] {
	const names = [...new Set([...wanted.keys(), ...found.keys()])]
	return names.flatMap((name): SchemaFault[] => {
		if (found.get(name) === wanted.get(name)) return []
		if (!found.has(name)) return [{ name, problem: 'missing' }]
		return [{ name, problem: wanted.has(name) ? 'differs' : 'extra' }]
	})
}

async function compareSqlite(file: string): Promise<readonly SchemaFault[]> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-schema-'))
	try {
		const made = join(folder, 'made.db')
		await migrate(`file:${made}`)
		return differences(schemaOfSqlite(file), schemaOfSqlite(made))
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

function schemaOfSqlite(file: string): Schema {
	const database = openSqliteReader(file)
	try {
		const rows = database.prepare<[], { name: string; sql: string }>(
			`SELECT type || ' ' || name AS name, sql FROM sqlite_schema
			WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'`,
		)
		return new Map(rows.all().map(({ name, sql }) => [name, sql]))
	} finally {
		database.close()
	}
}

const MADE = 'yiqian_as_released'
const NOTHING_YET = { triggers: new Set<string>(), text: null }

/** The migrations run in a schema of their own, in a transaction that is taken back: one server prints both. */
async function comparePostgresql(url: string): Promise<readonly SchemaFault[]> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	try {
		await client.query('BEGIN')
		const found = await schemaOfPostgresql(client, 'public')
		await client.query(`CREATE SCHEMA ${MADE}`)
		await client.query(`SET LOCAL search_path = ${MADE}`)
		for (const statement of [...migrationTexts('postgresql'), ...notingStatements(NOTHING_YET)])
			await client.query(statement)
		const wanted = await schemaOfPostgresql(client, MADE)
		await client.query('ROLLBACK')
		return differences(found, wanted)
	} finally {
		await client.end()
	}
}

const ON_POSTGRESQL = [
	`SELECT 'table ' || c.relname AS name, string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
		pg_get_expr(d.adbin, d.adrelid)), ', ' ORDER BY a.attname) AS definition
	FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
	LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
	WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND c.relname !~ '^_' GROUP BY c.relname`,
	`SELECT concat('constraint ', conname, ' of ', c.relname) AS name, concat(pg_get_constraintdef(k.oid), ' ', convalidated) AS definition
	FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
	WHERE connamespace = $1::regnamespace AND contype IN ('p', 'u', 'f', 'c') AND c.relname !~ '^_'`,
	`SELECT concat('index ', indexname) AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = $1 AND tablename !~ '^_'`,
	`SELECT concat('trigger ', tgname, ' of ', c.relname) AS name, concat(pg_get_triggerdef(t.oid), ' ', tgenabled) AS definition
	FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = $1::regnamespace AND NOT tgisinternal`,
	`SELECT concat('function ', proname) AS name, prosrc AS definition FROM pg_proc WHERE pronamespace = $1::regnamespace`,
	`SELECT concat('view ', viewname) AS name, definition FROM pg_views WHERE schemaname = $1`,
]

async function schemaOfPostgresql(client: pg.Client, schema: string): Promise<Schema> {
	const found = new Map<string, string>()
	for (const statement of ON_POSTGRESQL) {
		const { rows } = await client.query<{ name: string; definition: string }>(statement, [schema])
		for (const { name, definition } of rows) found.set(name, definition.replaceAll(`${schema}.`, ''))
	}
	return found
}
