import { setup, transition } from 'xstate'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** The states of a meeting: its agenda is prepared, fixed and sent out, the meeting is held, its record closed. */
export const MEETING_STATES = ['preparing', 'fixed', 'held', 'closed', 'cancelled'] as const

export type MeetingState = (typeof MEETING_STATES)[number]

export type MeetingEvent =
	| { type: 'agenda.edited' }
	| { type: 'agenda.listed' }
	| { type: 'agenda.delisted' }
	| { type: 'meeting.fixed' }
	| { type: 'meeting.urgent-approved' }
	| { type: 'meeting.held' }
	| { type: 'outcome.noted'; outcome: Outcome }
	| { type: 'attendance.recorded' }
	| { type: 'meeting.closed' }
	| { type: 'meeting.cancelled' }

/** What the meeting's guards ask for. */
export type MeetingFacts = {
	readonly undecidedItems: number
	readonly listings: number
	/** Persons whom the attendance names. */
	readonly attendees: number
	/** A leader has signed that the matter in question may join the fixed agenda. */
	readonly isUrgentlyApproved: boolean
}

/** The machine's "no" to a meeting event, with what a record lacks before it can be closed. */
export type MeetingRefused = {
	readonly code: 'meeting-transition-refused'
	readonly state: MeetingState
	readonly event: MeetingEvent['type']
	readonly undecidedItems: number
	readonly lacksAttendance: boolean
}

/** The life of one meeting. It never goes back: a fixed agenda stays fixed, and a record once closed stays closed. */
export const meetingMachine = setup({
	types: { context: {} as MeetingFacts, events: {} as MeetingEvent, input: {} as MeetingFacts },
	guards: {
		recordIsWhole: ({ context }) => context.undecidedItems === 0 && context.attendees > 0,
		agendaIsEmpty: ({ context }) => context.listings === 0,
		agendaHasItems: ({ context }) => context.listings > 0,
		urgentlyApproved: ({ context }) => context.isUrgentlyApproved,
		takesOff: ({ event }) =>
			event.type === 'outcome.noted' && (event.outcome === 'removed' || event.outcome === 'withdrawn'),
	},
}).createMachine({
	id: 'meeting',
	context: ({ input }) => input,
	initial: 'preparing',
	states: {
		preparing: {
			on: {
				'agenda.edited': 'preparing',
				'agenda.listed': 'preparing', // [31]
				'agenda.delisted': 'preparing',
				'meeting.fixed': { target: 'fixed', guard: 'agendaHasItems' }, // [32]
				'meeting.cancelled': { target: 'cancelled', guard: 'agendaIsEmpty' },
			},
		},
		fixed: {
			on: {
				'meeting.urgent-approved': 'fixed',
				'agenda.listed': { target: 'fixed', guard: 'urgentlyApproved' },
				'outcome.noted': { target: 'fixed', guard: 'takesOff' }, // 移出、会前撤回
				'meeting.held': 'held',
				'meeting.cancelled': { target: 'cancelled', guard: 'agendaIsEmpty' },
			},
		},
		held: {
			on: {
				'outcome.noted': 'held', // [33]
				'attendance.recorded': 'held',
				'meeting.closed': { target: 'closed', guard: 'recordIsWhole' },
			},
		},
		closed: {},
		cancelled: {},
	},
})

/** Tells of events whether a meeting may take them now, without taking any. */
export function judgeMeeting(meeting: {
	state: MeetingState
	facts: MeetingFacts
}): (event: MeetingEvent) => boolean {
	const now = meetingMachine.resolveState({ value: meeting.state, context: meeting.facts })
	return (event) => now.can(event)
}

/** Applies one event to a meeting and returns its next state; what it may not do now is refused by name. */
export function transitionMeeting(
	meeting: { state: MeetingState; facts: MeetingFacts },
	event: MeetingEvent,
): Result<MeetingState, MeetingRefused> {
	const before = meetingMachine.resolveState({ value: meeting.state, context: meeting.facts })
	if (!before.can(event))
		return refuse({
			code: 'meeting-transition-refused',
			state: meeting.state,
			event: event.type,
			undecidedItems: meeting.facts.undecidedItems,
			lacksAttendance: meeting.facts.attendees === 0,
		})
	return accept(transition(meetingMachine, before, event)[0].value)
}
