import type { AnyStateMachine } from 'xstate'
import { toDirectedGraph } from 'xstate/graph'
import { agendaMachine } from './agenda-machine.ts'
import { clearanceMachine } from './clearance-machine.ts'
import { matterMachine } from './matter-machine.ts'
import { meetingMachine } from './meeting-machine.ts'

/** The life cycles that have a machine. */
export const LIFE_CYCLES = ['matter', 'agenda', 'meeting', 'clearance'] as const

export type LifeCycle = (typeof LIFE_CYCLES)[number]

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
