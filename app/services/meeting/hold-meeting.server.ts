import { type TypedAttendance, readAttendance, unaccountedMembers } from '#app/domain/meeting/attendance.ts'
import { meetingStateOf } from '#app/db/code-columns.server.ts'
import { mayLeave } from '#app/domain/meeting/meeting-record.ts'
import { attendanceObstacle } from '#app/domain/minutes/recorded-item.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { withAllAsOne } from '#app/domain/permission/separation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MeetingOrder,
	type MeetingWork,
	commandOnMeeting,
} from '#app/services/command/command-on-meeting.server.ts'
import { judgePassword } from '#app/services/command/confirm-signature.server.ts'
import { matterOfItem } from './list-agenda-item.server.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'
import { sealDossiers } from '#app/services/paper/seal-dossiers.server.ts'
import { sealOutcomes } from '#app/services/paper/seal-meeting-papers.server.ts'
import { sealMinutes } from '#app/services/paper/seal-minutes.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MeetingOrder, 'body'>
type Answer = Promise<Result<Done<{ meetingId: string }>, Refusal>>

/** The meeting is held: from now on outcomes are recorded, and nothing joins its agenda. */
export async function holdMeeting(shell: Shell, actor: Actor, order: Order): Answer {
	const acting = { act: 'meeting.held', event: { type: 'meeting.held' }, matterIds: [] } as const
	return commandOnMeeting(shell, actor, { ...order, body: {} }, acting, async (work) => {
		work.change({ heldAt: work.at })
		return accept({ meetingId: order.meetingId })
	})
}

/** Cancels a meeting, with a reason; its agenda must be empty, so that no cleared text stands before nobody. */
export async function cancelMeeting(shell: Shell, actor: Actor, order: Order, typedReason: string): Answer {
	const acting = { act: 'meeting.cancelled', event: { type: 'meeting.cancelled' }, matterIds: [] } as const
	return commandOnMeeting(shell, actor, { ...order, body: { reason: typedReason } }, acting, async (work) => {
		const reason = readWords('reason', typedReason)
		if (!reason.ok) return reason
		work.note({ reason: reason.value })
		return accept({ meetingId: order.meetingId })
	})
}

/** Records who was present, in attendance and absent [33]; recording again replaces the list, and the trail keeps both. */
export async function recordAttendance(
	shell: Shell,
	actor: Actor,
	order: Order,
	typed: TypedAttendance,
): Answer {
	const acting = {
		act: 'attendance.recorded',
		event: { type: 'attendance.recorded' },
		matterIds: [],
	} as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...typed } }, acting, async (work) => {
		const read = readAttendance(typed)
		if (!read.ok) return read
		const { persons, memberCount } = read.value
		const obstacle = attendanceObstacle(work.meeting, memberCount, persons)
		if (obstacle) return refuse(obstacle)
		const { jurisdictionId, id: meetingId } = work.meeting
		await work.tx.attendance.deleteMany({ where: { jurisdictionId, meetingId } })
		await work.tx.attendance.createMany({
			data: persons.map((person, index) => ({ ...person, jurisdictionId, meetingId, position: index + 1 })),
		})
		work.change({ memberCount })
		const named = persons.map(({ name, organ, capacity }) => ({ name, organ, capacity }))
		work.note({ memberCount, persons: named })
		return accept({ meetingId })
	})
}

/** [33] A second person confirms the record, having read it: never one who entered an outcome or a discussion. */
export async function closeMeeting(shell: Shell, actor: Actor, order: Order): Answer {
	const acting = { act: 'meeting.closed', event: { type: 'meeting.closed' }, matterIds: [] } as const
	return commandOnMeeting(shell, actor, { ...order, body: {} }, acting, async (work) => {
		if (await hasRecorded(work))
			return refuse({ code: 'unfitting', field: 'closer', problem: 'recorded-outcomes' })
		// Attendances of earlier releases may leave a member out; minutes do not.
		if (unaccountedMembers(work.meeting) > 0)
			return refuse({ code: 'unfitting', field: 'closer', problem: 'attendance-short' })
		work.change({ closedAt: work.at, closedBy: actor.personId })
		await sealOutcomes(work)
		await sealMinutes(work, actor.personId)
		await sealDossiers(work)
		return accept({ meetingId: order.meetingId })
	})
}

/** Whether an outcome or a discussion was entered by the actor, or by somebody who is one with them while or since a delegation was used here. */
async function hasRecorded({ meeting, tx, actor }: MeetingWork): Promise<boolean> {
	const { jurisdictionId, id: meetingId } = meeting
	const acts = await tx.delegatedAct.findMany({ where: { jurisdictionId, meetingId } })
	const together = withAllAsOne(
		[actor.personId, ...(actor.oneWith ?? [])],
		acts.map(({ delegatorId, substituteId }) => [delegatorId, substituteId]),
	)
	const entered = [...meeting.items.flatMap(({ outcome }) => outcome ?? []), ...meeting.discussions]
	return entered.some(({ recordedBy }) => together.has(recordedBy))
}

/** The approval is the chair's; where no chair is named yet, any leader may give it. */
export function mayApprove(meeting: { readonly chairId: string | null }, actor: Actor): boolean {
	return meeting.chairId === null || meeting.chairId === actor.personId
}

/**
 * The chair signs that a matter may join a fixed agenda. It opens no gate: the secretary's listing afterwards goes
 * through every rule, as any other.
 */
export async function approveUrgentListing(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: { readonly agendaItemId: string; readonly reason: string; readonly password: string },
): Answer {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const body = { item: given.agendaItemId, reason: given.reason }
	const matter = await matterOfItem(shell, actor, given.agendaItemId)
	const matterIds = matter ? [matter] : []
	const acting = {
		act: 'meeting.urgent-approved',
		event: { type: 'meeting.urgent-approved' },
		matterIds,
	} as const
	return commandOnMeeting(shell, actor, { ...order, body }, acting, async (work) => {
		if (!mayApprove(work.meeting, actor)) return refuse({ code: 'not-permitted', act: acting.act })
		const signed = await judgePassword(work, isOwn)
		if (!signed.ok) return signed
		const { jurisdictionId, id: meetingId, organId } = work.meeting
		const item = await work.tx.agendaItem.findUnique({
			where: { jurisdictionId_id: { jurisdictionId, id: given.agendaItemId } },
			include: { meeting: { select: { state: true } } },
		})
		if (!item?.matterId || item.organId !== organId) return refuse({ code: 'not-found' })
		// What stands before another meeting waits in no pool of this one.
		const isElsewhere = item.meetingId !== null && item.meetingId !== meetingId
		if (isElsewhere && !(item.meeting && mayLeave(meetingStateOf(item.meeting.state))))
			return refuse({ code: 'not-found' })
		const { matterId } = item
		const reason = readWords('reason', given.reason)
		if (!reason.ok) return reason
		if (work.meeting.urgents.some((urgent) => urgent.matterId === matterId))
			return refuse({ code: 'unfitting', field: 'agendaItemId', problem: 'already-approved' })
		await work.tx.urgentApproval.create({
			data: {
				jurisdictionId,
				meetingId,
				matterId,
				reason: reason.value,
				approvedBy: actor.personId,
				postId: work.post.id,
				approvedAt: work.at,
			},
		})
		const detail = { item: item.id, meeting: meetingId, reason: reason.value }
		work.note(detail)
		work.follow({ matterId, kind: 'meeting.urgent-approved', detail })
		return accept({ meetingId })
	})
}
