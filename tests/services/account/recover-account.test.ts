import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import { readRecoveries, readRecoveryTasks } from '#app/services/account/read-recoveries.server.ts'
import {
	confirmRecovery,
	declineRecovery,
	liftHold,
	requestRecovery,
} from '#app/services/account/recover-account.server.ts'
import { readPasswordLink, setPasswordByLink } from '#app/services/account/set-password.server.ts'
import { checkOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { decideGrant, requestGrant } from '#app/services/organisation/grant-post.server.ts'
import { issuePasswordLink, newLinkToken } from '#app/services/organisation/manage-account.server.ts'
import { readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { hashPassword } from '#app/storage/password-hash.server.ts'
import { must, orderOn } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { sentMatter } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

const PASSWORD = 'Quiet-River-7'
const HOUR = 3_600_000

async function ground() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

function ask(shell: TestShell, by: Actor, of: Actor) {
	return requestRecovery(shell, by, shell.newId(), {
		accountId: of.accountId,
		reason: '忘记密码，本人到场。',
	})
}

/** Confirms, and gives the link. */
async function confirmed(shell: TestShell, by: Actor, recoveryId: string) {
	const { tokenSha256 } = newLinkToken()
	const answer = await confirmRecovery(shell, by, shell.newId(), { recoveryId, tokenSha256 })
	return { answer, tokenSha256 }
}

/** Somebody whose password was set anew by two administrators a moment ago. */
async function recovered(shell: TestShell, { actors }: SampleOrganisation, of: Actor) {
	const { recoveryId } = must(await ask(shell, actors.systemAdministrator, of)).value
	const { answer, tokenSha256 } = await confirmed(shell, actors.securityAdministrator, recoveryId)
	must(answer)
	must(await setPasswordByLink(shell, tokenSha256, PASSWORD))
	return recoveryId
}

const kindsFor = async (shell: TestShell, actor: Actor) =>
	(await readNotices(shell, actor)).map(({ kind, about }) => `${kind} ${about}`)

test.each([
	'head',
	'lead',
	'checker',
	'signer',
	'counsel',
	'secretary',
	'leader',
	'securityAdministrator',
] as const)(
	'T49 the system administrator alone gets no link for a %s, neither by the link nor by asking',
	async (name) => {
		const { shell, org } = await ground()
		const { systemAdministrator, [name]: person } = org.actors
		const { tokenSha256 } = newLinkToken()
		expect(
			await issuePasswordLink(shell, systemAdministrator, shell.newId(), person.accountId, tokenSha256),
		).toMatchObject({ ok: false, reason: { problem: 'needs-second-administrator' } })
		const { recoveryId } = must(await ask(shell, systemAdministrator, person)).value
		const { answer } = await confirmed(shell, systemAdministrator, recoveryId)
		expect(answer).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
		expect(await shell.db.oneTimeLink.count()).toBe(0)
	},
)

test('T49 of a recovery the person, the head of the organ and the administrators are told at each step, and sessions end', async () => {
	const { shell, org } = await ground()
	const { actors } = org
	const { checker, lead, systemAdministrator, securityAdministrator, auditAdministrator } = actors
	await shell.db.session.create({
		data: {
			id: 'open',
			jurisdictionId: org.jurisdictionId,
			accountId: checker.accountId,
			createdAt: shell.now(),
			lastSeenAt: shell.now(),
			address: '',
			userAgent: '',
		},
	})
	const { recoveryId } = must(await ask(shell, systemAdministrator, checker)).value
	for (const told of [checker, lead, securityAdministrator, auditAdministrator])
		expect(await kindsFor(shell, told)).toEqual(['account.recovery-requested checker'])
	expect(await shell.db.session.count({ where: { endedAt: null } })).toBe(1)
	const { answer, tokenSha256 } = await confirmed(shell, securityAdministrator, recoveryId)
	must(answer)
	expect(await shell.db.session.count({ where: { endedAt: null } })).toBe(0)
	must(await setPasswordByLink(shell, tokenSha256, PASSWORD))
	for (const told of [checker, lead, auditAdministrator])
		expect((await kindsFor(shell, told)).sort()).toEqual([
			'account.recovery-confirmed checker',
			'account.recovery-requested checker',
			'password.set checker',
		])
	const trail = await shell.db.auditEntry.findMany({
		where: { kind: { not: 'installation.opened' }, outcome: 'done' },
		select: { kind: true },
	})
	expect(trail.map(({ kind }) => kind).sort()).toEqual([
		'account.recovery-confirmed',
		'account.recovery-requested',
		'password.set',
	])
})

test('T49 for a day after the recovery a checker checks nothing, says until when, and may afterwards', async () => {
	const { shell, org } = await ground()
	const matterId = await sentMatter(shell, org)
	await recovered(shell, org, org.actors.checker)
	const until = new Date(shell.now().getTime() + 24 * HOUR).toISOString()
	const check = () => checkOpinion(shell, org.actors.checker, orderOn(shell, matterId))
	expect(await check()).toMatchObject({ ok: false, reason: { code: 'held-after-recovery', until } })
	expect(await shell.db.matter.findFirst({ where: { id: matterId } })).toMatchObject({ checkerId: null })
	shell.setNow(new Date(shell.now().getTime() + 24 * HOUR))
	expect(await check()).toMatchObject({ ok: true })
})

test('the head of the organ lifts the hold with their own password, once; nobody else does', async () => {
	const { shell, org } = await ground()
	const { actors } = org
	const matterId = await sentMatter(shell, org)
	const recoveryId = await recovered(shell, org, actors.checker)
	const passwordHash = await hashPassword(PASSWORD)
	await shell.db.account.updateMany({ data: { passwordHash } })
	const lift = (by: Actor, password = PASSWORD) =>
		liftHold(shell, by, shell.newId(), { recoveryId, password })
	for (const by of [actors.head, actors.leader, actors.checker, actors.signer, actors.systemAdministrator])
		expect(await lift(by), by.name).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
	expect(await lift(actors.lead, 'not it')).toMatchObject({ ok: false, reason: { code: 'wrong-password' } })
	expect(await readRecoveryTasks(shell, actors.lead)).toMatchObject([{ task: 'lift', person: 'checker' }])
	must(await lift(actors.lead))
	expect(await lift(actors.lead)).toMatchObject({ ok: false, reason: { problem: 'no-hold' } })
	expect(await checkOpinion(shell, actors.checker, orderOn(shell, matterId))).toMatchObject({ ok: true })
})

test('a head whose account was recovered lifts neither the own hold nor that of others', async () => {
	const { shell, org } = await ground()
	const { lead, checker } = org.actors
	const own = await recovered(shell, org, lead)
	const other = await recovered(shell, org, checker)
	const lift = (recoveryId: string) =>
		liftHold(shell, lead, shell.newId(), { recoveryId, password: PASSWORD })
	expect(await lift(own)).toMatchObject({ ok: false, reason: { problem: 'own-request' } })
	expect(await lift(other)).toMatchObject({ ok: false, reason: { code: 'held-after-recovery' } })
})

test('T50 neither administrator recovers the other alone: the audit administrator is the second there', async () => {
	const { shell, org } = await ground()
	const {
		systemAdministrator: system,
		securityAdministrator: security,
		auditAdministrator: audit,
	} = org.actors
	for (const [asks, person] of [
		[system, security],
		[security, system],
	] as const) {
		const { recoveryId } = must(await ask(shell, asks, person)).value
		expect((await confirmed(shell, asks, recoveryId)).answer).toMatchObject({ ok: false })
		expect((await confirmed(shell, person, recoveryId)).answer).toMatchObject({ ok: false })
		expect(await shell.db.oneTimeLink.count({ where: { accountId: person.accountId } })).toBe(0)
		must((await confirmed(shell, audit, recoveryId)).answer)
	}
	expect(await ask(shell, system, system)).toMatchObject({ reason: { problem: 'own-request' } })
	expect(await ask(shell, security, org.actors.signer)).toMatchObject({ reason: { code: 'not-permitted' } })
})

test('T50 a link from before a grant opens nothing once its holder signs', async () => {
	const { shell, org } = await ground()
	const { reviewer, systemAdministrator, securityAdministrator } = org.actors
	const { tokenSha256 } = newLinkToken()
	must(await issuePasswordLink(shell, systemAdministrator, shell.newId(), reviewer.accountId, tokenSha256))
	expect(await readPasswordLink(shell, tokenSha256)).not.toBeNull()
	const grant = {
		personId: reviewer.personId,
		organId: org.organs.justice,
		unitId: null,
		role: 'signing-officer' as const,
	}
	const { postId } = must(await requestGrant(shell, securityAdministrator, shell.newId(), grant)).value
	must(await decideGrant(shell, systemAdministrator, shell.newId(), postId, 'confirmed'))
	expect(await setPasswordByLink(shell, tokenSha256, PASSWORD)).toMatchObject({
		ok: false,
		reason: { code: 'link-spent' },
	})
})

test('T08 a link that was put into the table beside the tool opens nothing', async () => {
	const { shell, org } = await ground()
	for (const [purpose, actor] of [
		['password', org.actors.drafter],
		['recovery', org.actors.signer],
		['installation', org.actors.signer],
	] as const) {
		const { tokenSha256 } = newLinkToken()
		await shell.db.oneTimeLink.create({
			data: {
				tokenSha256,
				purpose,
				jurisdictionId: org.jurisdictionId,
				accountId: actor.accountId,
				createdAt: shell.now(),
				expiresAt: new Date(shell.now().getTime() + HOUR),
			},
		})
		expect(await readPasswordLink(shell, tokenSha256), purpose).toBeNull()
	}
})

test('a request is answered once, by somebody else than who asked; a declined one opens nothing', async () => {
	const { shell, org } = await ground()
	const { systemAdministrator: system, securityAdministrator: security, signer } = org.actors
	const { recoveryId } = must(await ask(shell, system, signer)).value
	expect(await ask(shell, system, signer)).toMatchObject({ reason: { problem: 'recovery-waits' } })
	expect(await ask(shell, system, org.actors.drafter)).toMatchObject({
		reason: { problem: 'needs-no-second-administrator' },
	})
	expect(await readRecoveryTasks(shell, security)).toMatchObject([{ task: 'confirm', person: 'signer' }])
	must(await declineRecovery(shell, security, shell.newId(), recoveryId))
	expect((await confirmed(shell, security, recoveryId)).answer).toMatchObject({
		reason: { problem: 'recovery-decided' },
	})
	expect(await shell.db.oneTimeLink.count()).toBe(0)
	expect(await readRecoveries(shell, security)).toMatchObject({ value: [{ standing: 'declined' }] })
	expect(await readRecoveries(shell, org.actors.head)).toMatchObject({ value: [] })
})

test('the database lets nobody confirm what they asked for', async () => {
	const { shell, org } = await ground()
	const { systemAdministrator, signer } = org.actors
	const { recoveryId } = must(await ask(shell, systemAdministrator, signer)).value
	const decision = { decidedBy: systemAdministrator.personId, decidedAt: shell.now(), linkSha256: 'x' }
	await expect(
		shell.db.accountRecovery.updateMany({ where: { id: recoveryId }, data: decision }),
	).rejects.toThrow()
})
