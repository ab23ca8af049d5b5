import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import { changeOwnPassword } from '#app/services/account/set-password.server.ts'
import { signIn } from '#app/services/account/sign-in.server.ts'
import { issuePasswordLink, newLinkToken } from '#app/services/organisation/manage-account.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, givePassword } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const NEW = 'Hetao-2071-lou'

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await givePassword(shell, org.actors.drafter)
	return { shell, org, drafter: org.actors.drafter }
}

async function signedIn(shell: TestShell, actor: Actor, password: string) {
	const { loginName } = await shell.db.account.findFirstOrThrow({ where: { id: actor.accountId } })
	const sessionId = shell.newId()
	const browser = { deviceId: '', address: '', userAgent: '' }
	const answer = await signIn(shell, { loginName, password, sessionId, ...browser })
	return { sessionId, answer }
}

test('who knows the password changes it: the session here goes on, every other one ends, links are spent', async () => {
	const { shell, org, drafter } = await ground()
	const here = await signedIn(shell, drafter, PASSWORD)
	await signedIn(shell, drafter, PASSWORD)
	const { tokenSha256 } = newLinkToken()
	const { systemAdministrator } = org.actors
	must(await issuePasswordLink(shell, systemAdministrator, shell.newId(), drafter.accountId, tokenSha256))
	must(await changeOwnPassword(shell, drafter, here.sessionId, { password: PASSWORD, newPassword: NEW }))
	const open = await shell.db.session.findMany({ where: { endedAt: null } })
	expect(open.map(({ id }) => id)).toEqual([here.sessionId])
	expect(await shell.db.oneTimeLink.count({ where: { usedAt: null } })).toBe(0)
	expect((await signedIn(shell, drafter, PASSWORD)).answer.ok).toBe(false)
	expect((await signedIn(shell, drafter, NEW)).answer.ok).toBe(true)
	const entries = await shell.db.auditEntry.findMany({ where: { kind: 'password.set' } })
	const leaves = entries.map(({ leaf }) => leaf)
	expect(leaves.filter((leaf) => leaf.includes('"by":"self"'))).toHaveLength(1)
	expect(leaves.join()).not.toContain(NEW)
})

test('who does not know it changes nothing, is counted, and after five tries has to wait', async () => {
	const { shell, drafter } = await ground()
	const change = (password: string) =>
		changeOwnPassword(shell, drafter, 'here', { password, newPassword: NEW })
	for (const triesLeft of [4, 3, 2, 1, 0])
		expect(await change('wrong')).toMatchObject({ ok: false, reason: { code: 'wrong-password', triesLeft } })
	expect(await change(PASSWORD)).toMatchObject({ ok: false, reason: { code: 'too-many-tries' } })
	expect((await signedIn(shell, drafter, PASSWORD)).answer.ok).toBe(true)
})

test('T51 the names of person, district and organ and common passwords are refused, all said at once', async () => {
	const { shell, org, drafter } = await ground()
	const { name } = await shell.db.organ.findFirstOrThrow({ where: { id: org.organs.agriculture } })
	for (const [newPassword, unmet] of [
		[`${name}-Ktm8412`, ['not-the-name']],
		['青禾区-Ktmrvq-2026', ['not-the-name']],
		['Password123', ['not-common']],
	] as const)
		expect(
			await changeOwnPassword(shell, drafter, 'here', { password: PASSWORD, newPassword }),
		).toMatchObject({ ok: false, reason: { code: 'password-refused', unmet } })
})
