import { expect, test } from 'vitest'
import { assignCounsel } from '#app/services/intake/assign-reviewer.server.ts'
import { readAssignPage } from '#app/services/intake/read-assign-page.server.ts'
import { releaseCounsel } from '#app/services/intake/release-counsel.server.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signCounselOpinion } from '#app/services/opinion/sign-counsel-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import { answerSupplement } from '#app/services/materials/answer-supplement.server.ts'
import { submitSupplement } from '#app/services/materials/submit-supplement.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { DRAFT_TEXT, matterOf, must, orderOn, uploadedText } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import {
	PASSWORD,
	bodyFor,
	counselSays,
	givePassword,
	hasNoInterest,
	reviewingMatter,
	saveBody,
} from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

/** A matter in review with two counsel, of whom the first has written. */
async function withTwoCounsel() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { lead, otherCounsel, reviewer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	must(await assignCounsel(shell, lead, orderOn(shell, matterId), otherCounsel.personId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful', [])))
	const send = () => sendOpinion(shell, reviewer, orderOn(shell, matterId))
	const release = (personId: string, words = '已另行咨询，不再需要。') =>
		releaseCounsel(shell, lead, orderOn(shell, matterId), { personId, words })
	return { shell, org, matterId, send, release }
}

async function writes(
	{ shell, org, matterId }: Pick<Awaited<ReturnType<typeof withTwoCounsel>>, 'shell' | 'org' | 'matterId'>,
	conclusion: Conclusion,
) {
	const { otherCounsel } = org.actors
	await hasNoInterest(shell, otherCounsel, matterId)
	return signCounselOpinion(shell, otherCounsel, orderOn(shell, matterId), {
		hasNoConflict: true,
		conclusion,
		text: '第三条应当修改。',
	})
}

async function paperOf(shell: TestShell, matterId: string): Promise<string> {
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: { matterId, kind: 'opinion' } })
	return paper.content
}

const WAITS = { reason: { code: 'transition-refused', unmet: ['counsel-complete'] } }

test('with two counsel nothing is sent for signature until both have written', async () => {
	const made = await withTwoCounsel()
	expect(await made.send()).toMatchObject(WAITS)
	must(await writes(made, 'lawful'))
	expect((await made.send()).ok).toBe(true)
})

test('who has not declared an interest yet is waited for as well', async () => {
	const { shell, org, send, matterId } = await withTwoCounsel()
	await hasNoInterest(shell, org.actors.otherCounsel, matterId)
	expect(await send()).toMatchObject(WAITS)
})

test('the lead lets counsel go with a reason: they see the matter no more, and the opinion prints it', async () => {
	const { shell, org, send, release, matterId } = await withTwoCounsel()
	const { otherCounsel, checker, signer, lead, reviewer } = org.actors
	expect(await release(otherCounsel.personId, ' ')).toMatchObject({ reason: { problem: 'missing' } })
	must(await release(otherCounsel.personId))
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'counsel.released',
		detail: { person: otherCounsel.personId, words: '已另行咨询，不再需要。' },
	})
	expect(await noticesOf(shell, reviewer)).toContain('counsel.released')
	expect(await noticesOf(shell, otherCounsel)).toEqual(['counsel.assigned', 'counsel.released'])
	expect(await readMatterPage(shell, otherCounsel, matterId)).toMatchObject({ reason: { code: 'not-found' } })
	const page = must(await readAssignPage(shell, lead, matterId))
	expect(page.counsel.filter(({ isAwaited }) => isAwaited)).toEqual([])
	must(await send())
	must(await checkOpinion(shell, checker, orderOn(shell, matterId)))
	await givePassword(shell, signer)
	must(await signOpinion(shell, signer, orderOn(shell, matterId), { password: PASSWORD }))
	expect(await paperOf(shell, matterId)).toContain(
		`${otherCounsel.name}经审查机构负责人同意，本轮免于出具书面意见，理由：已另行咨询，不再需要。`,
	)
})

test('who has written cannot be let go, nor who was never assigned, and nobody but the lead does it', async () => {
	const { shell, org, release, matterId } = await withTwoCounsel()
	const { counsel, signer, reviewer, otherCounsel } = org.actors
	for (const person of [counsel, signer])
		expect(await release(person.personId)).toMatchObject({ reason: { code: 'unfitting', field: 'personId' } })
	const given = { personId: otherCounsel.personId, words: '不需要。' }
	expect(await releaseCounsel(shell, reviewer, orderOn(shell, matterId), given)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})

test('the opinion says in a row of its own who of counsel differs, from each other and from it', async () => {
	const made = await withTwoCounsel()
	const { shell, org, matterId } = made
	must(await writes(made, 'amend'))
	must(await made.send())
	must(await checkOpinion(shell, org.actors.checker, orderOn(shell, matterId)))
	await givePassword(shell, org.actors.signer)
	must(await signOpinion(shell, org.actors.signer, orderOn(shell, matterId), { password: PASSWORD }))
	const { counsel, otherCounsel } = org.actors
	const content = await paperOf(shell, matterId)
	expect(content).toContain(
		`以上书面意见结论不一致：${counsel.name}认为合法；${otherCounsel.name}认为应当予以修改。`,
	)
	expect(content).toContain(`与本意见书结论不同的：${otherCounsel.name}。`)
})

test('counsel who agree are said to agree', async () => {
	const made = await withTwoCounsel()
	const { shell, org, matterId } = made
	must(await writes(made, 'lawful'))
	must(await made.send())
	must(await checkOpinion(shell, org.actors.checker, orderOn(shell, matterId)))
	await givePassword(shell, org.actors.signer)
	must(await signOpinion(shell, org.actors.signer, orderOn(shell, matterId), { password: PASSWORD }))
	const content = await paperOf(shell, matterId)
	expect(content).toContain('以上2份书面意见结论一致。')
	expect(content).not.toContain('与本意见书结论不同的')
})

test('what counsel wrote on a text that a supplement changed is told, and not counted for the one that is signed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { counsel, reviewer, drafter, checker, signer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId, 'amend'))
	const list = [{ what: '起草说明', reason: '没有写明依据。' }]
	must(await requestSupplement(shell, reviewer, orderOn(shell, matterId), list))
	const { title } = await matterOf(shell, org, matterId)
	await uploadedText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　附则。`, title)
	const answers = [{ position: 1, text: '已补正。' }]
	must(await answerSupplement(shell, drafter, orderOn(shell, matterId), answers))
	must(await submitSupplement(shell, drafter, orderOn(shell, matterId)))
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful', [])))
	must(await sendOpinion(shell, reviewer, orderOn(shell, matterId)))
	must(await checkOpinion(shell, checker, orderOn(shell, matterId)))
	await givePassword(shell, signer)
	must(await signOpinion(shell, signer, orderOn(shell, matterId), { password: PASSWORD }))
	const content = await paperOf(shell, matterId)
	expect(content).toContain(`${counsel.name}的以上书面意见针对修改前的稿件，不计入对本稿的听取。`)
	for (const words of ['结论不一致', '结论一致', '与本意见书结论不同的']) expect(content).not.toContain(words)
})
