import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import { findSession } from '#app/services/account/find-session.server.ts'
import { confirmByCode } from '#app/services/account/one-time-code.server.ts'
import { confirmRecovery, requestRecovery } from '#app/services/account/recover-account.server.ts'
import { offerSecret, readSecondFactor, setSecondFactor } from '#app/services/account/second-factor.server.ts'
import { setPasswordByLink } from '#app/services/account/set-password.server.ts'
import { checkOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { newLinkToken } from '#app/services/organisation/manage-account.server.ts'
import { readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { findPersonFaults } from '#app/db/find-house-faults.server.ts'
import { must, orderOn } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, sentMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { codeOf, inSession, setUpCodes } from '#tests/support/second-factor-steps.ts'
import { entryKinds } from '#tests/support/trail-reading.ts'

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const checker = await inSession(shell, org.actors.checker)
	return { shell, org, checker }
}

const later = (shell: TestShell, minutes: number) =>
	shell.setNow(new Date(shell.now().getTime() + minutes * 60_000))

test('it takes one’s password and the first code of the telephone, gives ten spare codes once, and the person is told', async () => {
	const { shell, checker } = await ground()
	const { letters } = await offerSecret(shell, checker, 'checker')
	const code = codeOf(shell, letters)
	expect(await setSecondFactor(shell, checker, { password: 'wrong', oneTimeCode: code })).toMatchObject({
		ok: false,
		reason: { code: 'wrong-password' },
	})
	expect(await setSecondFactor(shell, checker, { password: PASSWORD, oneTimeCode: '000000' })).toMatchObject({
		ok: false,
		reason: { code: 'wrong-code' },
	})
	expect(await readSecondFactor(shell, checker)).toMatchObject({ isNeeded: true, setAt: null })
	const { spareCodes } = must(
		await setSecondFactor(shell, checker, { password: PASSWORD, oneTimeCode: code }),
	)
	expect(spareCodes).toHaveLength(10)
	expect(await readSecondFactor(shell, checker)).toMatchObject({ spareCodesLeft: 10 })
	expect((await readNotices(shell, checker)).map(({ kind }) => kind)).toEqual(['second-factor.set'])
	expect((await entryKinds(shell, `user/${checker.personId}`)).slice(1)).toEqual([
		'second-factor.set (refused)',
		'second-factor.set (refused)',
		'second-factor.set',
	])
	expect(await findPersonFaults(shell.db, checker.jurisdictionId)).toEqual([])
})

test('the database holds neither the secret nor a spare code, and the next offer is another secret', async () => {
	const { shell, checker } = await ground()
	const { letters, spareCodes } = await setUpCodes(shell, checker)
	const row = JSON.stringify(await shell.db.secondFactor.findFirstOrThrow())
	for (const secret of [letters, letters.replaceAll(' ', ''), ...spareCodes])
		expect(row).not.toContain(secret)
	const leaves = (await shell.db.auditEntry.findMany({ select: { leaf: true } })).map(({ leaf }) => leaf)
	expect(leaves.join()).not.toContain(spareCodes[0])
	expect((await offerSecret(shell, checker, 'checker')).letters).not.toBe(letters)
})

test('nothing is checked without a code of this session that is younger than ten minutes; the refusal is no act', async () => {
	const { shell, org, checker } = await ground()
	const matterId = await sentMatter(shell, org)
	const { letters } = await setUpCodes(shell, checker)
	const elsewhere = await inSession(shell, org.actors.checker)
	const check = (actor: Actor) => checkOpinion(shell, actor, orderOn(shell, matterId))
	for (const actor of [elsewhere, org.actors.checker])
		expect(await check(actor)).toMatchObject({ ok: false, reason: { code: 'code-needed' } })
	later(shell, 10)
	expect(await check(checker)).toMatchObject({ ok: false, reason: { code: 'code-needed' } })
	const refused = { kind: 'opinion.checked', outcome: 'refused' }
	expect(await shell.db.auditEntry.count({ where: refused })).toBe(0)
	must(await confirmByCode(shell, checker, codeOf(shell, letters)))
	expect(await check(checker)).toMatchObject({ ok: true })
})

test('a form that was refused for want of a code is sent again under its key', async () => {
	const { shell, org, checker } = await ground()
	const matterId = await sentMatter(shell, org)
	const { letters } = await setUpCodes(shell, checker)
	later(shell, 11)
	const order = orderOn(shell, matterId)
	expect(await checkOpinion(shell, checker, order)).toMatchObject({ ok: false })
	must(await confirmByCode(shell, checker, codeOf(shell, letters)))
	expect(await checkOpinion(shell, checker, order)).toMatchObject({ ok: true })
})

test('a code counts once, and a spare code once', async () => {
	const { shell, checker } = await ground()
	const { letters, spareCodes } = await setUpCodes(shell, checker)
	later(shell, 2)
	const code = codeOf(shell, letters)
	must(await confirmByCode(shell, checker, `${code.slice(0, 3)} ${code.slice(3)}`))
	expect(await confirmByCode(shell, checker, code)).toMatchObject({ reason: { code: 'wrong-code' } })
	const [spare = ''] = spareCodes
	must(await confirmByCode(shell, checker, spare.toLowerCase().replaceAll('-', '')))
	expect(await confirmByCode(shell, checker, spare)).toMatchObject({ reason: { code: 'wrong-code' } })
	expect(await readSecondFactor(shell, checker)).toMatchObject({ spareCodesLeft: 9 })
	expect((await entryKinds(shell, `user/${checker.personId}`)).slice(2)).toEqual([
		'session.confirmed',
		'session.confirmed (refused)',
		'session.confirmed',
		'session.confirmed (refused)',
	])
})

test('two requests with one code at the same moment: one is taken', async () => {
	const { shell, checker } = await ground()
	const { letters } = await setUpCodes(shell, checker)
	later(shell, 2)
	const code = codeOf(shell, letters)
	const answers = await Promise.all([1, 2, 3].map(() => confirmByCode(shell, checker, code)))
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
})

test('after five wrong codes the right one waits, too, in every session', async () => {
	const { shell, org, checker } = await ground()
	const { letters } = await setUpCodes(shell, checker)
	const elsewhere = await inSession(shell, org.actors.checker)
	later(shell, 2)
	for (let time = 0; time < 5; time += 1)
		expect(await confirmByCode(shell, checker, '000000')).toMatchObject({ reason: { code: 'wrong-code' } })
	for (const actor of [checker, elsewhere])
		expect(await confirmByCode(shell, actor, codeOf(shell, letters))).toMatchObject({
			reason: { code: 'too-many-tries' },
		})
})

test('another telephone takes a fresh code of the old one, and ends every other session', async () => {
	const { shell, org, checker } = await ground()
	const first = await setUpCodes(shell, checker)
	const elsewhere = await inSession(shell, org.actors.checker)
	later(shell, 11)
	const { letters } = await offerSecret(shell, checker, 'checker')
	const replace = () =>
		setSecondFactor(shell, checker, { password: PASSWORD, oneTimeCode: codeOf(shell, letters) })
	expect(await replace()).toMatchObject({ ok: false, reason: { code: 'code-needed' } })
	must(await confirmByCode(shell, checker, codeOf(shell, first.letters)))
	must(await replace())
	expect((await findSession(shell, elsewhere.sessionId ?? ''))?.isLive).toBe(false)
	expect((await findSession(shell, checker.sessionId ?? ''))?.isLive).toBe(true)
	later(shell, 11)
	expect(await confirmByCode(shell, checker, codeOf(shell, first.letters))).toMatchObject({ ok: false })
	expect(await confirmByCode(shell, checker, codeOf(shell, letters))).toMatchObject({ ok: true })
})

test('a recovery under two pairs of eyes ends the codes, and the trail says so', async () => {
	const { shell, org, checker } = await ground()
	await setUpCodes(shell, checker)
	const { systemAdministrator, securityAdministrator } = org.actors
	const asked = { accountId: checker.accountId, reason: '手机丢失，本人到场。' }
	const { recoveryId } = must(await requestRecovery(shell, systemAdministrator, shell.newId(), asked)).value
	const { tokenSha256 } = newLinkToken()
	must(await confirmRecovery(shell, securityAdministrator, shell.newId(), { recoveryId, tokenSha256 }))
	must(await setPasswordByLink(shell, tokenSha256, 'Quiet-River-7'))
	expect(await readSecondFactor(shell, checker)).toMatchObject({ setAt: null })
	expect(await entryKinds(shell, `user/${checker.personId}`)).toContain('second-factor.ended')
	expect(await findPersonFaults(shell.db, checker.jurisdictionId)).toEqual([])
})

test('a secret that was put into the table beside the tool makes no code, and is named', async () => {
	const { shell, org, checker } = await ground()
	await setUpCodes(shell, checker)
	const other = await inSession(shell, org.actors.signer)
	const { letters } = await setUpCodes(shell, other)
	const theirs = await shell.db.secondFactor.findFirstOrThrow({ where: { accountId: other.accountId } })
	await shell.db.secondFactor.updateMany({
		where: { accountId: checker.accountId },
		data: { secret: theirs.secret },
	})
	later(shell, 2)
	expect(await confirmByCode(shell, checker, codeOf(shell, letters))).toMatchObject({ ok: false })
	expect(await findPersonFaults(shell.db, checker.jurisdictionId)).toMatchObject([
		{ table: 'second_factor', problem: 'differs' },
	])
})

test('who has no second factor checks as before, while the house has set no day', async () => {
	const { shell, org, checker } = await ground()
	const matterId = await sentMatter(shell, org)
	expect(await checkOpinion(shell, checker, orderOn(shell, matterId))).toMatchObject({ ok: true })
})
