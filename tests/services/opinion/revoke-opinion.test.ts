import { expect, test } from 'vitest'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, recheckMatter, signedMatter } from '#tests/support/review-steps.ts'
import { listingOf } from '#tests/support/review-rows.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, noticesOf } from '#tests/support/trail-reading.ts'

const GIVEN = { reason: '依据引用有误，需要更正。', password: PASSWORD }

test('[15] revoking an opinion voids its clearance, takes the item off its agenda and opens the next round', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	const proposal = { presenter: '区农业农村局 王某某', minutes: '10', leaderId: '' }
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), proposal))
	const itemId = await listingOf(shell, org, matterId)
	must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), GIVEN))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({
		state: 'reviewing',
		round: 2,
		live: null,
		dueOn: '2026-11-30',
	})
	expect(matter.opinions).toMatchObject([{ revocation: { reason: GIVEN.reason } }])
	expect(matter.clearances).toMatchObject([{ standing: { state: 'void', cause: 'opinion-revoked' } }])
	expect(matter.agendaItems).toMatchObject([{ id: itemId, state: 'blocked', listing: null }])
	expect((await entryKinds(shell, `matter/${matterId}`)).slice(-3)).toEqual([
		'opinion.revoked',
		'agenda.blocked',
		'clearance.voided',
	])
	const told = await noticesOf(shell, org.actors.secretary)
	expect(told).toContain('opinion.revoked')
	expect(told, 'what follows is not told as well').not.toContain('clearance.voided')
	expect(
		matter.opinionDrafts.map(({ round, frozenSha256 }) => [round, frozenSha256 === null]),
	).toContainEqual([2, true])
})

test('an opinion is revoked in words, by the signing officer, with the password', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	const { signer, reviewer, lead } = org.actors
	for (const who of [reviewer, lead])
		expect(await revokeOpinion(shell, who, orderOn(shell, matterId), GIVEN)).toMatchObject({
			reason: { code: 'not-permitted' },
		})
	expect(
		await revokeOpinion(shell, signer, orderOn(shell, matterId), { ...GIVEN, reason: ' ' }),
	).toMatchObject({
		reason: { field: 'reason', problem: 'missing' },
	})
	expect(
		await revokeOpinion(shell, signer, orderOn(shell, matterId), { ...GIVEN, password: 'x' }),
	).toMatchObject({
		reason: { code: 'wrong-password' },
	})
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'cleared', round: 1 })
})

test('an opinion is revoked as well while its items are being answered or re-checked', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const revising = await signedMatter(shell, org, 'amend')
	const recheck = await recheckMatter(shell, org)
	for (const matterId of [revising, recheck]) {
		must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), GIVEN))
		expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'reviewing', round: 2 })
	}
})
