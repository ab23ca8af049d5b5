import { expect, test } from 'vitest'
import { assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { addPerson } from '#app/services/organisation/edit-organisation.server.ts'
import {
	disableAccount,
	issuePasswordLink,
	newLinkToken,
} from '#app/services/organisation/manage-account.server.ts'
import { readPeople, readPerson } from '#app/services/organisation/read-people.server.ts'
import { readPasswordLink, setPasswordByLink } from '#app/services/account/set-password.server.ts'
import { readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { signIn } from '#app/services/account/sign-in.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { recheckMatter, reviewingMatter } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

const PASSWORD = 'Quiet-River-7'
const DAY = 24 * 60 * 60 * 1000

async function ground() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

async function issueLink(shell: TestShell, org: SampleOrganisation, accountId: string) {
	const { tokenSha256 } = newLinkToken()
	const { systemAdministrator } = org.actors
	expect(
		await issuePasswordLink(shell, systemAdministrator, shell.newId(), accountId, tokenSha256),
	).toMatchObject({ ok: true })
	return tokenSha256
}

function signInAs(shell: TestShell, loginName: string, password: string) {
	return signIn(shell, {
		loginName,
		password,
		sessionId: shell.newId(),
		deviceId: '',
		address: '127.0.0.1',
		userAgent: 'test',
	})
}

test('a person sets the password by the link, which works once, and every session before it ends', async () => {
	const { shell, org } = await ground()
	const { accountId } = org.actors.drafter
	const first = await setPasswordByLink(shell, await issueLink(shell, org, accountId), PASSWORD)
	if (!first.ok) throw new Error(first.reason.code)
	const { loginName } = first.value
	expect(await signInAs(shell, loginName, PASSWORD)).toMatchObject({ ok: true })
	shell.setNow(new Date(shell.now().getTime() + DAY))
	const link = await issueLink(shell, org, accountId)
	expect(await setPasswordByLink(shell, link, `${PASSWORD}8`)).toMatchObject({ ok: true })
	expect(await setPasswordByLink(shell, link, `${PASSWORD}9`)).toMatchObject({
		ok: false,
		reason: { code: 'link-spent' },
	})
	expect(await shell.db.session.count({ where: { accountId, endedAt: null } })).toBe(0)
	expect(await signInAs(shell, loginName, PASSWORD)).toMatchObject({ ok: false })
	expect(await signInAs(shell, loginName, `${PASSWORD}8`)).toMatchObject({ ok: true })
})

test('a link sent twice at the same moment sets one password', async () => {
	const { shell, org } = await ground()
	const link = await issueLink(shell, org, org.actors.drafter.accountId)
	const answers = await Promise.all(
		['a', 'b', 'c'].map((end) => setPasswordByLink(shell, link, PASSWORD + end)),
	)
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
})

test('a link dies after three days, by a newer link, and with its account', async () => {
	const { shell, org } = await ground()
	const { drafter, reviewer, systemAdministrator } = org.actors
	const old = await issueLink(shell, org, drafter.accountId)
	const newer = await issueLink(shell, org, drafter.accountId)
	expect(await readPasswordLink(shell, old)).toBeNull()
	expect(await readPasswordLink(shell, newer)).not.toBeNull()
	shell.setNow(new Date(shell.now().getTime() + 3 * DAY))
	expect(await setPasswordByLink(shell, newer, PASSWORD)).toMatchObject({
		ok: false,
		reason: { code: 'link-spent' },
	})
	const other = await issueLink(shell, org, reviewer.accountId)
	await disableAccount(shell, systemAdministrator, 'disable-reviewer', reviewer.accountId)
	expect(await setPasswordByLink(shell, other, PASSWORD)).toMatchObject({
		ok: false,
		reason: { code: 'link-spent' },
	})
})

test('all rules that a password breaks are named, and one of the last five is not taken again', async () => {
	const { shell, org } = await ground()
	const { accountId } = org.actors.drafter
	const link = await issueLink(shell, org, accountId)
	expect(await setPasswordByLink(shell, link, 'short')).toMatchObject({
		ok: false,
		reason: { code: 'password-refused', unmet: ['at-least-10', 'three-kinds', 'not-common'] },
	})
	expect(await setPasswordByLink(shell, link, PASSWORD)).toMatchObject({ ok: true })
	expect(await setPasswordByLink(shell, await issueLink(shell, org, accountId), PASSWORD)).toMatchObject({
		ok: false,
		reason: { code: 'password-refused', unmet: ['used-before'] },
	})
})

test('the form of a link sent again has one effect, and says that its own token was not taken', async () => {
	const { shell, org } = await ground()
	const { drafter, systemAdministrator } = org.actors
	const [first, second] = [newLinkToken(), newLinkToken()]
	const issue = (sha256: string) =>
		issuePasswordLink(shell, systemAdministrator, 'issue-link-1', drafter.accountId, sha256)
	await issue(first.tokenSha256)
	expect(await issue(second.tokenSha256)).toMatchObject({
		value: { value: { tokenSha256: first.tokenSha256 } },
	})
	expect(await readPasswordLink(shell, first.tokenSha256)).not.toBeNull()
	expect(await readPasswordLink(shell, second.tokenSha256)).toBeNull()
})

test('neither token nor password stands in the trail or under a key', async () => {
	const { shell, org } = await ground()
	const { token, tokenSha256 } = newLinkToken()
	await issuePasswordLink(
		shell,
		org.actors.systemAdministrator,
		'issue-link-2',
		org.actors.drafter.accountId,
		tokenSha256,
	)
	await setPasswordByLink(shell, tokenSha256, PASSWORD)
	const entries = await shell.db.auditEntry.findMany({ select: { leaf: true } })
	const receipts = await shell.db.commandReceipt.findMany()
	const links = await shell.db.oneTimeLink.findMany()
	const all = JSON.stringify([entries, receipts, links])
	expect(all).not.toContain(token)
	expect(all).not.toContain(PASSWORD)
})

test('only the system administrator adds people, issues links and disables, and never their own account', async () => {
	const { shell, org } = await ground()
	const { systemAdministrator: system, drafter } = org.actors
	for (const [name, actor] of Object.entries(org.actors)) {
		if (name === 'systemAdministrator') continue
		const answers = [
			await addPerson(shell, actor, shell.newId(), { name: '某', staffCode: 'x', loginName: 'xx' }),
			await issuePasswordLink(shell, actor, shell.newId(), drafter.accountId, newLinkToken().tokenSha256),
			await disableAccount(shell, actor, shell.newId(), drafter.accountId),
		]
		for (const answer of answers)
			expect(answer, name).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
	}
	expect(await disableAccount(shell, system, 'disable-self', system.accountId)).toMatchObject({
		ok: false,
		reason: { problem: 'own-account' },
	})
	expect(await shell.db.oneTimeLink.count()).toBe(0)
})

test('who is disabled has their open work listed by number and part, without a word of its content', async () => {
	const { shell, org } = await ground()
	const matterId = await reviewingMatter(shell, org)
	const matter = await shell.db.matter.findFirstOrThrow({ where: { id: matterId } })
	const page = await readPerson(shell, org.actors.systemAdministrator, org.actors.drafter.personId)
	expect(page).toMatchObject({ value: { openWork: [{ caseNumber: matter.caseNumber, hands: ['drafter'] }] } })
	const reviewer = await readPerson(shell, org.actors.systemAdministrator, org.actors.reviewer.personId)
	expect(reviewer).toMatchObject({ value: { openWork: [{ hands: ['reviewer'] }] } })
	expect(JSON.stringify([page, reviewer])).not.toContain(matter.title)
})

test('who is disabled in the middle of a re-check leaves nothing stuck: the lead is told and assigns another', async () => {
	const { shell, org } = await ground()
	const { systemAdministrator, lead, reviewer, otherReviewer } = org.actors
	const matterId = await recheckMatter(shell, org)
	must(await disableAccount(shell, systemAdministrator, 'gone', reviewer.accountId))
	expect(await readNotices(shell, lead)).toContainEqual(
		expect.objectContaining({ kind: 'account.disabled', matterId }),
	)
	const given = orderOn(shell, matterId)
	must(await assignReviewer(shell, lead, given, otherReviewer.personId))
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'recheck',
		reviewerId: otherReviewer.personId,
	})
})

test('a person of another jurisdiction is not there', async () => {
	const { shell, org } = await ground()
	const other = await seedOrganisation(shell, 'next-door')
	const { systemAdministrator: system } = org.actors
	const { personId, accountId } = other.actors.drafter
	expect(await readPerson(shell, system, personId)).toMatchObject({
		ok: false,
		reason: { code: 'not-found' },
	})
	expect(await disableAccount(shell, system, 'disable-strange', accountId)).toMatchObject({ ok: false })
	const page = await readPeople(shell, system, { search: '', organId: null, after: null })
	const names = page.ok ? page.value.people.map((person) => person.personId) : []
	expect(names).toHaveLength(Object.keys(org.actors).length)
	expect(names).not.toContain(personId)
})

test('capitals do not tell accounts apart: the second is refused, and either spelling signs in', async () => {
	const { shell, org } = await ground()
	const { systemAdministrator } = org.actors
	const add = (staffCode: string, loginName: string) =>
		addPerson(shell, systemAdministrator, shell.newId(), { name: '何某', staffCode, loginName })
	const { accountId } = must(await add('C-1', 'HeQing')).value
	expect(await add('C-2', 'heqing')).toMatchObject({
		reason: { code: 'unfitting', field: 'loginName', problem: 'login-taken' },
	})
	must(await setPasswordByLink(shell, await issueLink(shell, org, accountId), PASSWORD))
	for (const typed of ['heqing', 'HeQing', 'HEQING'])
		expect(await signInAs(shell, typed, PASSWORD)).toMatchObject({ ok: true, value: { accountId } })
})
