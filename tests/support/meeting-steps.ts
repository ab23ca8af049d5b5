import type { Actor } from '#app/domain/permission/relation.ts'
import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { agendaDigest } from '#app/domain/meeting/agenda-approval.ts'
import { editAgenda } from '#app/services/meeting/edit-agenda.server.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { approveAgenda, askApproval, fileApproval } from '#app/services/meeting/approve-agenda.server.ts'
import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { fixAgenda } from '#app/services/meeting/fix-agenda.server.ts'
import {
	approveUrgentListing,
	holdMeeting,
	recordAttendance,
} from '#app/services/meeting/hold-meeting.server.ts'
import { listAgendaItem } from '#app/services/meeting/list-agenda-item.server.ts'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import { recordOutcome } from '#app/services/meeting/record-outcome.server.ts'
import { recordDiscussion } from '#app/services/minutes/record-discussion.server.ts'
import { must, orderOn, textFile } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { PASSWORD, givePassword, signedMatter } from './review-steps.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** The secretary lays the agenda before its chair, who approves it as it is. */
export async function approved(shell: TestShell, org: SampleOrganisation, meetingId: string): Promise<void> {
	const { secretary, leader } = org.actors
	must(await askApproval(shell, secretary, orderAt(shell, meetingId), leader.personId))
	await givePassword(shell, leader)
	const meeting = await loadMeeting(shell.db, leader.jurisdictionId, meetingId)
	if (!meeting) throw new Error('no such meeting')
	const given = { password: PASSWORD, agendaSha256: agendaDigest(meeting) }
	must(await approveAgenda(shell, leader, orderAt(shell, meetingId), given))
}

/** The chair approves the agenda, and the secretary fixes it: the answer is that of fixing. */
export async function fixed(
	shell: TestShell,
	org: SampleOrganisation,
	meetingId: string,
	seen: number | null = null,
) {
	await approved(shell, org, meetingId)
	return fixAgenda(shell, org.actors.secretary, orderAt(shell, meetingId, seen))
}

/** A new order on a meeting, under a key of its own. */
export function orderAt(shell: TestShell, meetingId: string, seen: number | null = null) {
	return { meetingId, key: shell.newId(), seen }
}

/** A meeting of the government office that the secretary has just opened. */
export async function openedMeeting(
	shell: TestShell,
	org: SampleOrganisation,
	day = '2026-12-18',
): Promise<string> {
	const made = await createMeeting(shell, org.actors.secretary, shell.newId(), {
		kind: 'standing',
		title: '第43次常务会议',
		day,
		time: '09:00',
		place: '三楼会议室',
		chairId: org.actors.leader.personId,
	})
	return must(made).value.meetingId
}

/** Proposes a matter to the pool; gives the item's id. */
export async function proposed(shell: TestShell, org: SampleOrganisation, matterId: string): Promise<string> {
	const proposal = { presenter: '王某某', minutes: '10', leaderId: org.actors.leader.personId }
	return must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), proposal)).value
		.agendaItemId
}

/** A cleared matter with its proposal in the pool. */
export async function clearedProposal(shell: TestShell, org: SampleOrganisation) {
	const matterId = await signedMatter(shell, org)
	return { matterId, itemId: await proposed(shell, org, matterId) }
}

/** The secretary lists an item. */
export function list(shell: TestShell, actor: Actor, meetingId: string, itemId: string) {
	return listAgendaItem(shell, actor, orderAt(shell, meetingId), itemId)
}

/** A meeting with one cleared item on its agenda. */
export async function listedItem(shell: TestShell, org: SampleOrganisation) {
	const { matterId, itemId } = await clearedProposal(shell, org)
	const meetingId = await openedMeeting(shell, org)
	must(await list(shell, org.actors.secretary, meetingId, itemId))
	return { matterId, itemId, meetingId }
}

/** A meeting six working days ahead, and a cleared proposal that came in on this day, after the last day for proposals. */
export async function lateProposal(shell: TestShell, org: SampleOrganisation) {
	const { matterId, itemId } = await clearedProposal(shell, org)
	return { matterId, itemId, meetingId: await openedMeeting(shell, org, '2026-12-01') }
}

/** The chair signs that a late proposal is taken up all the same. */
export async function urgentlyApproved(
	shell: TestShell,
	{ actors: { leader } }: SampleOrganisation,
	meetingId: string,
	agendaItemId: string,
): Promise<void> {
	await givePassword(shell, leader)
	const given = { agendaItemId, reason: '汛期前必须议定', password: PASSWORD }
	must(await approveUrgentListing(shell, leader, orderAt(shell, meetingId), given))
}

/** A meeting that is being held, its agenda fixed with one cleared item. */
export async function heldMeeting(shell: TestShell, org: SampleOrganisation) {
	const listed = await listedItem(shell, org)
	must(await fixed(shell, org, listed.meetingId))
	must(await holdMeeting(shell, org.actors.secretary, orderAt(shell, listed.meetingId)))
	return listed
}

/** Who is there: more than half of three members, and the review body. */
export const PRESENT = {
	total: '3',
	member: '赵某某 区长\n李某某 副区长',
	attending: '孙某某 区司法局',
	absent: '钱某某 副区长',
}

/** The head's stance that an outcome follows from; another outcome follows from any. */
const HEAD_SAYS: Readonly<Record<string, string>> = {
	'passed-in-principle': '原则同意 按会议意见修改。',
	'revise-and-resubmit': '缓议 修改后再议。',
	deferred: '缓议 下次再议。',
	'not-passed': '不同意 时机不成熟。',
}

/** How an item was discussed, as it is typed: two members, who agree with each other; the head speaks last. */
export function discussed(agendaItemId: string, outcome = 'passed') {
	const says = HEAD_SAYS[outcome] ?? '同意'
	return {
		agendaItemId,
		presenters: '王某某 区农业农村局',
		attending: '孙某某 区司法局',
		opinions: `李某某 ${says}\n赵某某 ${says}`,
		head: '赵某某',
		headReason: '',
	}
}

/** The secretary records who is there, where nobody has, and how an item was discussed. */
export async function minuted(
	shell: TestShell,
	org: SampleOrganisation,
	meetingId: string,
	agendaItemId: string,
	outcome = 'passed',
): Promise<void> {
	const { secretary } = org.actors
	const meeting = await loadMeeting(shell.db, secretary.jurisdictionId, meetingId)
	if (meeting?.state !== 'held' || meeting.discussions.some((each) => each.agendaItemId === agendaItemId))
		return
	if (!meeting.items.some(({ id, state }) => id === agendaItemId && state === 'notified')) return
	if (meeting.attendances.length === 0)
		must(await recordAttendance(shell, secretary, orderAt(shell, meetingId), PRESENT))
	must(await recordDiscussion(shell, secretary, orderAt(shell, meetingId), discussed(agendaItemId, outcome)))
}

/** The secretary records how an item was discussed, and what became of it. */
export async function record(
	shell: TestShell,
	org: SampleOrganisation,
	meetingId: string,
	agendaItemId: string,
	outcome: string,
) {
	if (!TAKEN_OFF.includes(outcome)) await minuted(shell, org, meetingId, agendaItemId, outcome)
	const given = { agendaItemId, outcome, decisionText: '会议议定如上。', dissent: '' }
	return recordOutcome(shell, org.actors.secretary, orderAt(shell, meetingId), given)
}

const TAKEN_OFF: readonly string[] = ['not-reached', 'removed', 'withdrawn']

/** A paper that the chair signed, of an agenda that has changed since: nothing is fixed with it. Gives its hash. */
export async function signedAgenda(
	shell: TestShell,
	{ actors: { secretary } }: SampleOrganisation,
	meetingId: string,
): Promise<string> {
	const file = textFile('同意。', 'yicheng.txt')
	const given = { approverName: '高某某', signedOn: '2026-11-20', file }
	must(await fileApproval(shell, secretary, orderAt(shell, meetingId), given))
	const slot = { part: 'slot-added', kind: 'study', title: '会前学法' } as const
	must(await editAgenda(shell, secretary, orderAt(shell, meetingId), slot))
	return sha256Hex(file.bytes)
}
