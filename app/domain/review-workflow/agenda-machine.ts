import { setup, transition } from 'xstate'
import type { EventOf } from '#app/domain/act/act.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type AgendaState, AGENDA_STATES } from './life-cycle-states.ts'
import { machineStates } from './machine-states.ts'

export type AgendaEvent =
	| { type: Exclude<EventOf<'agenda'>, 'outcome.recorded'> }
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
 * XState asks for its types as values.
 */
export const agendaMachine = setup({ types: { events: {} as AgendaEvent } }).createMachine({
	id: 'agenda-item',
	initial: 'proposed',
	states: machineStates<AgendaState, unknown>('agenda', AGENDA_STATES, () => true),
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
