import { byAnAct } from '#tests/support/by-an-act.ts'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPacket } from '#app/services/packet/read-packet.server.ts'
import { editAgenda } from '#app/services/meeting/edit-agenda.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { readApprovalPage } from '#app/services/consent/read-approval-page.server.ts'
import {
	approveAgenda,
	askApproval,
	fileApproval,
	sendAgendaBack,
} from '#app/services/meeting/approve-agenda.server.ts'
import { readMeetingTasks } from '#app/services/worklist/read-own-record.server.ts'
import { approveUrgentListing } from '#app/services/meeting/hold-meeting.server.ts'
import { DRAFT_TEXT, matterOf, must, textFile, uploadText } from '#tests/support/drafting-steps.ts'
import {
	approved,
	fixed,
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

test('[32] fixing the agenda notifies every item, and says so in each matter’s trail', async () => {
	const { shell, org } = await desk()
	const { matterId, meetingId } = await listedItem(shell, org)
	const slot = { part: 'slot-added', kind: 'study', title: '会前学法：行政处罚法' } as const
	must(await editAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), slot))
	must(await fixed(shell, org, meetingId))
	const meeting = await shell.db.meeting.findFirstOrThrow({
		where: { id: meetingId },
		include: { items: true },
	})
	expect(meeting).toMatchObject({ state: 'fixed', fixedBy: org.actors.secretary.personId })
	expect(meeting.items.map((item) => item.state)).toEqual(['notified', 'notified'])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'agenda.notified',
		detail: { approvedBy: org.actors.leader.name, approvedOn: '2026-11-23' },
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
	const answer = await fixed(shell, org, meetingId)
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
	const answer = await fixed(shell, org, meetingId)
	expect(answer).toMatchObject({
		reason: { code: 'agenda-not-sound', items: [{ damagedFiles: [file.name] }] },
	})
})

test('an agenda is fixed as its chair approved it, and not before', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const { secretary, leader } = org.actors
	const fix = () => fixAgenda(shell, secretary, orderAt(shell, meetingId))
	const refused = { ok: false, reason: { code: 'meeting-transition-refused', lacksApproval: true } }
	expect(await fix()).toMatchObject(refused)
	must(await askApproval(shell, secretary, orderAt(shell, meetingId), ''))
	expect(await fix()).toMatchObject(refused)
	await approved(shell, org, meetingId)
	const slot = { part: 'slot-added', kind: 'study', title: '会前学法' } as const
	must(await editAgenda(shell, secretary, orderAt(shell, meetingId), slot))
	expect(await fix(), 'another agenda than the one that was approved').toMatchObject(refused)
	must(await fixed(shell, org, meetingId))
	expect(await lastEntry(shell, `meeting/${meetingId}`)).toMatchObject({
		kind: 'meeting.fixed',
		detail: { approvedBy: leader.name, approvedOn: '2026-11-23' },
	})
	const packet = must(await readPacket(shell, secretary, meetingId))
	expect(packet.heading.approval).toEqual({ by: leader.name, on: '2026-11-23' })
	expect(JSON.stringify(packet.agendaPaper?.nodes)).toContain(
		`以上议程，${leader.name}2026年11月23日在系统内签署审定。`,
	)
})

test('only whoever was asked approves, with the password, the agenda that the page showed', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const { secretary, leader, supervisor } = org.actors
	must(await askApproval(shell, secretary, orderAt(shell, meetingId), ''))
	for (const person of [leader, supervisor]) await givePassword(shell, person)
	const { agendaSha256 } = must(await readApprovalPage(shell, leader, meetingId))
	const given = { password: PASSWORD, agendaSha256 }
	const approve = (actor: typeof leader, change = {}) =>
		approveAgenda(shell, actor, orderAt(shell, meetingId), { ...given, ...change })
	expect(await approve(secretary)).toMatchObject({ reason: { code: 'not-permitted' } })
	expect(await approve(await withPost(shell, supervisor, 'leader'))).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	expect(await approve(leader, { password: 'wrong' })).toMatchObject({ reason: { code: 'wrong-password' } })
	expect(await approve(leader, { agendaSha256: 'f'.repeat(64) })).toMatchObject({
		reason: { code: 'stale-page' },
	})
	expect((await readMeetingTasks(shell, leader)).map(({ task }) => task)).toEqual(['approve'])
	must(await approve(leader))
	expect((await readMeetingTasks(shell, leader)).map(({ task }) => task)).toEqual([])
	expect((await readMeetingTasks(shell, secretary)).map(({ task }) => task)).toEqual(['fix'])
	must(await sendAgendaBack(shell, leader, orderAt(shell, meetingId), '先议预算。'))
	expect((await readMeetingTasks(shell, secretary)).map(({ task }) => task)).toEqual(['ask'])
})

test('an agenda that was signed on paper is fixed with that paper, which is named on it', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const { secretary } = org.actors
	const paper = { approverName: '高某某', signedOn: '2026-11-20', file: textFile('同意。', 'yicheng.txt') }
	expect(
		await fileApproval(shell, secretary, orderAt(shell, meetingId), { ...paper, file: null }),
	).toMatchObject({ reason: { field: 'file', problem: 'missing' } })
	must(await fileApproval(shell, secretary, orderAt(shell, meetingId), paper))
	must(await fixAgenda(shell, secretary, orderAt(shell, meetingId)))
	const packet = must(await readPacket(shell, secretary, meetingId))
	expect(JSON.stringify(packet.agendaPaper?.nodes)).toContain(
		'以上议程，高某某2026年11月20日签批审定，附签批件《yicheng.txt》。',
	)
})

test('an empty agenda is not fixed', async () => {
	const { shell, org } = await desk()
	const meetingId = await openedMeeting(shell, org)
	expect(await fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId))).toMatchObject({
		reason: { code: 'meeting-transition-refused', event: 'meeting.fixed', lacksApproval: false },
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

test('T60 no plain slot names a draft or a matter, under its own name or with what is put around it', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const { title } = await shell.db.matter.findFirstOrThrow()
	const named = [
		title,
		`《${title}》`,
		`关于《${title}》的汇报`,
		`学习《${title}（草案）》`,
		'审议一项管理办法',
		`学习${title}精神`,
		title.replace(/^(.{4})/, '$1 '),
	]
	for (const each of named) {
		const slot = { part: 'slot-added', kind: 'study', title: each } as const
		const refused = await editAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), slot)
		expect(refused, each).toMatchObject({ ok: false, reason: { field: 'title', problem: 'names-a-draft' } })
	}
	expect(await shell.db.agendaItem.count({ where: { meetingId, matterId: null } })).toBe(0)
})

test('a slot that came to name a draft after it was written keeps the agenda from being fixed', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const slot = { part: 'slot-added', kind: 'study', title: '学习青禾区城市树木保护办法' } as const
	must(await editAgenda(shell, org.actors.secretary, orderAt(shell, meetingId), slot))
	const title = '青禾区城市树木保护办法'
	must(
		await openMatter(shell, org.actors.drafter, {
			...{ key: shell.newId(), title },
			...{ tracks: ['normative-document'], issuer: 'government' },
		}),
	)
	expect(await fixed(shell, org, meetingId)).toMatchObject({
		ok: false,
		reason: { code: 'unfitting', field: 'title', problem: 'names-a-draft' },
	})
})

test('the chair’s signed approval, and nobody else’s, lets a cleared matter into a fixed agenda, through the same gate', async () => {
	const { shell, org } = await desk()
	const { meetingId } = await listedItem(shell, org)
	const late = await clearedProposal(shell, org)
	const { secretary, leader } = org.actors
	must(await fixed(shell, org, meetingId))
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
	await approved(shell, org, meetingId)
	const { revision } = await shell.db.meeting.findFirstOrThrow({ where: { id: meetingId } })
	const { title } = await matterOf(shell, org, matterId)
	must(await uploadText(shell, org, matterId, `${DRAFT_TEXT}\n第五条　附则。`, title))
	const fix = (seen: number | null) => fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId, seen))
	expect(await fix(revision)).toMatchObject({
		reason: { code: 'stale-page', changes: [{ kind: 'agenda.blocked', actorName: org.actors.drafter.name }] },
	})
	expect(await fix(null), 'the agenda that was approved is another one').toMatchObject({
		reason: { lacksApproval: true },
	})
	expect(must(await fixed(shell, org, meetingId)).value).toEqual({ items: 1 })
})
