import { expect, test } from 'vitest'
import type { RecheckVerdict } from '#app/domain/opinion/reply.ts'
import { refuseRecheck, signRecheck } from '#app/services/recheck/decide-recheck.server.ts'
import { failRecheck, openNewRound, proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { matterOf, must, orderOn, uploadedText, DRAFT_TEXT } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, recheckMatter, replyToAll, withPost, givePassword } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'

async function verdicts(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	verdict: RecheckVerdict,
	note = '',
) {
	const items = (await matterOf(shell, org, matterId)).opinions.at(-1)?.items ?? []
	return {
		kind: 'revision' as const,
		note: '',
		items: items.map((item) => ({ opinionItemId: item.id, verdict, note })),
		steps: [],
	}
}

const SIGNED = { explanation: '', password: PASSWORD }

test('every mandatory item settled and signed: the revised text is cleared, and only it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, signer } = org.actors
	const matterId = await recheckMatter(shell, org)
	must(
		await proposeRecheck(
			shell,
			reviewer,
			orderOn(shell, matterId),
			await verdicts(shell, org, matterId, 'settled'),
		),
	)
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'recheck', awaitingSignature: true })
	expect(await noticesOf(shell, signer)).toContain('recheck.proposed')
	must(await signRecheck(shell, signer, orderOn(shell, matterId), SIGNED))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'cleared', awaitingSignature: false, dueOn: null })
	expect(matter.clearances).toMatchObject([
		{
			contentSha256: matter.currentVersion?.contentSha256,
			opinionId: matter.opinions[0]?.id,
			explanation: null,
		},
	])
	expect(matter.opinions[0]?.contentSha256).not.toBe(matter.currentVersion?.contentSha256)
	expect(matter.rechecks).toMatchObject([
		{ result: 'proposed', decision: 'signed', decidedBy: signer.personId },
	])
})

test('a mandatory item that is open keeps the proposal from being made', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, signer } = org.actors
	const matterId = await recheckMatter(shell, org)
	const nothing = { kind: 'revision', note: '', items: [], steps: [] } as const
	expect(await proposeRecheck(shell, reviewer, orderOn(shell, matterId), nothing)).toMatchObject({
		reason: { code: 'transition-refused', event: 'recheck.proposed', unmet: ['items-settled'] },
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'recheck.proposed',
		outcome: 'refused',
	})
	await givePassword(shell, signer)
	expect(await signRecheck(shell, signer, orderOn(shell, matterId), SIGNED)).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['recheck-awaits-signature', 'items-settled'] },
	})
})

test('a retained item is signed only with an explanation, which the clearance carries to the agenda', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, signer } = org.actors
	const matterId = await recheckMatter(shell, org, 'not-adopted')
	const retained = await verdicts(shell, org, matterId, 'retained', '理由成立，属合理性问题。')
	must(await proposeRecheck(shell, reviewer, orderOn(shell, matterId), retained))
	expect(await signRecheck(shell, signer, orderOn(shell, matterId), SIGNED)).toMatchObject({
		reason: { code: 'unfitting', field: 'explanation', problem: 'missing' },
	})
	const explanation = '第三条保留培训证明，省级文件另有要求。'
	must(await signRecheck(shell, signer, orderOn(shell, matterId), { explanation, password: PASSWORD }))
	expect((await matterOf(shell, org, matterId)).clearances).toMatchObject([{ explanation }])
})

test('what the drafter adopted cannot be retained', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await recheckMatter(shell, org)
	const retained = await verdicts(shell, org, matterId, 'retained', '保留。')
	expect(await proposeRecheck(shell, org.actors.reviewer, orderOn(shell, matterId), retained)).toMatchObject({
		reason: { code: 'unfitting', problem: 'was-adopted' },
	})
})

test('a re-check that fails gives the text back, and the same text cannot be sent in again', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, drafter } = org.actors
	const matterId = await recheckMatter(shell, org)
	const unsettled = await verdicts(shell, org, matterId, 'unsettled', '第三条仍要求证明。')
	must(await failRecheck(shell, reviewer, orderOn(shell, matterId), unsettled))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'revising', dueOn: '2026-12-07' })
	expect(await submitRevision(shell, drafter, orderOn(shell, matterId))).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['version-is-new-since-opinion'] },
	})
	await uploadedText(
		shell,
		org,
		matterId,
		DRAFT_TEXT.replace('第三条　申请认定的，应当提交申请表和培训证明。\n', ''),
	)
	must(await submitRevision(shell, drafter, orderOn(shell, matterId)))
})

test('the signing officer refuses a proposal in words, and nothing is cleared', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, signer } = org.actors
	const matterId = await recheckMatter(shell, org)
	must(
		await proposeRecheck(
			shell,
			reviewer,
			orderOn(shell, matterId),
			await verdicts(shell, org, matterId, 'settled'),
		),
	)
	expect(await refuseRecheck(shell, signer, orderOn(shell, matterId), '')).toMatchObject({
		reason: { field: 'words' },
	})
	must(await refuseRecheck(shell, signer, orderOn(shell, matterId), '第三条的改动不足。'))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'revising', awaitingSignature: false, clearances: [] })
	expect(matter.rechecks).toMatchObject([{ decision: 'refused', decisionText: '第三条的改动不足。' }])
})

test('changes beyond the items open a new round under the same number, with half the period', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer } = org.actors
	const matterId = await recheckMatter(shell, org)
	const before = await matterOf(shell, org, matterId)
	const given = { kind: 'revision', note: '第二条也改了。', items: [], steps: [] } as const
	must(await openNewRound(shell, reviewer, orderOn(shell, matterId), given))
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'reviewing',
		round: 2,
		caseNumber: before.caseNumber,
		dueOn: '2026-11-30',
	})
	expect(
		await shell.db.reviewRound.findMany({ where: { matterId }, orderBy: { number: 'asc' } }),
	).toMatchObject([
		{ number: 1, cause: 'submitted' },
		{ number: 2, cause: 'changed-beyond-items' },
	])
})

test('the reviewer cannot sign what they proposed, though they hold the signing officer’s post', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer } = org.actors
	const matterId = await recheckMatter(shell, org)
	must(
		await proposeRecheck(
			shell,
			reviewer,
			orderOn(shell, matterId),
			await verdicts(shell, org, matterId, 'settled'),
		),
	)
	const both = await withPost(shell, reviewer, 'signing-officer')
	await givePassword(shell, both)
	expect(await signRecheck(shell, both, orderOn(shell, matterId), SIGNED)).toEqual({
		ok: false,
		reason: { code: 'not-separate', hand: 'signing-officer', other: 'reviewer' },
	})
})

test('a second revision after a failed one needs its own replies re-checked, not the old verdicts', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, signer, drafter } = org.actors
	const matterId = await recheckMatter(shell, org)
	must(
		await proposeRecheck(
			shell,
			reviewer,
			orderOn(shell, matterId),
			await verdicts(shell, org, matterId, 'settled'),
		),
	)
	must(await refuseRecheck(shell, signer, orderOn(shell, matterId), '请再改。'))
	await uploadedText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　本办法由区农业农村局负责解释。`)
	await replyToAll(shell, org, matterId)
	must(await submitRevision(shell, drafter, orderOn(shell, matterId)))
	const nothing = { kind: 'revision', note: '', items: [], steps: [] } as const
	expect(await proposeRecheck(shell, reviewer, orderOn(shell, matterId), nothing)).toMatchObject({
		reason: { unmet: ['items-settled'] },
	})
})
