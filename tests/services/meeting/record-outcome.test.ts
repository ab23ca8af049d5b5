import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import { type Outcome, OUTCOMES } from '#app/domain/meeting/outcome.ts'
import { closeMeeting, holdMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import { recordOutcome } from '#app/services/meeting/record-outcome.server.ts'
import { DRAFT_TEXT, matterOf, must, uploadText } from '#tests/support/drafting-steps.ts'
import {
	fixed,
	heldMeeting,
	list,
	listedItem,
	minuted,
	openedMeeting,
	orderAt,
	PRESENT,
	record,
} from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

type Effects = { matter: string; clearance: string; item: string; again: boolean }

/** The table "After-meeting effects". */
const EFFECTS: Record<Outcome, Effects> = {
	passed: { matter: 'issuing', clearance: 'consumed', item: 'discussed', again: false },
	'passed-in-principle': { matter: 'amending', clearance: 'void', item: 'discussed', again: false },
	'revise-and-resubmit': { matter: 'revising', clearance: 'void', item: 'discussed', again: false },
	deferred: { matter: 'cleared', clearance: 'valid', item: 'discussed', again: true },
	'not-passed': { matter: 'terminated', clearance: 'consumed', item: 'discussed', again: false },
	other: { matter: 'decided', clearance: 'valid', item: 'discussed', again: false },
	'not-reached': { matter: 'cleared', clearance: 'valid', item: 'postponed', again: true },
	removed: { matter: 'cleared', clearance: 'valid', item: 'removed', again: false },
	withdrawn: { matter: 'cleared', clearance: 'valid', item: 'removed', again: false },
}

test.each(OUTCOMES)('the outcome %s has its effects on matter, clearance and item', async (outcome) => {
	const { shell, org } = await desk()
	const { matterId, itemId, meetingId } = await heldMeeting(shell, org)
	const effects = EFFECTS[outcome]
	must(await record(shell, org, meetingId, itemId, outcome))
	const matter = await matterOf(shell, org, matterId)
	expect(matter.state).toBe(effects.matter)
	expect(matter.clearances.at(-1)?.standing?.state).toBe(effects.clearance)
	expect(matter.live === null).toBe(effects.clearance !== 'valid')
	expect(await shell.db.agendaListing.count()).toBe(0)
	const item = matter.agendaItems.find((each) => each.id === itemId)
	expect(item).toMatchObject({ state: effects.item, outcome: { outcome, decisionText: '会议议定如上。' } })
	const others = matter.agendaItems.filter((each) => each.id !== itemId)
	expect(others.map(({ state, deferrals, meetingId: at }) => ({ state, deferrals, at }))).toEqual(
		effects.again ? [{ state: 'proposed', deferrals: 1, at: null }] : [],
	)
	const last = await shell.db.auditEntry.findFirst({
		where: { stream: `matter/${matterId}`, kind: 'outcome.recorded' },
	})
	expect(JSON.parse(last?.leaf ?? '{}')).toMatchObject({
		pre: 'cleared',
		post: effects.matter,
		detail: { outcome },
	})
})

test('通过 in principle leaves a check to be made before issuing; 修改后再议 opens the next round', async () => {
	const { shell, org } = await desk()
	const inPrinciple = await heldMeeting(shell, org)
	must(await record(shell, org, inPrinciple.meetingId, inPrinciple.itemId, 'passed-in-principle'))
	expect(await matterOf(shell, org, inPrinciple.matterId)).toMatchObject({ state: 'amending', round: 1 })
	const back = await heldMeeting(shell, org)
	must(await record(shell, org, back.meetingId, back.itemId, 'revise-and-resubmit'))
	expect(await matterOf(shell, org, back.matterId)).toMatchObject({ round: 2, state: 'revising' })
})

test('a blocked item is not decided on: only 未议, 移出 or 会前撤回', async () => {
	const { shell, org } = await desk()
	const { matterId, itemId, meetingId } = await heldMeeting(shell, org)
	const { title } = await matterOf(shell, org, matterId)
	must(await uploadText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　另行规定。`, title))
	for (const outcome of [
		'passed',
		'passed-in-principle',
		'revise-and-resubmit',
		'deferred',
		'not-passed',
		'other',
	])
		expect(await record(shell, org, meetingId, itemId, outcome)).toMatchObject({
			reason: { code: 'gate-blocked' },
		})
	must(await record(shell, org, meetingId, itemId, 'not-reached'))
	const { state, agendaItems } = await matterOf(shell, org, matterId)
	expect(state).toBe('revising')
	expect(agendaItems.map((item) => item.state).sort()).toEqual(['postponed', 'proposed'])
})

test('the gate is evaluated again when the outcome is recorded', async () => {
	const { shell, org } = await desk()
	const { itemId, meetingId } = await heldMeeting(shell, org)
	shell.setNow(new Date('2027-05-24T01:30:00Z'))
	expect(await record(shell, org, meetingId, itemId, 'passed')).toMatchObject({
		reason: { code: 'gate-blocked' },
	})
	must(await record(shell, org, meetingId, itemId, 'removed'))
})

test('no outcome before the meeting is held, but what is taken off a fixed agenda', async () => {
	const { shell, org } = await desk()
	const { itemId, meetingId } = await listedItem(shell, org)
	expect(await record(shell, org, meetingId, itemId, 'removed')).toMatchObject({
		reason: { code: 'meeting-transition-refused', state: 'preparing' },
	})
	must(await fixed(shell, org, meetingId))
	expect(await record(shell, org, meetingId, itemId, 'passed')).toMatchObject({
		reason: { code: 'meeting-transition-refused', state: 'fixed' },
	})
	must(await record(shell, org, meetingId, itemId, 'removed'))
})

test('[33] an outcome is recorded once, with its words', async () => {
	const { shell, org } = await desk()
	const { itemId, meetingId } = await heldMeeting(shell, org)
	await minuted(shell, org, meetingId, itemId)
	const give = (given: { outcome: string; decisionText: string }) =>
		recordOutcome(shell, org.actors.secretary, orderAt(shell, meetingId), {
			agendaItemId: itemId,
			dissent: '',
			...given,
		})
	expect(await give({ outcome: 'passed', decisionText: ' ' })).toMatchObject({
		reason: { field: 'decisionText' },
	})
	expect(await give({ outcome: 'waved-through', decisionText: '通过' })).toMatchObject({
		reason: { field: 'outcome' },
	})
	must(await give({ outcome: 'passed', decisionText: '原则同意，印发实施。' }))
	expect(await give({ outcome: 'removed', decisionText: '撤销' })).toMatchObject({
		reason: { code: 'agenda-transition-refused', state: 'discussed' },
	})
})

test('a meeting with an undecided item, without attendance or with a member left out is not closed, and never by whoever recorded an outcome', async () => {
	const { shell, org } = await desk()
	const { itemId, meetingId } = await heldMeeting(shell, org)
	const { secretary, otherSecretary } = org.actors
	const close = (actor: typeof secretary) => closeMeeting(shell, actor, orderAt(shell, meetingId))
	expect(await close(otherSecretary)).toMatchObject({
		reason: { code: 'meeting-transition-refused', undecidedItems: 1 },
	})
	must(await record(shell, org, meetingId, itemId, 'not-reached'))
	expect(await close(otherSecretary)).toMatchObject({
		reason: { code: 'meeting-transition-refused', undecidedItems: 0, lacksAttendance: true },
	})
	must(await recordAttendance(shell, secretary, orderAt(shell, meetingId), PRESENT))
	expect(await close(secretary)).toMatchObject({ reason: { problem: 'recorded-outcomes' } })
	await byAnAct(shell, (tx) => tx.meeting.updateMany({ where: { id: meetingId }, data: { memberCount: 4 } }))
	expect(await close(otherSecretary)).toMatchObject({ reason: { problem: 'attendance-short' } })
	must(await recordAttendance(shell, secretary, orderAt(shell, meetingId), PRESENT))
	must(await close(otherSecretary))
	expect(await lastEntry(shell, `meeting/${meetingId}`)).toMatchObject({
		kind: 'meeting.closed',
		outcome: 'done',
	})
	expect(await shell.db.meeting.findFirst({ where: { id: meetingId } })).toMatchObject({
		state: 'closed',
		closedBy: otherSecretary.personId,
	})
})

test('attendance is recorded while the meeting is held, and may be recorded anew', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await heldMeeting(shell, org)
	const take = (member: string) =>
		recordAttendance(shell, org.actors.secretary, orderAt(shell, meetingId), {
			total: '3',
			member,
			attending: '孙某某 区司法局',
			absent: member.includes('钱某某') ? '李某某 副区长' : '钱某某 副区长\n李某某 副区长',
		})
	expect(await take('')).toMatchObject({ reason: { problem: 'nobody' } })
	must(await take('赵某某 区长'))
	must(await take('赵某某 区长\n钱某某，副区长'))
	const rows = await shell.db.attendance.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
	expect(rows.map(({ name, organ, capacity }) => [name, organ, capacity])).toEqual([
		['赵某某', '区长', 'member'],
		['钱某某', '副区长', 'member'],
		['孙某某', '区司法局', 'attending'],
		['李某某', '副区长', 'absent'],
	])
})

test('未议 at one meeting, the same text is decided at the next under the same clearance', async () => {
	const { shell, org } = await desk()
	const { matterId, itemId, meetingId } = await heldMeeting(shell, org)
	must(await record(shell, org, meetingId, itemId, 'not-reached'))
	const waiting = await shell.db.agendaItem.findFirstOrThrow({ where: { matterId, state: 'proposed' } })
	const next = await openedMeeting(shell, org)
	must(await list(shell, org.actors.secretary, next, waiting.id))
	must(await fixed(shell, org, next))
	must(await holdMeeting(shell, org.actors.secretary, orderAt(shell, next)))
	must(await record(shell, org, next, waiting.id, 'passed'))
	const matter = await matterOf(shell, org, matterId)
	expect(matter.clearances).toHaveLength(1)
	expect(matter).toMatchObject({ state: 'issuing' })
})
