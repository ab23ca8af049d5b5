import type BetterSqlite3 from 'better-sqlite3'
import { Prisma } from './generated/sqlite/client.ts'
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts'
import { rowText } from './stored-rows.ts'

/*
 * Which rows a transaction has written, noted by the database itself while it writes them, whatever statement it was.
 * Triggers for it are made from the one list of sealed tables. What they note lives and dies with the transaction: who
 * writes past the product leaves no note, and so no entry. A note holds the row as it was written, so that nothing is
 * read back: of several notes of one row the last holds.
 */

/** On SQLite the connection that writes has the notes and the triggers to itself; a file holds neither. */
export function noteTouchedRows(client: BetterSqlite3.Database): void {
	client.pragma('temp_store = MEMORY')
	client.exec('CREATE TEMP TABLE "touched_row" ("table_name" TEXT NOT NULL, "removed" TEXT, "row" TEXT)')
	const tables = client.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
	const present = new Set(tables.all().map(({ name }) => name))
	for (const sealed of SEALED_TABLES.values()) {
		const { table, primary } = sealed
		if (!present.has(table)) continue
		const key = `json_array(${primary.map(({ column }) => `OLD."${column}"`).join(', ')})`
		const row = rowText('sqlite', sealed, 'NEW')
		for (const [act, note] of Object.entries({
			INSERT: `NULL, ${row}`,
			UPDATE: `NULL, ${row}`,
			DELETE: `${key}, NULL`,
		}))
			client.exec(`CREATE TEMP TRIGGER "${table}_noted_${act.toLowerCase()}" AFTER ${act} ON main."${table}"
				BEGIN INSERT INTO "touched_row" VALUES ('${table}', ${note}); END`)
	}
}

/** Begins the notes of a transaction on SQLite; what was written outside of one is forgotten. */
export const BEGIN_NOTES_ON_SQLITE = Prisma.sql`DELETE FROM temp."touched_row"`

/** The same on PostgreSQL, where the notes are a setting of the transaction: nothing is stored, nothing is left. */
export const BEGIN_NOTES_ON_POSTGRESQL = "SET LOCAL yiqian.touched = '-'"

/**
 * The function behind the triggers of PostgreSQL. It runs once a statement: row by row, the notes of a table of thousands
 * of rows would be copied as often as it has rows. For the same reason a row that is long, or one of many, or that comes
 * after much else, is noted by its key alone and read back.
 */
const NOTE_TOUCHED = `
DECLARE
	noted text := current_setting('yiqian.touched');
	whole boolean := TG_OP <> 'DELETE' AND length(noted) < 50000 AND (SELECT count(*) FROM "changed") <= 50;
	notes text;
BEGIN
	SELECT string_agg(jsonb_build_array(TG_TABLE_NAME, "key"."values",
			CASE WHEN whole AND length("each"."row"::text) < 4000 THEN "each"."row" END)::text, E'\\n') INTO notes
		FROM (SELECT to_jsonb("changed") AS "row" FROM "changed") AS "each" CROSS JOIN LATERAL (
			SELECT jsonb_agg("each"."row" -> "name" ORDER BY "place") AS "values"
			FROM unnest(TG_ARGV) WITH ORDINALITY AS "column"("name", "place")
		) AS "key";
	IF notes IS NOT NULL THEN
		PERFORM set_config('yiqian.touched', noted || E'\\n' || notes, true);
	END IF;
	RETURN NULL;
END
`

/** What is there of it: the names of the triggers, and the text of the function. */
type Noting = { readonly triggers: ReadonlySet<string>; readonly text: string | null }

/** What PostgreSQL lacks of function and triggers, as the statements that make them. */
export function notingStatements({ triggers, text }: Noting): readonly string[] {
	const missing = [...SEALED_TABLES.values()].filter(({ table }) => !triggers.has(`${table}_noted_insert`))
	const made = `CREATE OR REPLACE FUNCTION "note_touched"() RETURNS trigger AS $$${NOTE_TOUCHED}$$ LANGUAGE plpgsql`
	return [...(text === NOTE_TOUCHED ? [] : [made]), ...missing.flatMap(notingTriggers)]
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
