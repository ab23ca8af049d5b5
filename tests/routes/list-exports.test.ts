import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { loader } from '#app/routes/exports.$list.$format.tsx'
import type { Actor } from '#app/domain/permission/relation.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function house() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

async function opened(shell: TestShell, drafter: Actor, title: string) {
	const order = { key: shell.newId(), title, tracks: ['normative-document'], issuer: 'government' as const }
	must(await openMatter(shell, drafter, order))
}

async function take(shell: TestShell, actor: Actor, list: string, format: string, search = '') {
	const browser = await signInAs(shell, actor)
	return loader(browser.get(`/exports/${list}/${format}${search}`, { list, format }))
}

async function rowsOf(response: Response): Promise<string[][]> {
	return parse(await response.text(), { bom: true })
}

test('a list of matters that fills several pages is taken away whole, by the filter and the rights of the page', async () => {
	const { shell, org } = await house()
	for (let at = 1; at <= 35; at += 1) await opened(shell, org.actors.drafter, `青禾区第${at}号办法`)
	const all = await rowsOf(await take(shell, org.actors.drafter, 'matters', 'csv'))
	expect(all[0]).toEqual([
		'事项',
		'编号',
		'类型',
		'起草单位',
		'轮次',
		'状态',
		'通过确认',
		'进入本状态',
		'期限',
	])
	expect(all.slice(1).map(([title]) => title)).toEqual(
		Array.from({ length: 35 }, (_, at) => `青禾区第${35 - at}号办法`),
	)
	const some = await rowsOf(await take(shell, org.actors.drafter, 'matters', 'csv', '?q=第3号'))
	expect(some.slice(1).map(([title]) => title)).toEqual(['青禾区第3号办法'])
	// A draft is seen by its unit and its head alone.
	expect(await rowsOf(await take(shell, org.actors.reviewer, 'matters', 'csv'))).toHaveLength(1)
})

test('the same list as a spreadsheet has the same rows, and a name that says list and day', async () => {
	const { shell, org } = await house()
	await opened(shell, org.actors.drafter, '青禾区停车办法')
	const response = await take(shell, org.actors.drafter, 'matters', 'xlsx')
	expect(response.headers.get('Content-Disposition')).toContain(
		encodeURIComponent('审查事项-2026-11-23.xlsx'),
	)
	const rows = await readSheet(Buffer.from(await response.arrayBuffer()))
	expect(rows.map(([title]) => title)).toEqual(['事项', '青禾区停车办法'])
})

test('who takes away a list of people or the trail stands in the trail; who takes their own matters does not', async () => {
	const { shell, org } = await house()
	const { systemAdministrator, auditAdministrator, drafter } = org.actors
	const people = await rowsOf(await take(shell, systemAdministrator, 'people', 'csv', '?q=张'))
	expect(people[0]).toEqual(['姓名', '工号', '账号', '岗位', '状态', '最近登录'])
	await rowsOf(await take(shell, systemAdministrator, 'grants', 'csv'))
	await rowsOf(await take(shell, auditAdministrator, 'audit', 'csv'))
	await rowsOf(await take(shell, drafter, 'matters', 'csv'))
	const noted = await shell.db.auditEntry.findMany({
		where: { kind: 'list.exported' },
		orderBy: { at: 'asc' },
	})
	expect(
		noted.map(({ actorId, leaf }) => [actorId, (JSON.parse(leaf) as { detail: unknown }).detail]),
	).toEqual(
		expect.arrayContaining([
			[systemAdministrator.personId, { list: 'people', format: 'csv', narrowedBy: 'q' }],
			[systemAdministrator.personId, { list: 'grants', format: 'csv', narrowedBy: '' }],
			[auditAdministrator.personId, { list: 'audit', format: 'csv', narrowedBy: '' }],
		]),
	)
	expect(noted).toHaveLength(3)
})

test('the trail is taken away whole, with the entry that says so as its newest', async () => {
	const { shell, org } = await house()
	const { auditAdministrator } = org.actors
	const rows = await rowsOf(await take(shell, auditAdministrator, 'audit', 'csv'))
	expect(rows[0]?.[3]).toBe('做了什么')
	expect(rows).toHaveLength(1 + (await shell.db.auditEntry.count()))
	expect(rows[1]?.[3]).toBe('导出名单')
})

test.each([
	['people', 'drafter'],
	['grants', 'reviewer'],
	['audit', 'secretary'],
	['imports', 'counsel'],
	['meetings', 'drafter'],
	['register', 'systemAdministrator'],
] as const)('%s are not handed to a %s, and nothing is noted as taken', async (list, who) => {
	const { shell, org } = await house()
	const answer = await answerOf(() => take(shell, org.actors[who], list, 'csv'))
	expect(answer.status).toBeGreaterThanOrEqual(403)
	expect(await shell.db.auditEntry.count({ where: { kind: 'list.exported' } })).toBe(0)
})

test('an address that names no list or no format is answered like one that is not there', async () => {
	const { shell, org } = await house()
	expect((await answerOf(() => take(shell, org.actors.drafter, 'people', 'pdf'))).status).toBe(404)
	expect((await answerOf(() => take(shell, org.actors.drafter, 'passwords', 'csv'))).status).toBe(404)
})
