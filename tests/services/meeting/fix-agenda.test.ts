import { byAnAct } from '#tests/support/by-an-act.ts'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPacket } from '#app/services/meeting/read-packet.server.ts'
import { editAgenda } from '#app/services/meeting/edit-agenda.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { approveUrgentListing } from '#app/services/meeting/hold-meeting.server.ts'
import { DRAFT_TEXT, matterOf, must, uploadText } from '#tests/support/drafting-steps.ts'
import {
	APPROVAL,
	clearedProposal,
	list,
	listedItem,
	openedMeeting,
	orderAt,
} from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { givePassword, PASSWORD, withPost } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('fixing the agenda notifies every item, and says so in each matter’s trail', async () => {
	const { shell, org } = await desk()
	const { matterId, meetingId } = await listedItem(shell, org)
	const slot = { part: 'slot-added', kind: 'study', title: '会前学法：行政处罚法' } as const
	must(await editAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), slot))
	must(await fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), APPROVAL))
	const meeting = await shell.db.meeting.findFirstOrThrow({
		where: { id: meetingId },
		include: { items: true },
	})
	expect(meeting).toMatchObject({ state: 'fixed', fixedBy: org.actors.secretary.personId })
	expect(meeting.items.map((item) => item.state)).toEqual(['notified', 'notified'])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'agenda.notified',
		detail: { approvedBy: org.actors.leader.name, approvedOn: APPROVAL.approvedOn },
	})
	expect(await noticesOf(shell, org.actors.head)).toContain('agenda.notified')
})

test('an item whose gate has shut since it was listed is named, and nothing is fixed', async () => {
	const { shell, org } = await desk()
	const { matterId, meetingId } = await listedItem(shell, org)
	const second = await clearedProposal(shell, org)
	must(await list(shell, org.actors.secretary, meetingId, second.itemId))
	const paper = await shell.db.material.findFirstOrThrow({ where: { matterId, item: 'drafting-note' } })
	const later = new Date(shell.now().getTime() + 60_000)
	await byAnAct(shell, (tx) => tx.material.create({ data: { ...paper, id: shell.newId(), addedAt: later } }))
	const answer = await fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), APPROVAL)
	if (answer.ok || answer.reason.code !== 'agenda-not-sound') throw new Error('fixed')
	expect(answer.reason.items).toHaveLength(1)
	expect(answer.reason.items[0]?.decision.rules.filter((rule) => rule.status === 'unmet')).toMatchObject([
		{ id: 'H11', fact: 'materials-changed', figures: { materials: 1 } },
	])
	const meeting = await shell.db.meeting.findFirstOrThrow({
		where: { id: meetingId },
		include: { items: true },
	})
	expect(meeting.state).toBe('preparing')
	expect(meeting.items.every((item) => item.state === 'listed')).toBe(true)
	expect(await lastEntry(shell, `meeting/${meetingId}`)).toMatchObject({
		kind: 'meeting.fixed',
		outcome: 'refused',
	})
})

test('a file whose bytes on disk are not those that were cleared keeps the agenda open', async () => {
	const { shell, org } = await desk()
	const { matterId, meetingId } = await listedItem(shell, org)
	const { currentVersion } = await matterOf(shell, org, matterId)
	const [file] = currentVersion?.files ?? []
	if (!file) throw new Error('no file')
	const { sha256 } = file
	const path = join(shell.directory, 'blobs', 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
	chmodSync(path, 0o600)
	writeFileSync(path, '另一份文本')
	const answer = await fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), APPROVAL)
	expect(answer).toMatchObject({
		reason: { code: 'agenda-not-sound', items: [{ damagedFiles: [file.name] }] },
	})
})

test('the agenda is fixed on the day that the chair approved it, which the trail keeps with the name', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const fix = (approvedOn: string) =>
		fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), { approvedBy: '别人', approvedOn })
	for (const [day, problem] of [
		['', 'missing'],
		['2026-11-31', 'not-a-date'],
		['2026-11-24', 'in-the-future'],
	] as const)
		expect(await fix(day)).toMatchObject({ reason: { code: 'unfitting', field: 'approvedOn', problem } })
	must(await fix('2026-11-23'))
	const { name } = org.actors.leader
	expect(await lastEntry(shell, `meeting/${meetingId}`)).toMatchObject({
		kind: 'meeting.fixed',
		detail: { approvedBy: name, approvedOn: '2026-11-23' },
	})
	expect(must(await readPacket(shell, org.actors.secretary, meetingId)).heading.approval).toEqual({
		by: name,
		on: '2026-11-23',
	})
})

test('an empty agenda is not fixed', async () => {
	const { shell, org } = await desk()
	const meetingId = await openedMeeting(shell, org)
	expect(await fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), APPROVAL)).toMatchObject({
		reason: { code: 'meeting-transition-refused', event: 'meeting.fixed' },
	})
})

test('the agenda is ordered by moving items one place; the ends go no further', async () => {
	const { shell, org } = await desk()
	const { itemId, meetingId } = await listedItem(shell, org)
	const edit = (change: Parameters<typeof editAgenda>[3]) =>
		editAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), change)
	const slot = must(await edit({ part: 'slot-added', kind: 'study', title: '会前学法' })).value.agendaItemId
	must(await edit({ part: 'moved', agendaItemId: slot, direction: 'up' }))
	const items = await shell.db.agendaItem.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
	expect(items.map((item) => item.id)).toEqual([slot, itemId])
	expect(await edit({ part: 'moved', agendaItemId: slot, direction: 'up' })).toMatchObject({
		reason: { problem: 'no-further' },
	})
	expect(await edit({ part: 'slot-removed', agendaItemId: itemId })).toMatchObject({
		reason: { code: 'not-found' },
	})
	must(await edit({ part: 'slot-removed', agendaItemId: slot }))
	expect(await edit({ part: 'slot-added', kind: 'decision', title: '不经审查的议题' })).toMatchObject({
		reason: { field: 'kind' },
	})
})

test('the chair’s signed approval, and nobody else’s, lets a cleared matter into a fixed agenda, through the same gate', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const late = await clearedProposal(shell, org)
	const { secretary, leader } = org.actors
	must(await fixAgenda(shell, secretary, orderAt(shell, meetingId), APPROVAL))
	await givePassword(shell, leader)
	const approve = (actor: typeof leader, password: string) =>
		approveUrgentListing(shell, actor, orderAt(shell, meetingId), {
			agendaItemId: late.itemId,
			reason: '汛期前必须议定。',
			password,
		})
	expect(await approve(secretary, PASSWORD)).toMatchObject({ reason: { code: 'not-permitted' } })
	const otherLeader = await withPost(shell, org.actors.supervisor, 'leader')
	await givePassword(shell, otherLeader)
	expect(await approve(otherLeader, PASSWORD)).toMatchObject({ reason: { code: 'not-permitted' } })
	expect(await approve(leader, 'wrong')).toMatchObject({ reason: { code: 'wrong-password', triesLeft: 4 } })
	must(await approve(leader, PASSWORD))
	expect(await approve(leader, PASSWORD)).toMatchObject({ reason: { problem: 'already-approved' } })
	shell.setNow(new Date('2027-05-24T01:30:00Z'))
	expect(await list(shell, secretary, meetingId, late.itemId)).toMatchObject({
		reason: { code: 'gate-blocked' },
	})
	shell.setNow(new Date('2026-11-23T03:00:00Z'))
	must(await list(shell, secretary, meetingId, late.itemId))
	expect((await matterOf(shell, org, late.matterId)).agendaItems).toMatchObject([
		{ state: 'notified', meetingId },
	])
})

test('whoever fixes from a page that is older than a fallen clearance is told first what fell', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { matterId, meetingId } = await listedItem(shell, org)
	const second = await clearedProposal(shell, org)
	must(await list(shell, org.actors.secretary, meetingId, second.itemId))
	const { revision } = await shell.db.meeting.findFirstOrThrow({ where: { id: meetingId } })
	const { title } = await matterOf(shell, org, matterId)
	must(await uploadText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　附则。`, title))
	const fix = (seen: number) =>
		fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId, seen), APPROVAL)
	expect(await fix(revision)).toMatchObject({
		reason: { code: 'stale-page', changes: [{ kind: 'agenda.blocked', actorName: org.actors.drafter.name }] },
	})
	expect(must(await fix(revision + 1)).value).toEqual({ items: 1 })
})
