import { setup } from 'xstate'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { machineStates } from './machine-states.ts'
import type { MatterEvent } from './matter-events.ts'
import type { MatterFacts } from './matter-facts.ts'
import { unmetRequirements } from './required-for.ts'

/**
 * The life of one matter: the only source of what may happen to it. Buttons, refusals, the drawn diagram
 * and the permission page all read this machine, which is the act table's moves of a matter.
 *
 * No `after`, no `invoke`: a restart must not move a statutory date. The state is a plain column; snapshots
 * are never stored. Numbers in brackets in the table are the transitions of the procedure (domain paper §8.4).
 */
export const matterMachine = setup({
	// XState asks for its types as values.
	types: {} as { context: MatterFacts; events: MatterEvent; input: MatterFacts },
}).createMachine({
	id: 'matter',
	context: ({ input }) => input,
	initial: 'draft',
	states: machineStates<(typeof MATTER_STATES)[number], MatterFacts>(
		'matter',
		MATTER_STATES,
		(facts, event) => unmetRequirements(event, facts).length === 0,
	),
})
