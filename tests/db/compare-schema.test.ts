import { expect, inject, test } from 'vitest'
import { assertWalls, compareSchema } from '#app/db/compare-schema.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw } from '#tests/support/raw-sql.ts'

test('12.1 T04 T13 T20 a trigger, view, table or index that is not of the release is named', async () => {
	const { url } = await openTestShell()
	expect(await compareSchema(url)).toEqual([])
	const on = url.startsWith('file:') ? '' : ' ON "clearance"'
	await runRaw(
		url,
		`DROP TRIGGER "${on === '' ? 'clearance_refuses_update' : 'clearance_refuses_change'}"${on};
		DROP VIEW "gate_violation"; CREATE VIEW "gate_violation" AS SELECT * FROM "agenda_listing" WHERE 1 = 0;
		CREATE TABLE "audit_entry_old" AS SELECT * FROM "audit_entry"; DROP INDEX "matter_track_by_track"`,
	)
	const names = (await compareSchema(url)).map(({ name, problem }) => `${name.split(' of ')[0]} ${problem}`)
	expect(names.sort()).toEqual([
		'index matter_track_by_track missing',
		'table audit_entry_old extra',
		on === '' ? 'trigger clearance_refuses_update missing' : 'trigger clearance_refuses_change missing',
		'view gate_violation differs',
	])
})

test.runIf(inject('postgresql') !== '')(
	'a role that may make no schema is told apart from a whole one',
	async () => {
		const { url } = await openTestShell()
		expect(await assertWalls(url)).toBe(true)
		const role = new URL(url)
		role.username = 'runs_only'
		role.password = 'only'
		await runRaw(
			url,
			`DO $$ BEGIN CREATE ROLE runs_only LOGIN PASSWORD 'only'; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
		GRANT SELECT ON ALL TABLES IN SCHEMA public TO runs_only`,
		)
		expect(await assertWalls(role.href)).toBe(false)
	},
)
