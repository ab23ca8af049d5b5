import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import { readPasswordLink, setPasswordByLink } from '#app/services/account/set-password.server.ts'
import { confirmGrants } from '#app/services/organisation/confirm-grants.server.ts'
import { decideGrant } from '#app/services/organisation/grant-post.server.ts'
import { importOrganisation } from '#app/services/organisation/import-organisation.server.ts'
import {
	issueFirstLinks,
	newTypedToken,
	readFirstLinks,
} from '#app/services/organisation/issue-first-links.server.ts'
import { readFirstSteps } from '#app/services/organisation/read-first-steps.server.ts'
import { readGrants } from '#app/services/organisation/read-grants.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds } from '#tests/support/trail-reading.ts'

const TABLE = [
	['机构', '机构简称', '机构类别', '科室', '科室类别', '姓名', '工号', '账号', '角色'],
	['区水务局', '青水', '工作部门', '河湖科', '', '何清', 'W001', 'heqing', '起草单位经办人'],
	['区水务局', '', '', '河湖科', '', '田源', 'W002', 'tianyuan', '起草单位负责人'],
	['区水务局', '', '', '河湖科', '', '林立', 'W003', 'linli', ''],
]

/** A house into which the system administrator has imported three people and two posts. */
async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { systemAdministrator: system, securityAdministrator: security } = org.actors
	must(await importOrganisation(shell, system, 'import-1', TABLE))
	const waiting = async (actor: Actor) => {
		const query = { search: '', personId: null, after: null, waitingAfter: null }
		return must(await readGrants(shell, actor, query)).waiting
	}
	const ids = async () => (await waiting(security)).map((grant) => grant.id)
	const confirm = async (by: Actor) => confirmGrants(shell, by, shell.newId(), await ids())
	const unopened = async (by: Actor) => {
		const { people } = must(await readFirstLinks(shell, by))
		return people.filter((person) => /^W00/.test(person.staffCode))
	}
	const issue = async (by: Actor, login: string) => {
		const person = (await unopened(by)).find((each) => each.loginName === login)
		const { token, tokenSha256 } = newTypedToken()
		const hashes = new Map([[person?.accountId ?? '', tokenSha256]])
		return { token, tokenSha256, answer: await issueFirstLinks(shell, by, shell.newId(), hashes) }
	}
	return { shell, org, system, security, waiting, ids, confirm, unopened, issue }
}

test('posts that a table brings wait, and only the security administrator confirms them, all at once', async () => {
	const { shell, org, system, security, waiting, ids, confirm } = await ground()
	expect((await waiting(security)).map(({ person, role, isForThem }) => [person, role, isForThem])).toEqual([
		['何清', 'drafter', true],
		['田源', 'department-head', true],
	])
	expect((await waiting(system)).map(({ isForThem }) => isForThem)).toEqual([false, false])
	expect(await confirm(system)).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
	const [first = ''] = await ids()
	expect(await decideGrant(shell, system, 'one', first, 'confirmed')).toMatchObject({
		reason: { problem: 'own-grant' },
	})
	expect(must(await confirm(security)).value).toEqual({ confirmed: 2 })
	expect(await ids()).toEqual([])
	expect(await entryKinds(shell, `admin/${org.jurisdictionId}`)).toContain('grants.confirmed')
})

test('another system administrator is no second pair of eyes for what a system administrator imported', async () => {
	const { shell, org, system, ids } = await ground()
	const other: Actor = { ...system, personId: org.actors.leader.personId }
	const [first = ''] = await ids()
	for (const decision of ['confirmed', 'declined'] as const)
		expect(await decideGrant(shell, other, `by-${decision}`, first, decision)).toMatchObject({
			ok: false,
			reason: { problem: 'own-grant' },
		})
})

test('where one of the named requests was answered meanwhile, none is confirmed', async () => {
	const { shell, security, ids } = await ground()
	const [first = '', second = ''] = await ids()
	must(await decideGrant(shell, security, 'no', first, 'declined-of-table'))
	expect(await confirmGrants(shell, security, 'late', [first, second])).toMatchObject({
		ok: false,
		reason: { problem: 'already-decided' },
	})
	expect(await ids()).toEqual([second])
})

test('who confirmed the posts hands out the first links; nobody else, and nobody before', async () => {
	const { shell, system, security, confirm, unopened, issue } = await ground()
	const why = async (by: Actor) => (await unopened(by)).map(({ name, hindrance }) => [name, hindrance])
	expect(await why(security)).toEqual([
		['何清', 'posts-wait'],
		['田源', 'posts-wait'],
		['林立', 'no-posts'],
	])
	expect((await issue(security, 'tianyuan')).answer).toMatchObject({ reason: { problem: 'changed' } })
	must(await confirm(security))
	expect(await why(security)).toEqual([
		['何清', null],
		['田源', null],
		['林立', 'no-posts'],
	])
	expect(await readFirstLinks(shell, system)).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
	expect((await issue(security, 'linli')).answer).toMatchObject({ reason: { problem: 'changed' } })
})

test('a first link sets one password, once, and then no further first link can be made', async () => {
	const { shell, security, confirm, unopened, issue } = await ground()
	must(await confirm(security))
	const { token, tokenSha256, answer } = await issue(security, 'tianyuan')
	must(answer)
	expect(token).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/)
	expect(await readPasswordLink(shell, tokenSha256)).toMatchObject({
		loginName: 'tianyuan',
		purpose: 'first',
	})
	must(await setPasswordByLink(shell, tokenSha256, 'Heliu-Qing-2026'))
	expect(await readPasswordLink(shell, tokenSha256)).toBeNull()
	expect((await unopened(security)).map(({ name }) => name)).toEqual(['何清', '林立'])
})

test('a first link opens nothing once its holder is to have another post that signs', async () => {
	const { shell, system, security, confirm, issue } = await ground()
	must(await confirm(security))
	const { tokenSha256, answer } = await issue(security, 'heqing')
	must(answer)
	expect(await readPasswordLink(shell, tokenSha256)).not.toBeNull()
	const later = [
		TABLE[0] ?? [],
		['区水务局', '', '', '河湖科', '', '何清', 'W001', 'heqing', '起草单位负责人'],
	]
	must(await importOrganisation(shell, system, 'import-2', later))
	expect(await readPasswordLink(shell, tokenSha256)).toBeNull()
	shell.setNow(new Date(shell.now().getTime() + 60_000))
	must(await confirm(security))
	expect(await readPasswordLink(shell, tokenSha256)).toBeNull()
})

test('the same press a second time gives the first hashes back, so that no other address is shown', async () => {
	const { shell, security, confirm, unopened } = await ground()
	must(await confirm(security))
	const [person] = await unopened(security)
	const once = new Map([[person?.accountId ?? '', newTypedToken().tokenSha256]])
	const again = new Map([[person?.accountId ?? '', newTypedToken().tokenSha256]])
	must(await issueFirstLinks(shell, security, 'press', once))
	expect(must(await issueFirstLinks(shell, security, 'press', again)).value.links).toEqual(
		Object.fromEntries(once),
	)
})

test('the two administrators see what is left of the set-up, nobody else does', async () => {
	const { shell, org, system, security, confirm } = await ground()
	expect(await readFirstSteps(shell, system)).toMatchObject({ waitingPosts: 2, isSystem: true })
	must(await confirm(security))
	expect(await readFirstSteps(shell, security)).toMatchObject({ waitingPosts: 0, missingRoles: [] })
	expect(await readFirstSteps(shell, org.actors.auditAdministrator)).toBeNull()
	expect(await readFirstSteps(shell, org.actors.drafter)).toBeNull()
})
