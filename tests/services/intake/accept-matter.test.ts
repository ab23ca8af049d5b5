import { expect, test } from 'vitest'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

test('[6] acceptance ends its own period and starts the review’s: ten working days for a normative document', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId)))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'accepted', dueOn: '2026-12-07' })
	expect(matter.deadlines).toMatchObject([
		{ kind: 'accept', endedAt: shell.now(), daysLeft: 2 },
		{ kind: 'review', startsOn: '2026-11-23', periodDays: 10, endedAt: null },
	])
	expect(await noticesOf(shell, org.actors.lead)).toEqual(['matter.accepted'])
	expect(await noticesOf(shell, org.actors.drafter)).toContain('matter.accepted')
})

test('only the registrar of the review body accepts, and a refused try is in the matter’s trail', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	for (const who of ['lead', 'reviewer', 'signer', 'head'] as const) {
		const answer = await acceptMatter(shell, org.actors[who], orderOn(shell, matterId))
		expect(answer).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
		expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
			kind: 'matter.accepted',
			outcome: 'refused',
			actorId: org.actors[who].personId,
		})
	}
})

test('what was accepted is not accepted again', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org)
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId)))
	const again = await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId))
	expect(again).toMatchObject({ ok: false, reason: { code: 'transition-refused', state: 'accepted' } })
})
