import { expect, test } from 'vitest'
import { readAssignPage } from '#app/services/intake/read-assign-page.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('the lead sees each candidate with their open matters, and why somebody cannot be chosen', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { lead, reviewer, otherReviewer, counsel, otherCounsel } = org.actors
	await reviewingMatter(shell, org, ['other-document'])
	const matterId = await reviewingMatter(shell, org)
	await shell.db.post.create({
		data: {
			jurisdictionId: org.jurisdictionId,
			id: shell.newId(),
			personId: otherReviewer.personId,
			organId: org.organs.agriculture,
			unitId: org.units.planning,
			role: 'drafter',
			state: 'active',
			requestedAt: shell.now(),
			confirmedAt: shell.now(),
		},
	})
	const page = must(await readAssignPage(shell, lead, matterId))
	expect(page.reviewers).toMatchObject([
		{ personId: reviewer.personId, openMatters: 2, isAssigned: true, whyNot: null },
		{
			personId: otherReviewer.personId,
			openMatters: 0,
			isAssigned: false,
			whyNot: { code: 'unfitting', problem: 'of-drafting-unit' },
		},
	])
	expect(page.counsel).toMatchObject([
		{ personId: counsel.personId, isAssigned: true, openMatters: 2 },
		{ personId: otherCounsel.personId, isAssigned: false, whyNot: null },
	])
})

test('nobody but the lead opens the assignment page', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await reviewingMatter(shell, org)
	for (const who of ['reviewer', 'signer', 'drafter', 'counsel'] as const)
		expect(await readAssignPage(shell, org.actors[who], matterId)).toMatchObject({
			reason: { code: 'not-permitted' },
		})
	expect(await readAssignPage(shell, org.actors.otherDrafter, matterId)).toEqual({
		ok: false,
		reason: { code: 'not-found' },
	})
})
