import { expect, test } from 'vitest'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { returnMatter } from '#app/services/intake/return-matter.server.ts'
import { matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { noticesOf } from '#tests/support/trail-reading.ts'

const REASON = { reasonCode: 'not-consulted', words: '未按规定公开征求意见。' }

test('[5] the registrar returns a submission with a reason from the list, and its period ends', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	must(await returnMatter(shell, org.actors.registrar, orderOn(shell, matterId), REASON))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({
		state: 'returned',
		reasonCode: 'not-consulted',
		reasonText: REASON.words,
		dueOn: null,
	})
	expect(matter.deadlines.every((deadline) => deadline.endedAt !== null)).toBe(true)
	expect(await noticesOf(shell, org.actors.head)).toContain('matter.returned')
})

test('a reason that is not on the list of returns is refused, and so are missing words', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	for (const [given, field] of [
		[{ ...REASON, reasonCode: 'meeting-minutes' }, 'reasonCode'],
		[{ ...REASON, reasonCode: '' }, 'reasonCode'],
		[{ ...REASON, words: ' ' }, 'words'],
	] as const) {
		const answer = await returnMatter(shell, org.actors.registrar, orderOn(shell, matterId), given)
		expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field, problem: 'missing' } })
	}
})

test('in review only the signing officer returns, before acceptance only the registrar', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { registrar, signer } = org.actors
	const submitted = await submittedMatter(shell, org)
	const reviewing = await reviewingMatter(shell, org)
	for (const [matterId, who] of [
		[submitted, signer],
		[reviewing, registrar],
	] as const)
		expect(await returnMatter(shell, who, orderOn(shell, matterId), REASON)).toMatchObject({
			ok: false,
			reason: { code: 'not-permitted' },
		})
	must(await returnMatter(shell, signer, orderOn(shell, reviewing), REASON))
	expect(await matterOf(shell, org, reviewing)).toMatchObject({ state: 'returned' })
})

test('[4] a supplement that is not overdue is waited for; afterwards the matter goes back', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { registrar } = org.actors
	const matterId = await submittedMatter(shell, org)
	must(
		await requestSupplement(shell, registrar, orderOn(shell, matterId), [
			{ what: '起草说明', reason: '缺页。' },
		]),
	)
	const overdue = { reasonCode: 'supplement-overdue', words: '逾期未补正。' }
	shell.setNow(new Date('2026-11-30T03:00:00.000Z'))
	expect(await returnMatter(shell, registrar, orderOn(shell, matterId), overdue)).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'reasonCode', problem: 'not-overdue' },
	})
	shell.setNow(new Date('2026-12-01T03:00:00.000Z'))
	must(await returnMatter(shell, registrar, orderOn(shell, matterId), overdue))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'returned', supplementFrom: null })
})
