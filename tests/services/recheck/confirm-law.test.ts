import { expect, test } from 'vitest'
import { loadDossier } from '#app/db/load-dossier.server.ts'
import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { confirmLaw, readLawPage } from '#app/services/recheck/confirm-law.server.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { assignCounsel, assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	readyMatter,
	uploadedText,
} from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import {
	PASSWORD,
	bodyFor,
	counselSays,
	givePassword,
	hasNoInterest,
	saveBody,
} from '#tests/support/review-steps.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { putInOfRelease } from '#seeds/reference/load-reference.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry } from '#tests/support/trail-reading.ts'

const TEXT = DRAFT_TEXT.replace('结合本区实际', '根据《中华人民共和国农业技术推广法》')
const LAW = '《农业技术推广法》（2026-12-01）'

/** A text that cites a law, cleared on 2026-11-23; the table of statutes has its revision for 2026-12-01. */
async function clearedBefore() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const body = { title: '农业技术推广法', isRevision: true, ends: [], endingArticle: null }
	await putInOfRelease(shell.db, [
		{
			kind: 'statute',
			code: body.title,
			effectiveFrom: '2026-12-01',
			body: JSON.stringify({ ...body, inForceFrom: '2026-12-01' }),
			source: '示例',
			mark: 'verified',
			lastChecked: '2026-11-23',
		},
	])
	const { head, drafter, registrar, lead, reviewer, checker, signer, counsel } = org.actors
	const matterId = await readyMatter(shell, org)
	const order = () => orderOn(shell, matterId)
	await uploadedText(shell, org, matterId, TEXT)
	must(await prepareSubmission(shell, drafter, order()))
	must(await submitMatter(shell, head, order()))
	must(await acceptMatter(shell, registrar, order()))
	must(await assignReviewer(shell, lead, order(), reviewer.personId))
	must(await assignCounsel(shell, lead, order(), counsel.personId))
	await hasNoInterest(shell, counsel, matterId)
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	must(await sendOpinion(shell, reviewer, order()))
	must(await checkOpinion(shell, checker, order()))
	await givePassword(shell, signer)
	must(await signOpinion(shell, signer, order(), { password: PASSWORD }))
	const standing = async () => {
		const matter = await matterOf(shell, org, matterId)
		const dossier = await loadDossier(shell.db, shell.clearanceKey.verify, matter, shell.now())
		return evaluateGate(dossier).rules.find((rule) => rule.id === 'H11')
	}
	const confirm = (actor = signer) =>
		confirmLaw(shell, actor, order(), { words: '修订没有改动所引条款。', password: PASSWORD })
	return { shell, matterId, standing, confirm, ...org.actors }
}

test('[28] a cleared text is stale from the day on which a law that it cites reads otherwise, and the gate names it', async () => {
	const { shell, standing } = await clearedBefore()
	expect(await standing()).toMatchObject({
		status: 'met',
		fact: 'opinion-stands',
		figures: { reaches: '2026-08-15' },
	})
	shell.setNow(new Date('2026-11-30T01:30:00.000Z'))
	expect(await standing()).toMatchObject({ status: 'met' })
	shell.setNow(new Date('2026-12-01T01:30:00.000Z'))
	expect(await standing()).toMatchObject({
		status: 'unmet',
		fact: 'law-changed',
		figures: { laws: LAW, reaches: '2026-12-01' },
	})
})

test('[28] the signing officer confirms by name that the conclusion stands; nobody else, and not ahead', async () => {
	const { shell, matterId, standing, confirm, reviewer, drafter, signer } = await clearedBefore()
	expect(await confirm()).toMatchObject({ reason: { problem: 'law-unchanged' } })
	shell.setNow(new Date('2026-12-02T01:30:00.000Z'))
	expect(await confirm(reviewer)).toMatchObject({ reason: { code: 'not-permitted' } })
	expect(must(await readLawPage(shell, signer, matterId))).toMatchObject({ open: [LAW], mayConfirm: true })
	must(await confirm())
	expect(await standing()).toMatchObject({ status: 'met', fact: 'opinion-stands' })
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ kind: 'law.confirmed' })
	expect(must(await readLawPage(shell, drafter, matterId))).toMatchObject({
		open: [],
		all: [LAW],
		mayConfirm: false,
	})
	expect(await confirm()).toMatchObject({ reason: { problem: 'law-unchanged' } })
	await expect(shell.db.$executeRawUnsafe('delete from law_confirmation')).rejects.toThrow()
})

test('without a table of statutes it is not verified, and nothing is said to be unchanged', async () => {
	const { shell, standing } = await clearedBefore()
	await tearDownWalls(shell.url)
	await runRaw(shell.url, "delete from reference_entry where kind = 'statute'")
	expect((await standing())?.fact).not.toBe('opinion-stands')
})
