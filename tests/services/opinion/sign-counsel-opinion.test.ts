import { expect, test } from 'vitest'
import { loadDossier } from '#app/db/load-dossier.server.ts'
import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { disposeCounselHold } from '#app/services/opinion/dispose-counsel-hold.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { returnMatter } from '#app/services/intake/return-matter.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signCounselOpinion } from '#app/services/opinion/sign-counsel-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { DRAFT_TEXT, matterOf, must, orderOn, uploadedText } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import {
	bodyFor,
	counselSays,
	givePassword,
	PASSWORD,
	reviewingMatter,
	secondCounsel,
	saveBody,
} from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const GIVEN = { hasNoConflict: true, conclusion: 'lawful', text: '同意送审稿。' }

test('[13] counsel’s opinion is kept with the version it is on, and the reviewer is told', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await signCounselOpinion(shell, org.actors.counsel, orderOn(shell, matterId), GIVEN))
	const matter = await matterOf(shell, org, matterId)
	expect(matter.counselOpinions).toMatchObject([
		{
			personId: org.actors.counsel.personId,
			versionId: matter.currentVersionId,
			round: 1,
			conclusion: 'lawful',
			hasNoConflict: true,
		},
	])
	expect(await noticesOf(shell, org.actors.reviewer)).toContain('counsel-opinion.signed')
})

test('without the word that there is no conflict, a conclusion and a text, nothing is signed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	for (const [given, field] of [
		[{ ...GIVEN, hasNoConflict: false }, 'hasNoConflict'],
		[{ ...GIVEN, conclusion: 'perhaps' }, 'conclusion'],
		[{ ...GIVEN, text: ' ' }, 'text'],
	] as const) {
		const answer = await signCounselOpinion(shell, org.actors.counsel, orderOn(shell, matterId), given)
		expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field, problem: 'missing' } })
	}
})

test('for counsel of another matter this one does not exist', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	const answer = await signCounselOpinion(shell, org.actors.otherCounsel, orderOn(shell, matterId), GIVEN)
	expect(answer).toEqual({ ok: false, reason: { code: 'not-found' } })
	expect(await lastEntry(shell, `user/${org.actors.otherCounsel.personId}`)).toMatchObject({
		outcome: 'refused',
	})
})

test('counsel speak once about one text', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	expect(await counselSays(shell, org, matterId, 'unlawful')).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'conclusion', problem: 'already-signed' },
	})
})

test('a 不合法 of counsel is told to the signing officer, who alone disposes of it, once and in words', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { signer, reviewer, lead } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId, 'unlawful'))
	expect(await noticesOf(shell, signer)).toContain('counsel-opinion.signed')
	const counselOpinionId = (await matterOf(shell, org, matterId)).counselOpinions[0]?.id ?? ''
	const given = { counselOpinionId, text: '依据《农业法》第五十六条，所称上位法已经修改，现行规定允许。' }
	for (const who of [reviewer, lead])
		expect(await disposeCounselHold(shell, who, orderOn(shell, matterId), given)).toMatchObject({
			reason: { code: 'not-permitted' },
		})
	expect(
		await disposeCounselHold(shell, signer, orderOn(shell, matterId), { ...given, text: '' }),
	).toMatchObject({
		reason: { field: 'text', problem: 'missing' },
	})
	await secondCounsel(shell, org, matterId)
	must(await disposeCounselHold(shell, signer, orderOn(shell, matterId), given))
	expect((await matterOf(shell, org, matterId)).counselOpinions[0]?.disposition).toMatchObject({
		text: given.text,
		disposedBy: signer.personId,
	})
	expect(await disposeCounselHold(shell, signer, orderOn(shell, matterId), given)).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['counsel-hold-open'] },
	})
})

test('a new round forgets no 不合法 of counsel: it holds the signature until it is disposed of', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { drafter, head, registrar, lead, reviewer, checker, signer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId, 'unlawful'))
	const back = { reasonCode: 'papers-not-conforming', words: '退回补充。' }
	must(await returnMatter(shell, signer, orderOn(shell, matterId), back))
	await uploadedText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　附则。`)
	must(await prepareSubmission(shell, drafter, orderOn(shell, matterId)))
	must(await submitMatter(shell, head, orderOn(shell, matterId)))
	must(await acceptMatter(shell, registrar, orderOn(shell, matterId)))
	must(await assignReviewer(shell, lead, orderOn(shell, matterId), reviewer.personId))
	must(await counselSays(shell, org, matterId, 'lawful'))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	const send = () => sendOpinion(shell, reviewer, orderOn(shell, matterId))
	expect(await send()).toMatchObject({
		reason: { unmet: ['findings-agree'], contradictions: [{ code: 'lawful-against-counsel' }] },
	})
	const counselOpinionId = (await matterOf(shell, org, matterId)).counselOpinions[0]?.id ?? ''
	const given = { counselOpinionId, text: '已按顾问意见修改，依据《农业法》第五十六条，现行规定允许。' }
	must(await disposeCounselHold(shell, signer, orderOn(shell, matterId), given))
	must(await send())
	must(await checkOpinion(shell, checker, orderOn(shell, matterId)))
	await givePassword(shell, signer)
	must(await signOpinion(shell, signer, orderOn(shell, matterId), { password: PASSWORD }))
	const matter = await matterOf(shell, org, matterId)
	const dossier = await loadDossier(shell.db, shell.clearanceKey.verify, matter, shell.now())
	expect(evaluateGate(dossier).rules.find((rule) => rule.id === 'H3')).toMatchObject({
		status: 'signed-fact',
		fact: 'counsel-hold-disposed',
	})
})

test('L8 H3: 不采纳。 disposes of no 不合法 of counsel, nor do words without law or without a second counsel', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { signer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId, 'unlawful'))
	const counselOpinionId = (await matterOf(shell, org, matterId)).counselOpinions[0]?.id ?? ''
	const dispose = (text: string) =>
		disposeCounselHold(shell, signer, orderOn(shell, matterId), { counselOpinionId, text })
	const reasoned = '依据《农业法》第五十六条，所称上位法已经修改，现行规定允许。'
	for (const text of [
		'不采纳。',
		'经研究，本单位认为该意见理由不足，予以不采纳，特此说明情况。',
		'《农业法》第五十六条。',
	])
		expect(await dispose(text)).toMatchObject({ reason: { field: 'text', problem: 'no-law-cited' } })
	expect(await dispose(reasoned)).toMatchObject({ reason: { problem: 'no-second-counsel' } })
	await secondCounsel(shell, org, matterId)
	must(await dispose(reasoned))
	const [hold, second] = (await matterOf(shell, org, matterId)).counselOpinions
	expect(hold?.disposition?.text).toBe(reasoned)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'counsel-hold.disposed',
		detail: { counselOpinion: counselOpinionId, second: second?.id },
	})
})
