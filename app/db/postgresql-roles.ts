import { APPEND_ONLY } from './append-only-tables.ts'
import { CODE_TABLES } from './code-tables.ts'
import { MODEL_SHAPES } from './generated/model-shapes.ts'

/*
 * Four roles of PostgreSQL, so that what the product runs as cannot take down its own walls. The owner owns the tables and
 * nobody signs in as it; migrations sign in as a role that acts as the owner; the application and the reader own nothing.
 */

/** The roles of a house, each named after its database. */
const DATABASE_ROLES = ['owner', 'migration', 'app', 'reader'] as const
type DatabaseRole = (typeof DATABASE_ROLES)[number]

/** The name of a role as it stands in a statement. */
export function roleName(database: string, role: DatabaseRole): string {
	return `"${`${database}_${role}`.replaceAll('"', '""')}"`
}

/** The index of the search has no model. */
const WITHOUT_MODEL = ['search_grams']
const VIEWS = ['agenda_effective', 'gate_violation']
/** What only migrations write, and the ledger in which they write what they did. */
const OF_MIGRATIONS = new Set([...Object.keys(CODE_TABLES), '_prisma_migrations'])
/** What the product adds and never writes again, though no trigger says so: law as a release ships it. */
const ADDED = new Set([...Object.keys(APPEND_ONLY), 'reference_entry'])

/**
 * The tables of which an act or a job takes rows away again: what is listed, ticked, kept for a while or found again. Of
 * every other table no row is ever removed, and the trail would name one that was.
 */
const TAKEN_AWAY = new Set([
	'agenda_listing',
	'attendance',
	'change_tick',
	'clearance_live',
	'known_device',
	'matter_track',
	'published_document_live',
	'saved_filter',
	'search_due',
	'search_grams',
	'search_part',
	'second_factor',
	'sign_in_try',
	'unsent_form',
	'visitor_try',
])

/**
 * Of what only grows, the table whose rows a command locks: PostgreSQL asks for the right to change a column even for
 * that. The trigger, which the application cannot take down, refuses the change itself.
 */
const LOCKED = 'published_document'

/** What the application may do with each table and view; what is not named here it may not do. */
export function rightsOfApplication(): ReadonlyMap<string, string> {
	const tables = [...Object.values(MODEL_SHAPES).map(({ table }) => table), ...WITHOUT_MODEL]
	return new Map([
		...tables.map((table): [string, string] => [table, rightsTo(table)]),
		...VIEWS.map((view): [string, string] => [view, 'SELECT']),
		['_prisma_migrations', 'SELECT'],
	])
}

function rightsTo(table: string): string {
	if (OF_MIGRATIONS.has(table)) return 'SELECT'
	if (table === LOCKED) return 'SELECT, INSERT, UPDATE ("jurisdiction_id")'
	if (ADDED.has(table)) return 'SELECT, INSERT'
	return TAKEN_AWAY.has(table) ? 'SELECT, INSERT, UPDATE, DELETE' : 'SELECT, INSERT, UPDATE'
}

/**
 * Makes the four roles of a database, and gives everything in it to the owner: for a superuser, once, in that database.
 * Roles that are there stay, with their passwords.
 */
export function roleStatements(database: string): readonly string[] {
	const [owner, migration, app, reader] = DATABASE_ROLES.map((role) => roleName(database, role))
	const named = `"${database.replaceAll('"', '""')}"`
	return [
		...DATABASE_ROLES.map((role) => made(`${database}_${role}`, role === 'owner' ? 'NOLOGIN' : 'LOGIN')),
		`GRANT ${owner} TO ${migration}`,
		`ALTER ROLE ${migration} IN DATABASE ${named} SET role = ${owner}`,
		`ALTER DATABASE ${named} OWNER TO ${owner}`,
		`ALTER SCHEMA public OWNER TO ${owner}`,
		`REVOKE ALL ON DATABASE ${named} FROM PUBLIC`,
		`GRANT CONNECT ON DATABASE ${named} TO ${migration}, ${app}, ${reader}`,
		'REVOKE ALL ON SCHEMA public FROM PUBLIC',
		`GRANT USAGE ON SCHEMA public TO ${app}, ${reader}`,
		handedOver(owner ?? ''),
	]
}

function made(name: string, kind: 'LOGIN' | 'NOLOGIN'): string {
	const text = name.replaceAll("'", "''")
	return `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${text}') THEN
	CREATE ROLE "${name.replaceAll('"', '""')}" ${kind} NOSUPERUSER NOCREATEDB NOCREATEROLE; END IF; END $$`
}

/** Of a house that one role owned until now. */
function handedOver(owner: string): string {
	return `DO $$ DECLARE each record; BEGIN
	FOR each IN SELECT oid::regclass AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
	LOOP EXECUTE format('ALTER TABLE %s OWNER TO %s', each.name, '${owner.replaceAll("'", "''")}'); END LOOP;
	FOR each IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace
	LOOP EXECUTE format('ALTER FUNCTION %s OWNER TO %s', each.name, '${owner.replaceAll("'", "''")}'); END LOOP;
END $$`
}

/** Gives application and reader what they may do, and nothing else: for the owner, after each migration. */
function rightsStatements(database: string): readonly string[] {
	const [app, reader] = [roleName(database, 'app'), roleName(database, 'reader')]
	return [
		`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, ${app}, ${reader}`,
		`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${reader}`,
		...[...rightsOfApplication()].map(([table, rights]) => `GRANT ${rights} ON "${table}" TO ${app}`),
	]
}

/** Gives the rights where the roles are apart and this session acts as the owner. */
export async function giveRights(session: {
	readonly run: (sql: string) => Promise<void>
	readonly rows: <Row>(sql: string) => Promise<Row[]>
}): Promise<void> {
	const [own] = await session.rows<{ database: string }>(
		`SELECT current_database() AS database FROM pg_roles
		WHERE rolname = current_database() || '_owner' AND pg_has_role(current_user, oid, 'USAGE')`,
	)
	if (own) await session.run(rightsStatements(own.database).join(';\n'))
}
