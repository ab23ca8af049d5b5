import { expect, inject, test } from 'vitest'
import { APPEND_ONLY } from '#app/db/append-only-tables.ts'
import { appendOnlyTriggers } from '#scripts/append-only.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

test.runIf(inject('postgresql') === '')(
	'on SQLite the triggers of append-only tables are exactly those that the list makes',
	async () => {
		const shell = await openTestShell()
		const present = await shell.db.$queryRawUnsafe<{ name: string; sql: string }[]>(
			`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
		)
		const made = Object.keys(APPEND_ONLY).flatMap((table) => appendOnlyTriggers('sqlite', table))
		const names = new Set(made.map(({ name }) => name))
		const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
		expect(present.filter(({ name }) => names.has(name)).toSorted(byName)).toEqual(made.toSorted(byName))
		expect(
			// A re-check takes the decision on it into its own row, and is only never removed.
			present.filter(
				({ name, sql }) =>
					sql.includes('is append-only') && !names.has(name) && name !== 'recheck_refuses_delete',
			),
		).toEqual([])
	},
)

test.runIf(inject('postgresql') !== '')(
	'on PostgreSQL the triggers of append-only tables are those that the list makes, and always on',
	async () => {
		const shell = await openTestShell()
		const present = await shell.db.$queryRawUnsafe<{ name: string; sql: string; enabled: string }[]>(
			`SELECT tgname AS name, pg_get_triggerdef(oid) AS sql, tgenabled::text AS enabled FROM pg_trigger
			WHERE NOT tgisinternal AND pg_get_triggerdef(oid) LIKE '%refuse_change()%'`,
		)
		const made = Object.keys(APPEND_ONLY).flatMap((table) => appendOnlyTriggers('postgresql', table))
		const names = new Set(made.map(({ name }) => name))
		const ours = present.filter(({ name }) => names.has(name))
		expect(ours.map(({ name }) => name).toSorted()).toEqual([...names].toSorted())
		expect(present.filter(({ enabled }) => enabled !== 'A')).toEqual([])
		for (const { name, sql } of ours)
			expect(sql).toMatch(
				name.endsWith('_change')
					? /BEFORE (UPDATE OR DELETE|DELETE OR UPDATE) ON .* FOR EACH ROW/
					: /BEFORE TRUNCATE ON/,
			)
	},
)
