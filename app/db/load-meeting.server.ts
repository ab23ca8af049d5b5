import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import type { MeetingFacts } from '#app/domain/review-workflow/meeting-facts.ts'
import { findTree } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

export const MEETING_PARTS = {
	organ: { select: { name: true } },
	items: { orderBy: { position: 'asc' }, include: { listing: true, outcome: true } },
	attendances: { orderBy: { position: 'asc' } },
	urgents: true,
} as const

/** A meeting with its items, their listings and outcomes, its attendance and urgent approvals. */
export type MeetingRecord = NonNullable<Awaited<ReturnType<typeof loadMeeting>>>
export type MeetingItem = MeetingRecord['items'][number]

/** Loads one meeting, or null when the jurisdiction has none with this id. One query. */
export function loadMeeting(tx: Pick<Tx, '$queryRaw'>, jurisdictionId: string, meetingId: string) {
	return findTree(tx, 'meeting', { where: { jurisdictionId, id: meetingId }, include: MEETING_PARTS })
}

/** What the meeting's machine asks for; the urgent approval is that of the matter in question. */
export function meetingFactsOf(meeting: MeetingRecord, matterId: string | null = null): MeetingFacts {
	return {
		undecidedItems: undecidedItems(meeting).length,
		attendees: meeting.attendances.length,
		listings: meeting.items.filter((item) => item.listing !== null).length,
		isUrgentlyApproved: matterId !== null && meeting.urgents.some((urgent) => urgent.matterId === matterId),
	}
}

/** An item that the meeting took up or was to take up, and that has no outcome yet. Plain slots have none to record. */
export function undecidedItems(meeting: MeetingRecord): MeetingItem[] {
	const waiting: readonly AgendaState[] = ['listed', 'notified', 'blocked']
	return meeting.items.filter(
		(item) => item.matterId !== null && item.outcome === null && waiting.includes(item.state as AgendaState),
	)
}

/** What stands on the agenda, in order: decisions and plain slots, blocked items in the place they held. */
export function agendaOf(meeting: MeetingRecord): MeetingItem[] {
	return meeting.items.filter((item) => item.state !== 'removed' && item.state !== 'proposed')
}
