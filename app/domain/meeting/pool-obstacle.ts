import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { type MeetingKind, mayDecide } from './meeting-kind.ts'
import { type Proposal, isInTime } from './proposal-terms.ts'

/** What keeps a proposal from one meeting that the gate lets through: the meeting does not decide such matters, or it came late. */
export type PoolObstacle = 'not-of-this-kind' | 'after-the-last-day'

/** What of a proposal and a meeting says whether the one may come before the other. */
export type Taking = {
	readonly kind: MeetingKind
	readonly tracks: readonly Track[]
	readonly proposal: Pick<Proposal, 'proposedOn' | 'meetingOn' | 'lead'>
	/** The chair has signed, with a reason, that it is taken up all the same (紧急列入). */
	readonly isUrgent: boolean
}

/**
 * What keeps a proposal from a meeting, beside the gate, or null: no approval changes what a meeting may decide; the last
 * day for proposals (local rules of procedure, 待确认) gives way to the chair's.
 */
export function poolObstacle(taking: Taking, calendar: WorkingCalendar): PoolObstacle | null {
	if (!mayDecide(taking.kind, taking.tracks)) return 'not-of-this-kind'
	return taking.isUrgent || isInTime(taking.proposal, calendar) ? null : 'after-the-last-day'
}

/** Whether a proposal may be taken onto the agenda: the gate lets it through, and nothing keeps it from this meeting. */
export function isTakeable(entry: {
	readonly isOpen: boolean
	readonly obstacle: PoolObstacle | null
}): boolean {
	return entry.isOpen && entry.obstacle === null
}
