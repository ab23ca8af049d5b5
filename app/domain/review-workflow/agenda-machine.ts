import { setup, transition } from 'xstate'
import { type Outcome, needsListing } from '#app/domain/meeting/outcome.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** The states of an agenda item (议题). `blocked` is 准入未通过: the clearance fell while the item waited or stood. */
export const AGENDA_STATES = [
	'proposed',
	'blocked',
	'listed',
	'notified',
	'discussed',
	'postponed',
	'removed',
] as const

export type AgendaState = (typeof AGENDA_STATES)[number]

export type AgendaEvent =
	| { type: 'agenda.listed' }
	| { type: 'agenda.notified' }
	| { type: 'agenda.blocked' }
	| { type: 'agenda.delisted' }
	| { type: 'outcome.recorded'; outcome: Outcome }

/** The machine's "no" to an agenda event. */
export type AgendaRefused = {
	readonly code: 'agenda-transition-refused'
	readonly state: AgendaState
	readonly event: AgendaEvent['type']
}

/**
 * The life of one agenda item. Whether it may be listed is the gate's answer, not this machine's: the machine
 * only knows that listing comes before notification and notification before an outcome that decides.
 */
export const agendaMachine = setup({
	types: { events: {} as AgendaEvent },
	guards: {
		discussed: ({ event }) => event.type === 'outcome.recorded' && needsListing(event.outcome),
		notReached: ({ event }) => event.type === 'outcome.recorded' && event.outcome === 'not-reached',
		takenOff: ({ event }) =>
			event.type === 'outcome.recorded' && (event.outcome === 'removed' || event.outcome === 'withdrawn'),
	},
}).createMachine({
	id: 'agenda-item',
	initial: 'proposed',
	states: {
		proposed: {
			on: {
				'agenda.listed': 'listed',
				'agenda.blocked': 'blocked',
				'outcome.recorded': { target: 'removed', guard: 'takenOff' },
			},
		},
		blocked: {
			on: {
				'agenda.listed': 'listed',
				'outcome.recorded': [
					{ target: 'postponed', guard: 'notReached' },
					{ target: 'removed', guard: 'takenOff' },
				],
			},
		},
		listed: {
			on: {
				'agenda.notified': 'notified',
				'agenda.blocked': 'blocked',
				'agenda.delisted': 'proposed',
				'outcome.recorded': { target: 'removed', guard: 'takenOff' },
			},
		},
		notified: {
			on: {
				'agenda.blocked': 'blocked',
				'outcome.recorded': [
					{ target: 'discussed', guard: 'discussed' },
					{ target: 'postponed', guard: 'notReached' },
					{ target: 'removed', guard: 'takenOff' },
				],
			},
		},
		discussed: {},
		postponed: {},
		removed: {},
	},
})

/** Applies one event to an agenda item and returns its next state; what the state does not know is refused by name. */
export function transitionAgendaItem(
	state: AgendaState,
	event: AgendaEvent,
): Result<AgendaState, AgendaRefused> {
	const before = agendaMachine.resolveState({ value: state })
	if (!before.can(event)) return refuse({ code: 'agenda-transition-refused', state, event: event.type })
	return accept(transition(agendaMachine, before, event)[0].value)
}
