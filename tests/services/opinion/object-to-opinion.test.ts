import { expect, test } from 'vitest'
import {
	answerObjection,
	fileObjection,
	readObjectionPage,
} from '#app/services/opinion/object-to-opinion.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { noticesOf } from '#tests/support/trail-reading.ts'

const OBJECTION = { basis: '《行政许可法》第十七条', words: '第三条要求的证明由省条例规定。' }

async function objectedMatter(conclusion: 'amend' | 'unlawful' = 'amend') {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org, conclusion)
	const { head, signer } = org.actors
	const file = (given = OBJECTION) => fileObjection(shell, head, orderOn(shell, matterId), given)
	const answer = (isGranted: boolean) =>
		answerObjection(shell, signer, orderOn(shell, matterId), { isGranted, words: '经复核答复如下。' })
	return { shell, org, matterId, file, answer }
}

test('[20] an objection names its legal basis, is the signing officer’s turn, and the opinion stands meanwhile', async () => {
	const { shell, org, matterId, file } = await objectedMatter('unlawful')
	expect(await file({ ...OBJECTION, basis: ' ' })).toMatchObject({ reason: { field: 'basis' } })
	const before = await matterOf(shell, org, matterId)
	must(await file())
	const after = await matterOf(shell, org, matterId)
	expect(after).toMatchObject({ state: 'not-passed', clearances: [], live: null })
	expect(after.opinions).toEqual(before.opinions)
	const { items } = await readWorklist(shell, org.actors.signer, null)
	expect(items.find((item) => item.matterId === matterId)?.turn).toMatchObject({
		act: 'objection.answered',
		reason: 'objection-filed',
	})
	expect(await file()).toMatchObject({ reason: { unmet: ['objection-is-not-open'] } })
})

test('[20] it is in time for three working days, and answered within three', async () => {
	const { shell, org, matterId, file } = await objectedMatter()
	// Signed on Monday 23 November: Tuesday, Wednesday, Thursday.
	shell.setNow(new Date('2026-11-26T08:00:00.000Z'))
	const { head } = org.actors
	expect(must(await readObjectionPage(shell, head, matterId))).toMatchObject({
		until: '2026-11-26',
		isTooLate: false,
	})
	must(await file())
	expect(must(await readObjectionPage(shell, head, matterId)).lines).toMatchObject([
		{ ...OBJECTION, answerBy: '2026-12-01', answer: null },
	])
	const late = await objectedMatter()
	late.shell.setNow(new Date('2026-11-27T01:00:00.000Z'))
	expect(await late.file()).toMatchObject({ reason: { problem: 'too-late-to-object' } })
})

test('[20] not granted, the opinion stands and the leaders are told; granted, they are not', async () => {
	const { shell, org, matterId, file, answer } = await objectedMatter()
	must(await file())
	must(await answer(false))
	expect(await noticesOf(shell, org.actors.leader)).toContain('objection.answered')
	expect(await noticesOf(shell, org.actors.head)).toContain('objection.answered')
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'revising', live: null })
	must(await file())
	await shell.db.notice.deleteMany()
	must(await answer(true))
	expect(await noticesOf(shell, org.actors.leader)).not.toContain('objection.answered')
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'revising', live: null })
	expect(await answer(true)).toMatchObject({ reason: { unmet: ['objection-is-open'] } })
})

test('[20] only the drafting head objects, only the signing officer answers, and to nothing that is not decided', async () => {
	const { shell, org, matterId, file } = await objectedMatter()
	const { drafter, lead, head } = org.actors
	expect(await fileObjection(shell, drafter, orderOn(shell, matterId), OBJECTION)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	must(await file())
	const given = { isGranted: true, words: '同意。' }
	expect(await answerObjection(shell, lead, orderOn(shell, matterId), given)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	const submitted = await submittedMatter(shell, org)
	expect(await fileObjection(shell, head, orderOn(shell, submitted), OBJECTION)).toMatchObject({ ok: false })
})
