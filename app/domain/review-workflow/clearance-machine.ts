import { setup, transition } from 'xstate'
import type { EventOf } from '#app/domain/act/act.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type ClearanceState, CLEARANCE_STATES } from './life-cycle-states.ts'
import { machineStates } from './machine-states.ts'

/** What a clearance may rest on; each kind has its own printed name and count. */
export const CLEARANCE_KINDS = ['reviewed', 'risk-flagged', 'out-of-scope', 'emergency'] as const

export type ClearanceKind = (typeof CLEARANCE_KINDS)[number]

export type ClearanceEvent = { type: EventOf<'clearance'> }

/** The machine's "no": a clearance that has ended stays ended. */
export type ClearanceRefused = {
	readonly code: 'clearance-ended'
	readonly state: ClearanceState
	readonly event: ClearanceEvent['type']
}

/**
 * The life of a clearance. Nothing leads back to `valid`: the same text needs a new clearance, never an old one revived.
 * XState asks for its types as values.
 */
export const clearanceMachine = setup({ types: { events: {} as ClearanceEvent } }).createMachine({
	id: 'clearance',
	initial: 'valid',
	states: machineStates<ClearanceState, unknown>('clearance', CLEARANCE_STATES, () => true),
})

/** Ends a clearance and returns how it ended; one that has ended already is refused. */
export function endClearance(
	state: ClearanceState,
	event: ClearanceEvent,
): Result<ClearanceState, ClearanceRefused> {
	const before = clearanceMachine.resolveState({ value: state })
	if (!before.can(event)) return refuse({ code: 'clearance-ended', state, event: event.type })
	return accept(transition(clearanceMachine, before, event)[0].value)
}
