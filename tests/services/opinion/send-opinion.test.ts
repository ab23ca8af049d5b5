import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import { type JsonObject, canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { saveOpinion } from '#app/services/opinion/save-opinion.server.ts'
import { checkOpinion, sendOpinion, sendOpinionBack } from '#app/services/opinion/send-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { answerSupplement } from '#app/services/materials/answer-supplement.server.ts'
import { submitSupplement } from '#app/services/materials/submit-supplement.server.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { DRAFT_TEXT, matterOf, must, orderOn, uploadedText } from '#tests/support/drafting-steps.ts'
import { openTestShell, type TestShell } from '#tests/support/open-test-shell.ts'
import {
	bodyFor,
	checkedMatter,
	counselSays,
	MUST_ITEM,
	PASSWORD,
	reviewingMatter,
	saveBody,
	withPost,
} from '#tests/support/review-steps.ts'
import { seedOrganisation, type SampleOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

test('the reviewer’s paper is laid change onto change, and leaves the matter’s revision as it was', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	const { revision } = await matterOf(shell, org, matterId)
	must(await saveOpinion(shell, reviewer, orderOn(shell, matterId), { part: 'item', item: MUST_ITEM }))
	const conclusion = { part: 'conclusion', conclusion: 'amend', summary: '见意见条目。' } as const
	must(await saveOpinion(shell, reviewer, orderOn(shell, matterId), conclusion))
	const matter = await matterOf(shell, org, matterId)
	expect(JSON.parse(matter.opinionDrafts[0]?.body ?? '')).toMatchObject({
		items: [MUST_ITEM],
		conclusion: 'amend',
	})
	expect(matter.revision).toBe(revision)
})

test('only the assigned reviewer writes the opinion', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	for (const who of ['otherReviewer', 'checker', 'signer', 'lead', 'counsel', 'drafter'] as const) {
		const change = { part: 'item', item: MUST_ITEM } as const
		const answer = await saveOpinion(shell, org.actors[who], orderOn(shell, matterId), change)
		expect(answer).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
	}
})

test('[14] everything that an opinion lacks is refused as one list', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(
		await saveOpinion(shell, org.actors.reviewer, orderOn(shell, matterId), {
			part: 'item',
			item: { ...MUST_ITEM, ground: '' },
		}),
	)
	expect(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId))).toEqual({
		ok: false,
		reason: {
			code: 'transition-refused',
			state: 'reviewing',
			event: 'opinion.sent-for-signature',
			unmet: ['points-answered', 'steps-judged', 'items-complete', 'conclusion-chosen', 'counsel-heard'],
		},
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'opinion.sent-for-signature',
		outcome: 'refused',
		detail: { code: 'transition-refused', unmet: expect.arrayContaining(['counsel-heard']) },
	})
})

test('合法 beside an open mandatory item is not sent for signature', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful', [MUST_ITEM])))
	expect(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId))).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused', unmet: ['findings-agree'] },
	})
})

test('on a track that does not need counsel an opinion goes out without one', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org, ['other-document'])
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	must(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId)))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'signoff' })
})

test('what is out for signature is frozen by its hash, and open again once it is sent back in words', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, signer } = org.actors
	const matterId = await checkedMatter(shell, org)
	const frozen = (await matterOf(shell, org, matterId)).opinionDrafts[0]
	expect(frozen).toMatchObject({ checkedBy: org.actors.checker.personId })
	expect(frozen?.frozenSha256).toMatch(/^[0-9a-f]{64}$/)
	const change = { part: 'item', item: MUST_ITEM } as const
	expect((await saveOpinion(shell, reviewer, orderOn(shell, matterId), change)).ok).toBe(false)
	expect(await sendOpinionBack(shell, signer, orderOn(shell, matterId), ' ')).toMatchObject({
		reason: { field: 'words', problem: 'missing' },
	})
	must(await sendOpinionBack(shell, signer, orderOn(shell, matterId), '第三条请再核对。'))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'reviewing' })
	expect(matter.opinionDrafts[0]).toMatchObject({
		frozenSha256: null,
		checkedBy: null,
		sentBackText: '第三条请再核对。',
		sentBackBy: signer.personId,
	})
	expect(await noticesOf(shell, reviewer)).toContain('opinion.sent-back')
	must(await saveOpinion(shell, reviewer, orderOn(shell, matterId), change))
})

test('the reviewer cannot check their own opinion, though they hold the checker’s post', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	must(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId)))
	const both = await withPost(shell, org.actors.reviewer, 'checker')
	expect(await checkOpinion(shell, both, orderOn(shell, matterId))).toEqual({
		ok: false,
		reason: { code: 'not-separate', hand: 'checker', other: 'reviewer' },
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'opinion.checked',
		outcome: 'refused',
		detail: { code: 'not-separate', hand: 'checker', other: 'reviewer' },
	})
})

test('a paper that was changed behind the frame is not checked: its hash no longer fits', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	const body = await bodyFor(shell, org, matterId, 'lawful')
	must(await saveBody(shell, org, matterId, body))
	must(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId)))
	await byAnAct(shell, (tx) =>
		tx.opinionDraft.updateMany({
			where: { matterId },
			data: { body: JSON.stringify({ ...body, summary: '另一段话。' }) },
		}),
	)
	expect(await checkOpinion(shell, org.actors.checker, orderOn(shell, matterId))).toMatchObject({
		reason: { field: 'body', problem: 'not-as-frozen' },
	})
})

/** L1: 合法 over three points 存在问题, as it once cleared a matter. */
async function lawfulOverProblems(shell: TestShell, org: SampleOrganisation, matterId: string) {
	const body = await bodyFor(shell, org, matterId, 'lawful')
	return {
		...body,
		points: body.points.map((point, at) =>
			at < 3 ? { ...point, answer: 'problem' as const, note: '超越法定权限。' } : point,
		),
	}
}

test('L1: 合法 beside points 存在问题 is not sent, and the refusal names each', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await lawfulOverProblems(shell, org, matterId)))
	expect(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId))).toMatchObject({
		reason: {
			unmet: ['findings-agree'],
			contradictions: Array.from({ length: 3 }, () => ({ code: 'lawful-with-problem' })),
		},
	})
})

test('L1: nor is it checked or signed, where an older program sent it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { checker, signer } = org.actors
	const matterId = await checkedMatter(shell, org)
	const body = JSON.stringify(await lawfulOverProblems(shell, org, matterId))
	await byAnAct(shell, (tx) =>
		tx.opinionDraft.updateMany({
			where: { matterId },
			data: { body, frozenSha256: sha256Hex(canonicalJson(JSON.parse(body) as JsonObject)) },
		}),
	)
	const refused = { reason: { unmet: ['findings-agree'] } }
	expect(await signOpinion(shell, signer, orderOn(shell, matterId), { password: PASSWORD })).toMatchObject(
		refused,
	)
	await byAnAct(shell, (tx) =>
		tx.opinionDraft.updateMany({ where: { matterId }, data: { checkedBy: null, checkedAt: null } }),
	)
	expect(await checkOpinion(shell, checker, orderOn(shell, matterId))).toMatchObject(refused)
})

test('an item is kept with the review points that it cites, in the order of the text', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const later = { ...MUST_ITEM, id: 'later', anchor: 'art-10', place: '第十条' }
	const matterId = await checkedMatter(shell, org, 'amend', [later, MUST_ITEM])
	must(await signOpinion(shell, org.actors.signer, orderOn(shell, matterId), { password: PASSWORD }))
	const [opinion] = (await matterOf(shell, org, matterId)).opinions
	expect(opinion?.items).toMatchObject([
		{ position: 1, place: '第三条', points: ['document-no-burden'] },
		{ position: 2, place: '第十条', points: ['document-no-burden'] },
	])
	expect(opinion?.points).toContainEqual({ point: 'document-no-burden', answer: 'problem' })
})

test('counsel are heard on a text, not on a round: one that a supplement changed is put before them again', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { reviewer, drafter, counsel } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	const supplement = async (change: () => Promise<void>) => {
		const list = [{ what: '起草说明', reason: '没有写明依据。' }]
		must(await requestSupplement(shell, reviewer, orderOn(shell, matterId), list))
		await change()
		const answers = [{ position: 1, text: '已补正。' }]
		must(await answerSupplement(shell, drafter, orderOn(shell, matterId), answers))
		must(await submitSupplement(shell, drafter, orderOn(shell, matterId)))
	}
	const isAskedOfCounsel = async () =>
		(await readWorklist(shell, counsel, null)).items.some((item) => item.matterId === matterId)
	const gateOnCounsel = async () =>
		must(await readMatterPage(shell, drafter, matterId)).rules.find(({ id }) => id === 'H3')
	await supplement(async () => {})
	expect(await isAskedOfCounsel()).toBe(false)
	expect(await gateOnCounsel()).toMatchObject({ status: 'met', fact: 'counsel-heard' })
	const { title } = await matterOf(shell, org, matterId)
	await supplement(() => uploadedText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　附则。`, title))
	expect(await isAskedOfCounsel()).toBe(true)
	expect(await gateOnCounsel()).toMatchObject({ status: 'unmet', fact: 'counsel-not-heard' })
	expect(await sendOpinion(shell, reviewer, orderOn(shell, matterId))).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused', unmet: ['counsel-heard'] },
	})
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	must(await sendOpinion(shell, reviewer, orderOn(shell, matterId)))
})
