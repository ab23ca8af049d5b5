import type { AgendaItemRow, ListingRecord, OutcomeRecord } from '#app/domain/matter-record/agenda-records.ts'
import { type ApprovalRecord, type ApprovedAgenda, approvalFact } from './agenda-approval.ts'
import { type AgendaState, type MeetingState } from '#app/domain/review-workflow/life-cycle-states.ts'
import type { MeetingFacts } from '#app/domain/review-workflow/meeting-facts.ts'
import type { Capacity } from './attendance.ts'
import type { DiscussionRecord } from '#app/domain/minutes/discussion.ts'
import type { FollowUpRecord } from '#app/domain/follow-up/follow-up.ts'
import type { MeetingKind } from './meeting-kind.ts'

/** An agenda item of a meeting with the listing that it stands on and what became of it. */
export type MeetingItem = AgendaItemRow & {
	readonly listing: ListingRecord | null
	readonly outcome: OutcomeRecord | null
	/** The organ that reviewed its matter; null of a plain slot. */
	readonly reviewOrgan: { readonly name: string } | null
}

/** What a meeting took up that no review had cleared here: who brought it, what was decided, and why it came so. */
export type OffSystemRecord = {
	readonly id: string
	readonly title: string
	readonly organ: string
	readonly decisionText: string
	readonly reason: string
	readonly reportedBy: string
	readonly reportedAt: Date
}

/** 更正: what a confirmed record should have said of an item, or as a whole, and why. */
export type CorrectionRecord = {
	readonly id: string
	readonly agendaItemId: string | null
	readonly words: string
	readonly reason: string
	readonly correctedBy: string
	readonly correctedAt: Date
}

/** A meeting with its items in the order of the agenda, its attendance and the leaders' urgent approvals. */
export type MeetingRecord = {
	readonly jurisdictionId: string
	readonly id: string
	readonly organId: string
	readonly kind: MeetingKind
	readonly title: string
	readonly state: MeetingState
	readonly startsAt: Date
	readonly place: string
	readonly chairId: string | null
	readonly revision: number
	readonly createdAt: Date
	/** Who approved the agenda that was fixed, and on which day (YYYY-MM-DD). */
	readonly agendaApprovedBy: string | null
	readonly agendaApprovedOn: string | null
	readonly organ: { readonly name: string }
	readonly items: readonly MeetingItem[]
	readonly attendances: readonly {
		readonly position: number
		readonly name: string
		readonly organ: string
		readonly capacity: Capacity
	}[]
	/** What was taken up outside the system (未经系统准入), as it was recorded afterwards. */
	readonly offSystem: readonly OffSystemRecord[]
	/** How many members the meeting has (应到人数); null where nobody has said. */
	readonly memberCount: number | null
	/** How its items were discussed, oldest first: of each the newest counts. */
	readonly discussions: readonly DiscussionRecord[]
	/** What the confirmed record should have said, oldest first. */
	readonly corrections: readonly CorrectionRecord[]
	/** 督办: the tasks that it gave, oldest first. */
	readonly followUps: readonly FollowUpRecord[]
	readonly urgents: readonly {
		readonly matterId: string
		readonly reason: string
		readonly approvedBy: string
		readonly approvedAt: Date
	}[]
	/** What was asked of whoever presides and what they answered, oldest first. */
	readonly approvals: readonly ApprovalRecord[]
}

/** What of a meeting says what it asks for. */
export type MeetingAgenda = Pick<MeetingRecord, 'state'> & {
	readonly items: readonly (Pick<
		AgendaItemRow,
		'id' | 'kind' | 'title' | 'position' | 'matterId' | 'state'
	> & {
		readonly listing: Pick<ListingRecord, 'contentSha256' | 'clearanceId'> | null
		readonly outcome: unknown
	})[]
	readonly approvals: ApprovedAgenda['approvals']
	readonly attendances: readonly unknown[]
}

/** An item in one of these states was taken up, or was to be, and awaits its outcome. */
const AWAITING: readonly AgendaState[] = ['listed', 'notified', 'blocked']

/** The items that the meeting took up or was to take up, and that have no outcome yet. Plain slots have none to record. */
export function undecidedItems<Item extends MeetingAgenda['items'][number]>(meeting: {
	readonly items: readonly Item[]
}): Item[] {
	return meeting.items.filter(
		(item) => item.matterId !== null && item.outcome === null && AWAITING.includes(item.state),
	)
}

/** An item in one of these states has its place on the agenda. */
const STANDING: readonly AgendaState[] = ['listed', 'notified']

/** Whether an item has its place on the agenda now; what the gate has blocked has none. */
export function standsOnAgenda({ state }: Pick<AgendaItemRow, 'state'>): boolean {
	return STANDING.includes(state)
}

/** How many items a meeting has: those that stand on its agenda, and those that it has an outcome of. */
export function countItems(
	items: readonly (Pick<AgendaItemRow, 'state'> & { readonly outcome: unknown })[],
): number {
	return items.filter((item) => standsOnAgenda(item) || item.outcome !== null).length
}

/** What stands on the agenda, in order: decisions and plain slots, blocked items in the place they held. */
export function agendaOf(meeting: Pick<MeetingRecord, 'items'>): MeetingItem[] {
	return meeting.items.filter((item) => item.state !== 'removed' && item.state !== 'proposed')
}

/** What the meeting's machine asks for, whichever matter is in question. */
export function meetingFactsOf(meeting: MeetingAgenda, isUrgentlyApproved = false): MeetingFacts {
	return {
		undecidedItems: undecidedItems(meeting).length,
		attendees: meeting.attendances.length,
		listings: meeting.items.filter((item) => item.listing !== null).length,
		approval: approvalFact(meeting),
		isUrgentlyApproved,
	}
}

/** Whether a leader has signed that this matter may join the fixed agenda. */
export function isUrgentlyApproved(
	meeting: { readonly urgents: readonly { readonly matterId: string }[] },
	matterId: string,
): boolean {
	return meeting.urgents.some((urgent) => urgent.matterId === matterId)
}

/** What a meeting may ask for: list proposals, ask the chair, who approves, fix the agenda, hold it, register who came, record outcomes, close. */
export const MEETING_TASKS = ['list', 'ask', 'approve', 'fix', 'hold', 'record', 'attend', 'close'] as const

export type MeetingTask = (typeof MEETING_TASKS)[number]

/** The one thing that a meeting asks for next, or null once it is over. Its act is one that the machine then takes. */
export function meetingTask(meeting: MeetingAgenda): MeetingTask | null {
	const { listings, undecidedItems: undecided, attendees, approval } = meetingFactsOf(meeting)
	switch (meeting.state) {
		case 'preparing':
			if (listings === 0) return 'list'
			return approval === 'given' ? 'fix' : approval === 'asked' ? 'approve' : 'ask'
		case 'fixed':
			return 'hold'
		case 'held':
			if (attendees === 0) return 'attend'
			return undecided > 0 ? 'record' : 'close'
		case 'closed':
		case 'cancelled':
			return null
	}
}

/**
 * Before which meeting a proposal is put: the one that has taken it up, or the organ's next whose agenda is prepared; null
 * where there is none. `meetings` stand in the order of their days.
 */
export function meetingOfProposal(
	item: Pick<AgendaItemRow, 'organId' | 'meetingId'>,
	meetings: readonly Pick<MeetingRecord, 'id' | 'organId' | 'state'>[],
): string | null {
	const own = meetings.find(({ id, state }) => id === item.meetingId && state !== 'cancelled')
	const next = meetings.find(({ organId, state }) => organId === item.organId && state === 'preparing')
	return (own ?? next)?.id ?? null
}

/** Meetings whose agenda is not settled, or will never be held: what they had taken up may go elsewhere. */
export const LETS_GO = ['preparing', 'cancelled'] as const satisfies readonly MeetingState[]

/** Whether an item that another meeting had taken up may be put before a new one. */
export function mayLeave(state: MeetingState): boolean {
	return LETS_GO.some((each) => each === state)
}
