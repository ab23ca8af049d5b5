import { expect, test } from 'vitest'
import { IMPORT_COLUMNS } from '#app/domain/account/import-table.ts'
import { administration } from '#app/locales/zh-cn/administration.ts'
import { importOrganisation, previewImport } from '#app/services/organisation/import-organisation.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const HEADING = IMPORT_COLUMNS.map((column) => administration.import.column[column]).join(',')
const ROWS = ['区水务局,青水,工作部门,河湖科,,何清,W001,heqing', '区水务局,,,法制科,法制机构,林立,W002,linli']

function csv(rows: readonly string[], name = '人员.csv') {
	return { name, bytes: new TextEncoder().encode([HEADING, ...rows].join('\r\n')) }
}

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { systemAdministrator } = org.actors
	const preview = (file: ReturnType<typeof csv>, actor = systemAdministrator) =>
		previewImport(shell, actor, shell.newId(), file)
	const counts = async () => [
		await shell.db.organ.count(),
		await shell.db.unit.count(),
		await shell.db.person.count(),
		await shell.db.auditEntry.count(),
	]
	return { shell, org, systemAdministrator, preview, counts }
}

test('a dry run says what every row would do and writes nothing; the import does exactly that, once', async () => {
	const { shell, org, systemAdministrator, preview, counts } = await ground()
	const before = await counts()
	const { table, rows } = must(await preview(csv(ROWS)))
	expect(rows.map((row) => [row.organ?.name, row.unit?.name, row.person?.name, row.faults])).toEqual([
		['区水务局', '河湖科', '何清', []],
		[undefined, '法制科', '林立', []],
	])
	expect(await counts()).toEqual(before)
	const [first, again] = [
		must(await importOrganisation(shell, systemAdministrator, 'import-1', table)),
		must(await importOrganisation(shell, systemAdministrator, 'import-1', table)),
	]
	expect(first.value).toEqual({ organs: 1, units: 2, people: 2, posts: 0 })
	expect(again).toEqual(first)
	expect(await counts()).toEqual(before.map((count, at) => count + ([1, 2, 2, 1][at] ?? 0)))
	expect(await lastEntry(shell, `admin/${org.jurisdictionId}`)).toMatchObject({
		kind: 'organisation.imported',
		outcome: 'done',
		detail: { organs: 1, units: 2, people: 2, posts: 0, accounts: ['heqing', 'linli'], roles: [] },
	})
	expect((await shell.db.account.findMany({ where: { loginName: 'heqing' } }))[0]?.passwordHash).toBeNull()
})

test('a table with one bad row is imported not at all, and the row is named', async () => {
	const { shell, systemAdministrator, preview, counts } = await ground()
	const { table, rows } = must(await preview(csv([...ROWS, '区水务局,,,河湖科,,王五,W001,wangwu'])))
	expect(rows[2]?.faults).not.toEqual([])
	const before = (await counts()).slice(0, 3)
	const answer = await importOrganisation(shell, systemAdministrator, shell.newId(), table)
	expect(answer).toMatchObject({ ok: false, reason: { problem: 'import-has-faults' } })
	expect((await counts()).slice(0, 3)).toEqual(before)
})

test('a row that became wrong between the look and the import stops it all', async () => {
	const { shell, systemAdministrator, preview } = await ground()
	const { table } = must(await preview(csv(ROWS)))
	const meanwhile = must(await preview(csv(['区水务局,青水,工作部门,河湖科,,别人,W009,heqing'])))
	must(await importOrganisation(shell, systemAdministrator, shell.newId(), meanwhile.table))
	const late = await importOrganisation(shell, systemAdministrator, shell.newId(), table)
	expect(late).toMatchObject({ ok: false, reason: { problem: 'import-has-faults' } })
})

test.each([
	['人员.xlsx', 'no zip', 'table-wrong-suffix'],
	['人员.xlsx', 'PK\u0003\u0004 and then nothing', 'damaged-file'],
	['人员.xls', 'PK', 'table-wrong-suffix'],
	['人员.csv', '', 'empty-file'],
])(
	'a file %s that is no table is refused by its cause, and the try is in the trail',
	async (name, text, cause) => {
		const { shell, org, preview } = await ground()
		const answer = await preview({ name, bytes: new TextEncoder().encode(text) })
		expect(answer).toMatchObject({ ok: false, reason: { code: 'file-refused', cause } })
		expect(await lastEntry(shell, `admin/${org.jurisdictionId}`)).toMatchObject({
			kind: 'organisation.imported',
			outcome: 'refused',
		})
	},
)

test('a table that carries a marking is refused, and the security administrator is told', async () => {
	const { shell, org, preview } = await ground()
	const answer = await preview(csv([...ROWS, '机密★5年,,,,,,,']))
	expect(answer).toMatchObject({ ok: false, reason: { code: 'classified', level: 'secret' } })
	expect(await noticesOf(shell, org.actors.securityAdministrator)).toEqual(['file.classified'])
})

test('only the system administrator imports, or looks at what an import would do', async () => {
	const { shell, org, preview } = await ground()
	for (const actor of [org.actors.securityAdministrator, org.actors.supervisor, org.actors.drafter]) {
		expect(await preview(csv(ROWS), actor)).toMatchObject({ reason: { code: 'not-permitted' } })
		const table = [HEADING.split(','), ...ROWS.map((row) => row.split(','))]
		expect(await importOrganisation(shell, actor, shell.newId(), table)).toMatchObject({
			reason: { code: 'not-permitted' },
		})
	}
})

test('a row keeps its line, whatever empty lines stand before it and above the heading', async () => {
	const { preview } = await ground()
	const [first = '', second = ''] = ROWS
	const bytes = new TextEncoder().encode(['', ',,', HEADING, first, '', ',,,', second, '', ''].join('\r\n'))
	const { rows } = must(await preview({ name: '人员.csv', bytes }))
	expect(rows.map(({ line, person }) => [line, person?.name])).toEqual([
		[4, '何清'],
		[7, '林立'],
	])
})

test('a heading with the same column twice is refused: nobody can tell which is meant', async () => {
	const { preview } = await ground()
	const name = administration.import.column.person
	const bytes = new TextEncoder().encode(`${HEADING},${name}\r\n${ROWS[0]},何浊`)
	expect(await preview({ name: '人员.csv', bytes })).toMatchObject({
		ok: false,
		reason: { code: 'unfitting', field: 'file', problem: 'import-heading-twice' },
	})
})

test('the largest table that is read is imported as a whole', async () => {
	const { shell, systemAdministrator, preview } = await ground()
	const rows = Array.from({ length: 4999 }, (_, at) => `区水务局,青水,工作部门,,,何${at},W${at},he-${at}`)
	const { table } = must(await preview(csv(rows)))
	const { value } = must(await importOrganisation(shell, systemAdministrator, 'import-large', table))
	expect(value).toEqual({ organs: 1, units: 0, people: 4999, posts: 0 })
})
