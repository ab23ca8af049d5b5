import { expect, test } from 'vitest'
import { assignCounsel } from '#app/services/intake/assign-reviewer.server.ts'
import {
	readCounselPage,
	readDecisionPage,
	readHoldPage,
} from '#app/services/opinion/read-counsel-page.server.ts'
import { signCounselOpinion } from '#app/services/opinion/sign-counsel-opinion.server.ts'
import { must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { counselSays, hasNoInterest, reviewingMatter, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('counsel read their own opinion and not each other’s; the review body reads all', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { lead, counsel, otherCounsel, reviewer } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await assignCounsel(shell, lead, orderOn(shell, matterId), otherCounsel.personId))
	await hasNoInterest(shell, otherCounsel, matterId)
	must(await counselSays(shell, org, matterId))
	const given = { hasNoConflict: true, conclusion: 'amend', text: '第三条建议修改。' }
	must(await signCounselOpinion(shell, otherCounsel, orderOn(shell, matterId), given))
	const names = async (who: typeof counsel) =>
		must(await readCounselPage(shell, who, matterId)).opinions.map((opinion) => opinion.name)
	expect(await names(counsel)).toEqual(['counsel'])
	expect(await names(otherCounsel)).toEqual(['otherCounsel'])
	expect(await names(reviewer)).toEqual(['counsel', 'otherCounsel'])
})

test('the drafting unit reads neither counsel’s page nor the holds', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId, 'unlawful'))
	for (const who of [org.actors.drafter, org.actors.head]) {
		expect(await readCounselPage(shell, who, matterId)).toMatchObject({ reason: { code: 'not-permitted' } })
		expect(await readHoldPage(shell, who, matterId)).toMatchObject({ reason: { code: 'not-permitted' } })
	}
	expect(must(await readHoldPage(shell, org.actors.signer, matterId)).holds).toMatchObject([{ isOpen: true }])
})

test('before a revocation the signing officer sees which clearance falls', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	expect(must(await readDecisionPage(shell, org.actors.signer, matterId, 'opinion.revoked'))).toMatchObject({
		opinionNumber: '青司审〔2026〕1号',
		clearanceNumber: '青司审通〔2026〕1号',
	})
	expect(await readDecisionPage(shell, org.actors.reviewer, matterId, 'opinion.revoked')).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})
