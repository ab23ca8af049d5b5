/**
 * The triggers that hold append-only tables so, for both engines:
 * `tsx scripts/append-only.ts sqlite waiver_request` prints those of a table, for its migration. A test compares what a
 * database has with this list.
 */
import { pathToFileURL } from 'node:url'
import { APPEND_ONLY } from '#app/db/append-only-tables.ts'

type Engine = 'sqlite' | 'postgresql'

/** A trigger by its name, with the statement that makes it. */
export type MadeTrigger = { readonly name: string; readonly sql: string }

/** The triggers of an append-only table. */
export function appendOnlyTriggers(engine: Engine, table: string): readonly MadeTrigger[] {
	return engine === 'sqlite' ? onSqlite(table) : onPostgresql(table)
}

function onSqlite(table: string): MadeTrigger[] {
	const refuse = (act: 'UPDATE' | 'DELETE') => ({
		name: `${table}_refuses_${act.toLowerCase()}`,
		sql: `CREATE TRIGGER ${table}_refuses_${act.toLowerCase()} BEFORE ${act} ON "${table}"
BEGIN
	SELECT RAISE(ABORT, '${table} is append-only');
END`,
	})
	const keys = (APPEND_ONLY[table] ?? []).map(
		(key) =>
			`(${['jurisdiction_id', ...key].map((column) => `"${column}" = NEW."${column}"`).join(' AND ')})`,
	)
	return [
		refuse('UPDATE'),
		refuse('DELETE'),
		{
			name: `${table}_refuses_replace`,
			sql: `CREATE TRIGGER ${table}_refuses_replace BEFORE INSERT ON "${table}"
BEGIN
	SELECT RAISE(ABORT, '${table} has this key already')
	WHERE EXISTS (
		SELECT 1 FROM "${table}" WHERE ${keys.join('\n\t\t\tOR ')}
	);
END`,
		},
	]
}

/** ALWAYS: they hold in a session that says it is a replica, too. */
function onPostgresql(table: string): MadeTrigger[] {
	const refuse = (act: string, when: string, each: string) => ({
		name: `${table}_refuses_${act}`,
		sql: `CREATE TRIGGER "${table}_refuses_${act}" BEFORE ${when} ON "${table}" FOR EACH ${each} EXECUTE FUNCTION "refuse_change"();
ALTER TABLE "${table}" ENABLE ALWAYS TRIGGER "${table}_refuses_${act}"`,
	})
	return [refuse('change', 'UPDATE OR DELETE', 'ROW'), refuse('truncate', 'TRUNCATE', 'STATEMENT')]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const [, , engine = 'sqlite', table = ''] = process.argv
	for (const { sql } of appendOnlyTriggers(engine === 'postgresql' ? 'postgresql' : 'sqlite', table))
		console.log(`${sql};\n`)
}
