import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import type { RecheckVerdict } from '#app/domain/opinion/reply.ts'
import { refuseRecheck, signRecheck } from '#app/services/recheck/decide-recheck.server.ts'
import { failRecheck, openNewRound, proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { readRecheckPage } from '#app/services/recheck/read-recheck-pages.server.ts'
import { matterOf, must, orderOn, uploadedText, DRAFT_TEXT } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import {
	PASSWORD,
	recheckMatter,
	replyToAll,
	signedMatter,
	withPost,
	givePassword,
} from '#tests/support/review-steps.ts'
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
		note: '已逐条核对。',
		items: items.map((item) => ({ opinionItemId: item.id, verdict, note })),
		steps: [],
	}
}

const WHOLE_READING = { around: '1', kind: null, nature: null, mark: null, part: null, at: null } as const

const SIGNED = { explanation: '', password: PASSWORD }

test('[22] every mandatory item settled and signed: the revised text is cleared, and only it', async () => {
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
	const nothing = { kind: 'revision', note: '已核对。', items: [], steps: [] } as const
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

test('[24] a retained item is signed only with an explanation, which the clearance carries to the agenda', async () => {
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

test('[23] changes beyond the items open a new round under the same number, with half the period', async () => {
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
	const nothing = { kind: 'revision', note: '已核对。', items: [], steps: [] } as const
	expect(await proposeRecheck(shell, reviewer, orderOn(shell, matterId), nothing)).toMatchObject({
		reason: { unmet: ['items-settled'] },
	})
})

const OTHER_TEXT = [
	'青禾区高素质农民认定管理办法（试行）',
	'第一条　未取得许可证的，不得经营。',
	'第二条　违反前条的，处五万元罚款。',
	'第三条　罚款由街道办事处收取。',
].join('\n')

/** L1b: a matter in re-check whose revised text is this one; the reviewer ticks everything as settled. */
async function recheckOf(shell: TestShell, org: SampleOrganisation, text: string) {
	const matterId = await signedMatter(shell, org, 'amend')
	await uploadedText(shell, org, matterId, text)
	await replyToAll(shell, org, matterId)
	must(await submitRevision(shell, org.actors.drafter, orderOn(shell, matterId)))
	const propose = async () =>
		proposeRecheck(
			shell,
			org.actors.reviewer,
			orderOn(shell, matterId),
			await verdicts(shell, org, matterId, 'settled'),
		)
	return { matterId, propose }
}

test('L1b: a wholly other text is not cleared by a re-check: the command refuses it and names the places', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer } = org.actors
	const { matterId, propose } = await recheckOf(shell, org, OTHER_TEXT)
	expect(await propose()).toMatchObject({ reason: { code: 'changed-beyond-items', kind: 'revision' } })
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'recheck.proposed',
		outcome: 'refused',
	})
	const page = must(await readRecheckPage(shell, reviewer, matterId, WHOLE_READING))
	expect(page.beyond?.map(({ place }) => place)).toContain('第二条')
	const round = { kind: 'revision', note: '意见之外改动很大。', items: [], steps: [] } as const
	must(await openNewRound(shell, reviewer, orderOn(shell, matterId), round))
	expect((await matterOf(shell, org, matterId)).state).toBe('reviewing')
})

test('L1b: one word in another 条 than the item names is beyond it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const fresh = DRAFT_TEXT.replace('和培训证明', '').replace('认定和服务', '认定和收费')
	const { propose } = await recheckOf(shell, org, fresh)
	expect(await propose()).toMatchObject({
		reason: { code: 'changed-beyond-items', count: 1, places: [{ place: '第二条' }] },
	})
})

test('an item that is ticked as settled and was not touched is refused', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { propose } = await recheckOf(shell, org, DRAFT_TEXT.replace('（试行）', '(试行)'))
	expect(await propose()).toMatchObject({ reason: { code: 'settled-unchanged', places: ['第三条'] } })
})

test('L1b: what an older program proposed beyond the items is not signed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, signer } = org.actors
	const { matterId } = await recheckOf(shell, org, OTHER_TEXT)
	const { opinions, currentVersion } = await matterOf(shell, org, matterId)
	const recheckId = shell.newId()
	await byAnAct(shell, (tx) =>
		tx.recheck.create({
			data: {
				jurisdictionId: org.jurisdictionId,
				id: recheckId,
				matterId,
				opinionId: opinions[0]?.id ?? '',
				versionId: currentVersion?.id ?? '',
				contentSha256: currentVersion?.contentSha256 ?? '',
				kind: 'revision',
				result: 'proposed',
				note: '',
				reviewerId: reviewer.personId,
				proposedAt: shell.now(),
			},
		}),
	)
	await byAnAct(shell, (tx) =>
		tx.recheckItem.create({
			data: {
				jurisdictionId: org.jurisdictionId,
				recheckId,
				opinionItemId: opinions[0]?.items[0]?.id ?? '',
				verdict: 'settled',
				note: '',
			},
		}),
	)
	await byAnAct(shell, (tx) =>
		tx.matter.updateMany({ where: { id: matterId }, data: { awaitingSignature: true } }),
	)
	expect(await signRecheck(shell, signer, orderOn(shell, matterId), SIGNED)).toMatchObject({
		reason: { code: 'changed-beyond-items' },
	})
})

/** L1b: a cleared text that was changed and sent in as 文字性勘误. */
async function correctionOf(shell: TestShell, org: SampleOrganisation, text: string) {
	const matterId = await signedMatter(shell, org)
	const { title } = await matterOf(shell, org, matterId)
	await uploadedText(shell, org, matterId, text, title)
	must(await submitRevision(shell, org.actors.drafter, orderOn(shell, matterId)))
	return (note: string) =>
		proposeRecheck(shell, org.actors.reviewer, orderOn(shell, matterId), {
			kind: 'correction',
			note,
			items: [],
			steps: [],
		})
}

test('L1b: 文字性勘误 of a text that says something else is refused', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	for (const text of [OTHER_TEXT, DRAFT_TEXT.replace('二年', '三年'), DRAFT_TEXT.replace('服务', '指导')]) {
		const propose = await correctionOf(shell, org, text)
		expect(await propose('改正错别字。')).toMatchObject({
			reason: { code: 'changed-beyond-items', kind: 'correction' },
		})
	}
})

test('文字性勘误 of punctuation passes, and never without a word', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const propose = await correctionOf(shell, org, DRAFT_TEXT.replace('工作，结合', '工作、结合'))
	expect(await propose('')).toMatchObject({ reason: { field: 'note', problem: 'missing' } })
	must(await propose('第一条逗号误作顿号。'))
})
