import { meetingStateOf } from '#app/db/code-columns.server.ts'
import { type MeetingRecord, meetingFactsOf } from '#app/domain/meeting/meeting-record.ts'
import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { namesOf } from '#app/domain/record-of.ts'
import { type MeetingAct, isOnMeeting, MEETING_ACTS } from '#app/domain/act/meeting-acts.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { OUTCOMES } from '#app/domain/meeting/outcome.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type MeetingEvent, judgeMeeting } from '#app/domain/review-workflow/meeting-machine.ts'
import type { MeetingState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { mayApprove } from './hold-meeting.server.ts'
import type { ReadShell } from '#app/services/shell.server.ts'

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

const DESK_ACTS = namesOf(MEETING_ACTS).filter(isOnMeeting)

/** The events that an act may end in: one, or of an outcome each that there is. */
function eventsOfAct(act: MeetingAct): readonly MeetingEvent[] {
	if (act === 'outcome.noted') return OUTCOMES.map((outcome) => ({ type: act, outcome }))
	return [{ type: act === 'agenda.listing-requested' ? 'agenda.listed' : act }]
}

/** Opens a meeting for one of its pages; who may not read it is told that there is none. */
export async function openMeeting(
	shell: ReadShell,
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
	const state = meetingStateOf(meeting.state)
	const mayTake = judgeMeeting({ state, facts })
	const open = DESK_ACTS.filter(
		(each) =>
			permit(actor, each, subject).ok &&
			eventsOfAct(each).some(mayTake) &&
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
