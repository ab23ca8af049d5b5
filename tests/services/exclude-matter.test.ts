import { expect, test } from 'vitest'
import { excludeMatter } from '#app/services/exclude-matter.server.ts'
import { matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { givePassword, PASSWORD } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds } from '#tests/support/trail-reading.ts'

const GIVEN = { reasonCode: 'work-plan', words: '属年度工作安排，不设定权利义务。', password: PASSWORD }

test('out of scope is signed, on exactly this text, with a clearance of its own kind', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	await givePassword(shell, org.actors.signer)
	const { number } = must(
		await excludeMatter(shell, org.actors.signer, orderOn(shell, matterId), GIVEN),
	).value
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'out-of-scope', reasonCode: 'work-plan', dueOn: null })
	expect(matter.clearances).toMatchObject([
		{
			kind: 'out-of-scope',
			number,
			opinionId: null,
			explanation: GIVEN.words,
			contentSha256: matter.currentVersion?.contentSha256,
			standing: { state: 'valid' },
		},
	])
	expect(matter.live?.clearanceId).toBe(matter.clearances[0]?.id)
	expect((await entryKinds(shell, `matter/${matterId}`)).slice(-2)).toEqual([
		'scope.excluded',
		'clearance.issued',
	])
})

test('a reason from another list, missing words and a wrong password leave no clearance behind', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	await givePassword(shell, org.actors.signer)
	for (const [given, reason] of [
		[
			{ ...GIVEN, reasonCode: 'not-consulted' },
			{ code: 'unfitting', field: 'reasonCode', problem: 'missing' },
		],
		[
			{ ...GIVEN, words: '' },
			{ code: 'unfitting', field: 'words', problem: 'missing' },
		],
		[
			{ ...GIVEN, password: 'not mine' },
			{ code: 'wrong-password', triesLeft: 4 },
		],
	] as const)
		expect(await excludeMatter(shell, org.actors.signer, orderOn(shell, matterId), given)).toEqual({
			ok: false,
			reason,
		})
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'submitted',
		clearances: [],
		live: null,
	})
})

test('nobody but the signing officer says that a matter is out of scope', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	for (const who of ['registrar', 'lead', 'reviewer', 'secretary', 'head'] as const) {
		const answer = await excludeMatter(shell, org.actors[who], orderOn(shell, matterId), GIVEN)
		expect(answer.ok).toBe(false)
	}
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'submitted', live: null })
})
