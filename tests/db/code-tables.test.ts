import { expect, inject, test } from 'vitest'
import { CODE_TABLES } from '#app/db/code-tables.ts'
import { submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { isWall, rawWaysTo, refusalOf } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('every table of codes holds exactly the codes that the domain lists', async () => {
	const shell = await openTestShell()
	for (const [table, codes] of Object.entries(CODE_TABLES)) {
		const rows = await shell.db.$queryRawUnsafe<{ code: string }[]>(`SELECT code FROM "${table}"`)
		expect(rows.map(({ code }) => code).toSorted(), table).toEqual([...codes].toSorted())
	}
})

test('every table of codes is what some column is held to', async () => {
	const shell = await openTestShell()
	const sql =
		inject('postgresql') === ''
			? `SELECT DISTINCT "table" AS "to" FROM sqlite_schema, pragma_foreign_key_list(name) WHERE type = 'table' AND "table" LIKE '%\\_code' ESCAPE '\\'`
			: `SELECT DISTINCT confrelid::regclass::text AS "to" FROM pg_constraint WHERE contype = 'f' AND confrelid::regclass::text LIKE '%\\_code'`
	const held = await shell.db.$queryRawUnsafe<{ to: string }[]>(sql)
	expect(held.map(({ to }) => to).toSorted()).toEqual(Object.keys(CODE_TABLES).toSorted())
})

test('a code that is in no table is written nowhere, where foreign keys are on', async () => {
	const shell = await openTestShell()
	await submittedMatter(shell, await seedOrganisation(shell))
	for (const way of rawWaysTo(shell.url).filter((each) => !/off|replica|^sqlite3 shell$/.test(each)))
		for (const [table, column] of [
			['matter', 'state'],
			['matter_track', 'track'],
			['deadline', 'kind'],
			['post', 'role'],
			['organ', 'kind'],
		]) {
			const refusal = await refusalOf(shell.url, way, {
				sql: `update ${table} set ${column} = 'no-such-code'`,
			})
			expect(refusal !== null && isWall(refusal), `${way}: ${table}.${column}: ${refusal}`).toBe(true)
		}
})
