import { setup, transition } from 'xstate'
import type { EventOf } from '#app/domain/act/act.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type MeetingState, MEETING_STATES } from './life-cycle-states.ts'
import { machineStates } from './machine-states.ts'
import { type MeetingFacts, MEETING_REQUIREMENTS } from './meeting-facts.ts'

export type MeetingEvent =
	| { type: Exclude<EventOf<'meeting'>, 'outcome.noted'> }
	| { type: 'outcome.noted'; outcome: Outcome }

/** The machine's "no" to a meeting event, with what a record lacks before it can be closed. */
export type MeetingRefused = {
	readonly code: 'meeting-transition-refused'
	readonly state: MeetingState
	readonly event: MeetingEvent['type']
	readonly undecidedItems: number
	readonly lacksAttendance: boolean
	/** The agenda as it is now has items, and whoever presides has not approved it. */
	readonly lacksApproval: boolean
}

/** The life of one meeting. It never goes back: a fixed agenda stays fixed, and a record once closed stays closed. */
export const meetingMachine = setup({
	// XState asks for its types as values.
	types: {} as { context: MeetingFacts; events: MeetingEvent; input: MeetingFacts },
}).createMachine({
	id: 'meeting',
	context: ({ input }) => input,
	initial: 'preparing',
	states: machineStates<MeetingState, MeetingFacts>(
		'meeting',
		MEETING_STATES,
		(facts, _event, needs) => needs === null || MEETING_REQUIREMENTS[needs](facts),
	),
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
			lacksApproval: meeting.facts.listings > 0 && meeting.facts.approval !== 'given',
		})
	return accept(transition(meetingMachine, before, event)[0].value)
}
