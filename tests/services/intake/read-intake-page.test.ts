import { expect, test } from 'vitest'
import { readIntakePage } from '#app/services/intake/read-intake-page.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { must, orderOn, readyMatter, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

test('each hand is shown the acts of its turn and no others', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const submitted = await submittedMatter(shell, org)
	const reviewing = await reviewingMatter(shell, org)
	const open = async (who: keyof typeof org.actors, matterId: string) =>
		must(await readIntakePage(shell, org.actors[who], matterId)).heading.open
	expect(await open('registrar', submitted)).toEqual([
		'matter.accepted',
		'supplement.requested',
		'matter.returned',
	])
	expect(await open('signer', submitted)).toEqual(['scope.excluded', 'objection.answered'])
	expect(await open('registrar', reviewing)).toEqual([])
	expect(await open('reviewer', reviewing)).toEqual([
		'opinion.saved',
		'opinion.sent-for-signature',
		'supplement.requested',
		'recusal.requested',
		'pause.requested',
		'clock.resumed',
		'match.corrected',
	])
	expect(await open('signer', reviewing)).toEqual([
		'counsel-hold.disposed',
		'matter.returned',
		'period.extended',
		'objection.answered',
	])
})

test('the page shows every paper of the checklist, the steps, and how many lists are left', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { registrar } = org.actors
	const matterId = await submittedMatter(shell, org)
	const page = must(await readIntakePage(shell, registrar, matterId))
	expect(page).toMatchObject({ missing: 0, roundsLeft: 2, supplements: [], isOverdue: false })
	expect(page.checklist.filter((row) => row.isRequired).every((row) => row.kind === 'file')).toBe(true)
	expect(page.steps).toHaveLength(6)
	must(
		await requestSupplement(shell, registrar, orderOn(shell, matterId), [
			{ what: '起草说明', reason: '缺页。' },
		]),
	)
	shell.setNow(new Date('2026-12-01T03:00:00.000Z'))
	expect(must(await readIntakePage(shell, registrar, matterId))).toMatchObject({
		roundsLeft: 1,
		isOverdue: true,
	})
})

test('a text that was never submitted does not exist for the review body', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	for (const who of ['registrar', 'lead', 'signer'] as const)
		expect(await readIntakePage(shell, org.actors[who], matterId)).toEqual({
			ok: false,
			reason: { code: 'not-found' },
		})
	expect(await readIntakePage(shell, org.actors.drafter, matterId)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})
