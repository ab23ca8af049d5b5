import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from '#app/db/migrate.server.ts'
import { MODEL_SHAPES } from '#app/db/generated/model-shapes.ts'
import { rightsOfApplication, roleName, roleStatements } from '#app/db/postgresql-roles.ts'
import { readSettings } from '#app/env.server.ts'
import { openShell } from '#app/server/open-shell.server.ts'
import { clearedProposal } from '#tests/support/meeting-steps.ts'
import { asRole } from '#tests/support/open-test-database.ts'
import { MONDAY, openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

// On SQLite there are no roles: whoever owns the file is trusted.
const onPostgresql = test.runIf(inject('postgresql') !== '')

/** The code with which the server refuses a statement, or `done`. */
async function answerTo(url: string, sql: string): Promise<string> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	try {
		await client.query(`BEGIN; ${sql}`)
		return 'done'
	} catch (error) {
		return (error as pg.DatabaseError).code ?? String(error)
	} finally {
		await client.end()
	}
}

const FORBIDDEN = '42501'

/** The tables that statements of the program take rows from, by their models' names or their own. */
function takenFrom(): readonly string[] {
	const of = ['app/db', 'app/services'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
	)
	const program = of.filter((file) => file.endsWith('.ts') && !file.includes('generated'))
	const models = new Map(Object.entries(MODEL_SHAPES).map(([model, { table }]) => [model, table]))
	return program.flatMap((file) => {
		const text = readFileSync(file, 'utf8')
		const byModel = [...text.matchAll(/\b(?:tx|db)\.(\w+)\.delete(?:Many)?\(/g)].map(
			([, model = '']) => models.get(model) ?? model,
		)
		const byName = [...text.matchAll(/DELETE FROM "(\w+)"/g)].map(([, table = '']) => table)
		return [...byModel, ...byName]
	})
}

test('what the program takes away it may take away, and hardly anything else', () => {
	const rights = rightsOfApplication()
	const removable = [...rights].filter(([, may]) => may.includes('DELETE')).map(([table]) => table)
	const taken = new Set(takenFrom())
	expect(taken.size).toBeGreaterThan(10)
	expect([...taken].filter((table) => !removable.includes(table))).toEqual([])
	// A library counts tries and forgets them; a trigger ends what stands for a document in force.
	expect(removable.filter((table) => !taken.has(table))).toEqual(['published_document_live'])
})

onPostgresql('the application clears a matter, and may not touch a wall or what is past', async () => {
	const shell = await openTestShell(MONDAY, 'app')
	await clearedProposal(shell, await seedOrganisation(shell))
	const [{ role } = { role: '' }] = await shell.db.$queryRaw<
		{ role: string }[]
	>`SELECT current_user::text AS role`
	expect(role).toBe('yiqian_template_app')
	for (const sql of [
		'ALTER TABLE clearance DROP COLUMN signature',
		'ALTER TABLE clearance DISABLE TRIGGER ALL',
		'ALTER TABLE agenda_listing DISABLE TRIGGER USER',
		'DROP TRIGGER clearance_refuses_change ON clearance',
		'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
		'CREATE OR REPLACE VIEW agenda_effective AS SELECT * FROM agenda_effective',
		'ALTER TABLE agenda_listing DROP CONSTRAINT agenda_listing_pkey',
		'DROP TABLE audit_entry CASCADE',
		'CREATE TABLE aside (id int)',
		'CREATE SCHEMA aside',
		"UPDATE clearance SET signature = 'x'",
		"UPDATE audit_entry SET leaf = '{}'",
		'DELETE FROM audit_entry',
		'DELETE FROM clearance',
		'DELETE FROM matter',
		'DELETE FROM agenda_item',
		'DELETE FROM row_seal',
		'DELETE FROM post',
		'TRUNCATE clearance CASCADE',
		'TRUNCATE matter CASCADE',
		"UPDATE sealed_paper SET content = '{}'",
		'DELETE FROM reference_entry',
		"INSERT INTO matter_state_code (code) VALUES ('passed-by-hand')",
		'DELETE FROM _prisma_migrations',
		'SET session_replication_role = replica',
		'SET ROLE yiqian_template_owner',
	])
		expect([sql, await answerTo(asRole(shell.url, 'app'), sql)]).toEqual([sql, FORBIDDEN])
	const locked = 'UPDATE published_document SET jurisdiction_id = jurisdiction_id'
	expect(await answerTo(asRole(shell.url, 'app'), `${locked}, text = 'x'`)).toBe(FORBIDDEN)
})

onPostgresql('what only grows may be read and added to; the reader reads, and writes nothing', async () => {
	const shell = await openTestShell(MONDAY, 'app')
	const rights = await shell.db.$queryRaw<{ name: string; may: string; refuses: boolean; reads: string }[]>`
		SELECT c.relname::text AS name,
			(SELECT string_agg(p, ' ') FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) p
				WHERE has_table_privilege('yiqian_template_app', c.oid, p)) AS may,
			EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = c.relname || '_refuses_change') AS refuses,
			(SELECT string_agg(p, ' ') FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
				WHERE has_table_privilege('yiqian_template_reader', c.oid, p)) AS reads
		FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')`
	expect(rights.length).toBeGreaterThan(100)
	expect(rights.filter(({ may }) => may === null).map(({ name }) => name)).toEqual([])
	expect(rights.filter(({ refuses, may }) => refuses && may !== 'SELECT INSERT')).toEqual([])
	expect(rights.filter(({ may }) => /TRUNCATE|TRIGGER|REFERENCES/.test(may))).toEqual([])
	expect(rights.filter(({ reads }) => reads !== 'SELECT')).toEqual([])
})

onPostgresql(
	'a house whose one role owned all is taken over, and starts with the rights of the application',
	async () => {
		const server = inject('postgresql')
		const name = `house_${process.pid}`
		await runRaw(`${server}/postgres`, `CREATE DATABASE ${name}`)
		const url = `${server}/${name}`
		await migrate(url)
		await runRaw(url, roleStatements(name).join(';'))
		for (const role of ['migration', 'app'] as const)
			await runRaw(url, `ALTER ROLE ${roleName(name, role)} PASSWORD 'postgres'`)
		const as = (role: string) => url.replace('postgres:postgres@', `${name}_${role}:postgres@`)
		expect(await migrate(as('migration'))).toEqual([])
		const folder = mkdtempSync(join(tmpdir(), 'yiqian-roles-'))
		onTestFinished(async () => {
			rmSync(folder, { recursive: true, force: true })
			await runRaw(`${server}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`)
		})
		const settings = { YIQIAN_DATA_DIR: folder, DATABASE_URL: as('app'), LOG_LEVEL: 'silent' }
		const shell = await openShell(readSettings(settings))
		expect(await shell.db.organ.count()).toBe(0)
		await shell.db.$disconnect()

		// A release with one more migration: the application says who has to make it.
		await runRaw(
			url,
			'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
		)
		await expect(openShell(readSettings(settings))).rejects.toThrow('with the role of the migrations first')
	},
)
