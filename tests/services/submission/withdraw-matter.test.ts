import { expect, test } from 'vitest'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import { withdrawMatter } from '#app/services/submission/withdraw-matter.server.ts'
import { matterOf, must, openedMatter, orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { becomes, clearanceOn, listingOf } from '#tests/support/review-rows.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry, noticesOf, refusedActs } from '#tests/support/trail-reading.ts'

const PROPOSAL = { presenter: '王某某', minutes: '10', leaderId: '' }
const REASON = { reasonCode: 'not-pursued', words: '本年度不再推进。' }

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('[30] a proposal waits in the government office’s pool, and its secretaries are told', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	await becomes(shell, org, matterId, 'accepted')
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL))
	const { agendaItems, title, state } = await matterOf(shell, org, matterId)
	expect(state).toBe('accepted')
	expect(agendaItems).toMatchObject([
		{
			organId: org.organs.office,
			state: 'proposed',
			title,
			kind: 'decision',
			meetingId: null,
			presenter: '王某某',
			minutes: 10,
		},
	])
	expect(await noticesOf(shell, org.actors.secretary)).toEqual(['agenda.proposed'])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'agenda.proposed',
		detail: { presenter: '王某某', minutes: 10, leader: null },
	})
})

test('a department’s own decision is proposed to the department’s own meeting', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org, ['department-decision'])
	await becomes(shell, org, matterId, 'accepted')
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL))
	expect((await matterOf(shell, org, matterId)).agendaItems).toMatchObject([
		{ organId: org.organs.agriculture },
	])
})

test('a matter stands in the pool once', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	await becomes(shell, org, matterId, 'accepted')
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL))
	expect(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL)).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'agenda', problem: 'already-proposed' },
	})
	expect(await shell.db.agendaItem.count()).toBe(1)
})

test.each([
	[{ presenter: '' }, 'presenter', 'missing'],
	[{ minutes: '0' }, 'minutes', 'not-a-number'],
	[{ minutes: '十' }, 'minutes', 'not-a-number'],
])('a proposal with %o is refused by its field', async (change, field, problem) => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	await becomes(shell, org, matterId, 'accepted')
	const answer = await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), {
		...PROPOSAL,
		...change,
	})
	expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field, problem } })
	expect(await refusedActs(shell)).toEqual([])
})

test('what was not accepted yet is not proposed, and only the head proposes', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	expect(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL)).toMatchObject({
		reason: { code: 'transition-refused', state: 'submitted', event: 'agenda.proposed' },
	})
	await becomes(shell, org, matterId, 'accepted')
	expect(
		await proposeAgendaItem(shell, org.actors.drafter, orderOn(shell, matterId), PROPOSAL),
	).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})

test('[25] the head withdraws with a reason from the list and in words; nothing is deleted', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	const withdraw = (given: typeof REASON) =>
		withdrawMatter(shell, org.actors.head, orderOn(shell, matterId), given)
	expect(await withdraw({ ...REASON, reasonCode: 'macro-control' })).toMatchObject({
		reason: { field: 'reasonCode' },
	})
	expect(await withdraw({ ...REASON, words: '' })).toMatchObject({
		reason: { field: 'words', problem: 'missing' },
	})
	must(await withdraw(REASON))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({
		state: 'withdrawn',
		reasonCode: 'not-pursued',
		reasonText: REASON.words,
		dueOn: null,
	})
	expect(matter.deadlines.every((deadline) => deadline.endedAt !== null)).toBe(true)
	expect(matter.currentVersionId).not.toBeNull()
	expect(await withdraw(REASON)).toMatchObject({ reason: { code: 'transition-refused', state: 'withdrawn' } })
})

test('withdrawing a cleared matter ends its clearance and takes its proposal out of the pool', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	await clearanceOn(shell, org, matterId)
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL))
	must(await withdrawMatter(shell, org.actors.head, orderOn(shell, matterId), REASON))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'withdrawn', live: null })
	expect(matter.clearances[0]?.standing).toMatchObject({ state: 'void', cause: 'matter-withdrawn' })
	expect(matter.agendaItems).toMatchObject([{ state: 'removed', stateReason: 'matter-withdrawn' }])
	expect((await entryKinds(shell, `matter/${matterId}`)).slice(-3)).toEqual([
		'matter.withdrawn',
		'clearance.voided',
		'agenda.removed',
	])
	expect(await noticesOf(shell, org.actors.secretary)).toContain('matter.withdrawn')
})

test('a matter on an agenda is not withdrawn: the secretary takes it off first', async () => {
	const { shell, org } = await desk()
	const matterId = await submittedMatter(shell, org)
	await clearanceOn(shell, org, matterId)
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL))
	await listingOf(shell, org, matterId)
	expect(await withdrawMatter(shell, org.actors.head, orderOn(shell, matterId), REASON)).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['not-listed'] },
	})
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'cleared', live: { state: 'valid' } })
})

test('only the head withdraws', async () => {
	const { shell, org } = await desk()
	const matterId = await openedMatter(shell, org)
	for (const [name, code] of [
		['drafter', 'not-permitted'],
		['otherHead', 'not-found'],
		['leader', 'not-found'],
	] as const)
		expect(
			await withdrawMatter(shell, org.actors[name], orderOn(shell, matterId), REASON),
			name,
		).toMatchObject({
			reason: { code },
		})
})
