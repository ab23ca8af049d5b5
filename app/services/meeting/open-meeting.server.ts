import { type MeetingRecord, meetingFactsOf } from '#app/domain/meeting/meeting-record.ts'
import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { namesOf } from '#app/domain/act/act.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type MeetingEvent, judgeMeeting } from '#app/domain/review-workflow/meeting-machine.ts'
import type { MeetingState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { mayApprove } from './hold-meeting.server.ts'
import type { MeetingAct } from '#app/services/command/command-on-meeting.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What stands at the top of each of a meeting's pages. */
export type MeetingHeading = {
	readonly id: string
	readonly title: string
	readonly kind: string
	readonly organ: string
	readonly state: MeetingState
	readonly startsAt: string
	readonly place: string
	readonly chair: string
	/** Who approved the agenda that was fixed, and on which day. */
	readonly approval: { readonly by: string; readonly on: string } | null
	readonly revision: number
	/** What the machine and the actor's posts allow now. */
	readonly open: readonly MeetingAct[]
}

/** The acts that a meeting's pages offer, each with the event that its machine knows it by. */
const DESK_ACTS = {
	'agenda.edited': { type: 'agenda.edited' },
	'agenda.listing-requested': { type: 'agenda.listed' },
	'agenda.delisted': { type: 'agenda.delisted' },
	'meeting.fixed': { type: 'meeting.fixed' },
	'meeting.urgent-approved': { type: 'meeting.urgent-approved' },
	'meeting.held': { type: 'meeting.held' },
	// Before the meeting only what takes an item off can be noted: with it the act is open as soon as any is.
	'outcome.noted': { type: 'outcome.noted', outcome: 'removed' },
	'attendance.recorded': { type: 'attendance.recorded' },
	'meeting.closed': { type: 'meeting.closed' },
	'meeting.cancelled': { type: 'meeting.cancelled' },
} as const satisfies Record<MeetingAct, MeetingEvent>

/** Opens a meeting for one of its pages; who may not read it is told that there is none. */
export async function openMeeting(
	shell: Shell,
	actor: Actor,
	meetingId: string,
	act: 'meeting.read' | 'packet.read' | 'outcome.noted',
): Promise<Result<{ meeting: MeetingRecord; heading: MeetingHeading }, Refusal>> {
	const meeting = await loadMeeting(shell.db, actor.jurisdictionId, meetingId)
	if (!meeting) return refuse({ code: 'not-found' })
	const subject = {
		jurisdictionId: meeting.jurisdictionId,
		meetingOrganId: meeting.organId,
		meetingChairId: meeting.chairId,
	}
	if (!permit(actor, 'meeting.read', subject).ok) return refuse({ code: 'not-found' })
	const permitted = permit(actor, act, subject)
	if (!permitted.ok) return permitted
	const names = await loadPersonNames(shell.db, actor.jurisdictionId, [meeting.chairId])
	const facts = meetingFactsOf(meeting, meeting.urgents.length > 0)
	const state = meeting.state as MeetingState
	const mayTake = judgeMeeting({ state, facts })
	const open = namesOf(DESK_ACTS).filter(
		(each) =>
			permit(actor, each, subject).ok &&
			mayTake(DESK_ACTS[each]) &&
			(each !== 'meeting.urgent-approved' || mayApprove(meeting, actor)),
	)
	const heading = {
		id: meeting.id,
		title: meeting.title,
		kind: meeting.kind,
		organ: meeting.organ.name,
		state,
		startsAt: meeting.startsAt.toISOString(),
		place: meeting.place,
		chair: names.get(meeting.chairId ?? '') ?? '',
		approval: approvalOf(meeting),
		revision: meeting.revision,
		open,
	}
	return accept({ meeting, heading })
}

function approvalOf({ agendaApprovedBy, agendaApprovedOn }: MeetingRecord): MeetingHeading['approval'] {
	return agendaApprovedBy && agendaApprovedOn ? { by: agendaApprovedBy, on: agendaApprovedOn } : null
}
