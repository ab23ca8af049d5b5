import type BetterSqlite3 from 'better-sqlite3'
import { Prisma } from './generated/sqlite/client.ts'
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts'

/*
 * Which rows a transaction has written, noted by the database itself while it writes them, whatever statement it was.
 * Triggers for it are made from the one list of sealed tables. What they note lives and dies with the transaction: who
 * writes past the product leaves no note, and so no entry.
 */

/** On SQLite the connection that writes has the notes and the triggers to itself; a file holds neither. */
export function noteTouchedRows(client: BetterSqlite3.Database): void {
	client.pragma('temp_store = MEMORY')
	client.exec('CREATE TEMP TABLE "touched_row" ("note" TEXT NOT NULL)')
	const tables = client.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
	const present = new Set(tables.all().map(({ name }) => name))
	for (const { table, primary } of SEALED_TABLES.values()) {
		if (!present.has(table)) continue
		for (const act of ['INSERT', 'UPDATE', 'DELETE']) {
			const row = act === 'DELETE' ? 'OLD' : 'NEW'
			const note = [`'${table}'`, ...primary.map(({ column }) => `${row}."${column}"`)].join(', ')
			client.exec(`CREATE TEMP TRIGGER "${table}_noted_${act.toLowerCase()}" AFTER ${act} ON main."${table}"
				BEGIN INSERT INTO "touched_row" VALUES (json_array(${note})); END`)
		}
	}
}

/** Begins the notes of a transaction on SQLite; what was written outside of one is forgotten. */
export const BEGIN_NOTES_ON_SQLITE = Prisma.sql`DELETE FROM temp."touched_row"`

/** The same on PostgreSQL, where the notes are a setting of the transaction: nothing is stored, nothing is left. */
export const BEGIN_NOTES_ON_POSTGRESQL = "SET LOCAL yiqian.touched = '-'"

/**
 * The function behind the triggers of PostgreSQL. It runs once a statement: row by row, the notes of a table of thousands
 * of rows would be copied as often as it has rows.
 */
const NOTE_TOUCHED = `CREATE OR REPLACE FUNCTION "note_touched"() RETURNS trigger AS $$
DECLARE
	notes text;
BEGIN
	SELECT string_agg((jsonb_build_array(TG_TABLE_NAME) || "key"."values")::text, E'\\n') INTO notes
		FROM "changed" CROSS JOIN LATERAL (
			SELECT jsonb_agg(to_jsonb("changed") -> "name" ORDER BY "place") AS "values"
			FROM unnest(TG_ARGV) WITH ORDINALITY AS "column"("name", "place")
		) AS "key";
	IF notes IS NOT NULL THEN
		PERFORM set_config('yiqian.touched', current_setting('yiqian.touched') || E'\\n' || notes, true);
	END IF;
	RETURN NULL;
END
$$ LANGUAGE plpgsql`

/** What PostgreSQL lacks of function and triggers, as the statements that make them; `present` are the triggers there. */
export function notingStatements(present: ReadonlySet<string>): readonly string[] {
	const missing = [...SEALED_TABLES.values()].filter(({ table }) => !present.has(`${table}_noted_insert`))
	if (missing.length === 0) return []
	return [NOTE_TOUCHED, ...missing.flatMap(notingTriggers)]
}

/** PostgreSQL shows the rows of a statement to a trigger of one event alone. */
const ROWS_OF = { INSERT: 'NEW', UPDATE: 'NEW', DELETE: 'OLD' } as const

function notingTriggers({ table, primary }: SealedTable): string[] {
	const names = primary.map(({ column }) => `'${column}'`).join(', ')
	return Object.entries(ROWS_OF).flatMap(([event, rows]) => {
		const trigger = `"${table}_noted_${event.toLowerCase()}"`
		return [
			`CREATE TRIGGER ${trigger} AFTER ${event} ON "${table}" REFERENCING ${rows} TABLE AS "changed" FOR EACH STATEMENT
				WHEN (current_setting('yiqian.touched', true) <> '') EXECUTE FUNCTION "note_touched"(${names})`,
			`ALTER TABLE "${table}" ENABLE ALWAYS TRIGGER ${trigger}`,
		]
	})
}
