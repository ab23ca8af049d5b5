import { expect, test } from 'vitest'
import { signRecheck } from '#app/services/recheck/decide-recheck.server.ts'
import { excludeMatter } from '#app/services/intake/exclude-matter.server.ts'
import { proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import { sweepExpiredClearances } from '#app/services/clearance/sweep-expired-clearances.server.ts'
import { matterOf, must, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { heldMeeting, record } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { givePassword, PASSWORD, signedMatter } from '#tests/support/review-steps.ts'
import { listingOf } from '#tests/support/review-rows.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { noticesOf } from '#tests/support/trail-reading.ts'

const AFTER_SIX_MONTHS = new Date('2027-05-24T01:30:00.000Z')

test('[29] a clearance that ran out is recorded in nobody’s name, leaves its agenda, and the matter goes to re-check', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	const proposal = { presenter: '区农业农村局 王某某', minutes: '10', leaderId: '' }
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), proposal))
	await listingOf(shell, org, matterId)
	expect(await sweepExpiredClearances(shell)).toBe(0)
	shell.setNow(AFTER_SIX_MONTHS)
	expect(await sweepExpiredClearances(shell)).toBe(1)
	expect(await sweepExpiredClearances(shell)).toBe(0)
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'recheck', live: null })
	expect(matter.clearances).toMatchObject([{ standing: { state: 'expired' } }])
	expect(matter.agendaItems).toMatchObject([{ state: 'blocked', listing: null }])
	const entries = await shell.db.auditEntry.findMany({
		where: { stream: `matter/${matterId}` },
		orderBy: { seq: 'desc' },
		take: 2,
	})
	expect(entries.reverse()).toMatchObject([
		{ kind: 'clearance.expired', actorId: null },
		{ kind: 'agenda.blocked', actorId: null },
	])
	expect(JSON.parse(entries[0]?.leaf ?? '')).toMatchObject({ actor: null, pre: 'cleared', post: 'recheck' })
	expect(await noticesOf(shell, org.actors.secretary)).toContain('clearance.expired')
})

test('an expired clearance is confirmed by a short re-check of the same text, and gets a new one', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	shell.setNow(AFTER_SIX_MONTHS)
	await sweepExpiredClearances(shell)
	const given = { kind: 'expiry', note: '依据没有变化。', items: [], steps: [] } as const
	must(await proposeRecheck(shell, org.actors.reviewer, orderOn(shell, matterId), given))
	must(
		await signRecheck(shell, org.actors.signer, orderOn(shell, matterId), {
			explanation: '',
			password: PASSWORD,
		}),
	)
	const matter = await matterOf(shell, org, matterId)
	expect(matter.state).toBe('cleared')
	expect(matter.clearances.map((each) => each.standing?.state)).toEqual(['expired', 'valid'])
})

test('what waits for a higher organ stays decided when its clearance runs out, and keeps no other from being recorded', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId, itemId, meetingId } = await heldMeeting(shell, org)
	must(await record(shell, org, meetingId, itemId, 'other'))
	const other = await signedMatter(shell, org)
	shell.setNow(AFTER_SIX_MONTHS)
	expect(await sweepExpiredClearances(shell)).toBe(2)
	const decided = await matterOf(shell, org, matterId)
	expect(decided).toMatchObject({ state: 'decided', live: null })
	expect(decided.clearances).toMatchObject([{ standing: { state: 'expired' } }])
	expect(await matterOf(shell, org, other)).toMatchObject({ state: 'recheck', live: null })
})

test('what was out of scope is decided anew when its clearance runs out', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await submittedMatter(shell, org, ['other-document'])
	await givePassword(shell, org.actors.signer)
	const given = {
		reasonCode: 'internal-plan',
		words: '属工作安排。',
		password: PASSWORD,
		staysInside: 'yes',
		touchesNoRights: 'yes',
		isAppliedOnce: 'yes',
	} as const
	must(await excludeMatter(shell, org.actors.signer, orderOn(shell, matterId), given))
	shell.setNow(AFTER_SIX_MONTHS)
	expect(await sweepExpiredClearances(shell)).toBe(1)
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'accepted', live: null })
	must(await excludeMatter(shell, org.actors.signer, orderOn(shell, matterId), given))
})

test('a matter that somebody changed past the product is left as it is: nothing is sealed over what was changed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const [bent, whole] = [await signedMatter(shell, org), await signedMatter(shell, org)]
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update matter set title = '改过的题目' where id = '${bent}'`)
	shell.setNow(new Date('2027-05-24T01:30:00Z'))
	expect(await sweepExpiredClearances(shell)).toBe(1)
	expect((await matterOf(shell, org, whole)).state).toBe('recheck')
	expect((await matterOf(shell, org, bent)).state).toBe('cleared')
	const proposal = { presenter: '王某某', minutes: '10', leaderId: org.actors.leader.personId }
	expect(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, bent), proposal)).toMatchObject({
		reason: { code: 'record-altered' },
	})
})
