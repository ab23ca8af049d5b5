import { KINDS } from '#app/domain/act/act.ts'
import type { ActDefinition, CycleMoves, Fork, Guarded, LifeCycle } from '#app/domain/act/definition.ts'
import { namesOf, recordOf } from '#app/domain/record-of.ts'

/** What a guard looks at: the facts of the thing, and the event with whatever it says. */
type Looked<Facts> = { readonly context: Facts; readonly event: { readonly type: string } }

/** One way that an event leads on from a state, as xstate takes it. */
export type Branch<State extends string, Facts> = {
	readonly target: State
	readonly guard: (looked: Looked<Facts>) => boolean
}

/** A state of a machine: the branches of each event that it knows. */
type MachineState<State extends string, Facts> = {
	readonly on: Readonly<Record<string, readonly Branch<State, Facts>[]>>
}

/** What a life cycle's machine asks beside the end of a move: `named` where the table names a requirement of the move. */
type Allows<Facts> = (facts: Facts, event: string, named: Guarded['needs'] | null) => boolean

/**
 * The states of a life cycle with their moves, read off the act table: the only place in which a machine is made.
 * Where a move forks, the ends are tried in the order of the table; an event that fits none of them is refused.
 */
export function machineStates<State extends string, Facts>(
	cycle: LifeCycle,
	states: readonly State[],
	allows: Allows<Facts>,
): Record<State, MachineState<State, Facts>> {
	const isState = (name: string): name is State => states.some((state) => state === name)
	const branch = (event: string, to: string, fork: Fork<string> | null, needs: Guarded['needs'] | null) => {
		if (!isState(to)) throw new Error(`${event} leads to ${to}, which is no state of ${cycle}`)
		return {
			target: to,
			guard: (looked: Looked<Facts>) =>
				(fork === null || endOf(fork, looked) === to) && allows(looked.context, event, needs),
		}
	}
	const branches = (event: string, move: string | Fork<string> | Guarded) => {
		if (typeof move === 'string') return [branch(event, move, null, null)]
		if ('needs' in move) return [branch(event, move.to, null, move.needs)]
		return [...new Set(Object.values(move.to))].map((to) => branch(event, to, move, null))
	}
	const on = (state: State) =>
		namesOf(KINDS).flatMap((event) => {
			const kind: Partial<ActDefinition> & CycleMoves = KINDS[event]
			const move = Object.entries(kind[cycle] ?? {}).find(([from]) => from === state)?.[1]
			return move === undefined ? [] : [[event, branches(event, move)] as const]
		})
	return recordOf(states, (state) => ({ on: Object.fromEntries(on(state)) }))
}

/** The end that a fork leads to, by what the event or the facts say; none for what the table does not name. */
function endOf({ by, to }: Fork<string>, { context, event }: Looked<unknown>): string | undefined {
	const said = new Map(Object.entries({ ...Object(context), ...event })).get(by)
	return Object.entries(to).find(([each]) => each === said)?.[1]
}
