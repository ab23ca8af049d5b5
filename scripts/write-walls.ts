/**
 * Writes `docs/walls.md`: what the database itself refuses, table by table, read off a database that the migrations have
 * made. `npm run walls` writes it; a test holds the document equal to the database.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { migrate } from '#app/db/migrate.server.ts'
import { APPEND_ONLY } from '#app/db/append-only-tables.ts'
import { appendOnlyTriggers } from './append-only.ts'

const INTRODUCTION = `# The walls

What the database refuses by itself, whoever asks. This document is made by \`npm run walls\` from a SQLite database that
the migrations have made; PostgreSQL has the same keys, checks and views, and its own wording of the triggers.
A wall that fires is never put into words for a person: the command runs again, and the domain says what is wrong.

Every key begins with the jurisdiction. *Append-only* means that no row is ever changed, removed or replaced: the triggers
of these tables are made from one list, \`app/db/append-only-tables.ts\`, for both engines.

`

type Schema = { readonly name: string; readonly table: string; readonly sql: string }

/** The document, from a migrated SQLite file. */
export function wallsOf(file: string): string {
	const database = new BetterSqlite3(file, { readonly: true })
	const all = (type: string) =>
		database
			.prepare(
				`SELECT name, tbl_name AS "table", sql FROM sqlite_schema
				WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name`,
			)
			.all(type) as Schema[]
	const triggers = all('trigger')
	const uniques = all('index').filter(({ sql }) => sql.startsWith('CREATE UNIQUE'))
	const tables = all('table').flatMap((table) => tableWalls(table, uniques, triggers) ?? [])
	const views = all('view').map(({ name, sql }) => `## View \`${name}\`\n\n\`\`\`sql\n${sql}\n\`\`\`\n`)
	database.close()
	return INTRODUCTION + [...tables, ...views].join('\n')
}

/** What the database refuses of a table; null for one without walls, as those in which an index of words is kept. */
function tableWalls(
	{ name, sql }: Schema,
	uniques: readonly Schema[],
	triggers: readonly Schema[],
): string | null {
	const constraints = sql.split('\n').map((line) => line.trim().replace(/,$/, ''))
	const key = constraints.find((line) => line.startsWith('PRIMARY KEY'))
	const made = new Set(name in APPEND_ONLY ? appendOnlyTriggers('sqlite', name).map((each) => each.name) : [])
	const lines = [
		...(name in APPEND_ONLY ? ['- append-only'] : []),
		...(key ? [`- key ${columnsIn(key)}`] : []),
		...uniques
			.filter((index) => index.table === name)
			.map((index) => `- unique ${columnsIn(index.sql.slice(index.sql.indexOf('(')))}`),
		...constraints.flatMap(foreignKey),
		...checksIn(sql),
		...triggers.filter((each) => each.table === name && !made.has(each.name)).map(triggerLine),
	]
	return lines.length === 0 ? null : `## \`${name}\`\n\n${lines.join('\n')}\n`
}

function columnsIn(text: string): string {
	return [...text.matchAll(/"(\w+)"/g)].map(([, column]) => column).join(', ')
}

function foreignKey(line: string): string[] {
	const [, name, own, table, other] =
		/^CONSTRAINT "(\w+)" FOREIGN KEY \(([^)]*)\) REFERENCES "(\w+)" \(([^)]*)\)/.exec(line) ?? []
	return table ? [`- \`${name}\`: ${columnsIn(own ?? '')} → **${table}** (${columnsIn(other ?? '')})`] : []
}

/** CHECKs, which may go over several lines, by their brackets. */
function checksIn(sql: string): string[] {
	return [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK \(/g)].map((match) => {
		let depth = 1
		let end = match.index + match[0].length
		for (; depth > 0; end += 1) depth += sql[end] === '(' ? 1 : sql[end] === ')' ? -1 : 0
		const rule = sql
			.slice(match.index + match[0].length, end - 1)
			.replaceAll(/\s+/g, ' ')
			.trim()
		return `- check \`${match[1]}\`: \`${rule}\``
	})
}

function triggerLine({ name, sql }: Schema): string {
	const when = /(BEFORE|AFTER) (INSERT|UPDATE|DELETE)/.exec(sql)?.[0].toLowerCase() ?? ''
	const said = /RAISE\(ABORT, '([^']+)'\)/.exec(sql)?.[1]
	return `- trigger \`${name}\` (${when})${said ? `: “${said}”` : ''}`
}

/** The document of the migrations as they lie here. */
export async function wallsOfMigrations(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'yiqian-walls-'))
	try {
		await migrate(`file:${join(folder, 'walls.db')}`)
		return wallsOf(join(folder, 'walls.db'))
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	writeFileSync('docs/walls.md', await wallsOfMigrations())
