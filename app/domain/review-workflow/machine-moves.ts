import type { AnyStateMachine } from 'xstate'
import { toDirectedGraph } from 'xstate/graph'
import type { LifeCycle } from '#app/domain/act/definition.ts'
import { agendaMachine } from './agenda-machine.ts'
import { clearanceMachine } from './clearance-machine.ts'
import { matterMachine } from './matter-machine.ts'
import { meetingMachine } from './meeting-machine.ts'

/** The life cycles that have a machine, in the order in which they are shown. */
export const LIFE_CYCLES = [
	'matter',
	'agenda',
	'meeting',
	'clearance',
] as const satisfies readonly LifeCycle[]

/** One event that leads from a state to another, or back to the same. */
export type Move = { readonly from: string; readonly event: string; readonly to: string }

const MACHINES: Record<LifeCycle, AnyStateMachine> = {
	matter: matterMachine,
	agenda: agendaMachine,
	meeting: meetingMachine,
	clearance: clearanceMachine,
}

/** The states of a life cycle, in the order of its machine. */
export function statesOf(lifeCycle: LifeCycle): string[] {
	return Object.keys(MACHINES[lifeCycle].states)
}

/** Every move of a life cycle, read from the machine that decides at run time. */
export function movesOf(lifeCycle: LifeCycle): Move[] {
	return toDirectedGraph(MACHINES[lifeCycle]).children.flatMap((node) =>
		node.edges.map((edge) => ({ from: edge.source.key, event: edge.label.text, to: edge.target.key })),
	)
}
