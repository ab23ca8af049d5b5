import { transition } from 'xstate'
import { type MatterAct, ACTS, matterActsOf } from '#app/domain/act/act.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Contradiction } from '#app/domain/opinion/contradictions.ts'
import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'
import type { MatterEvent, MatterEventType } from './matter-events.ts'
import type { MatterFacts } from './matter-facts.ts'
import { matterMachine } from './matter-machine.ts'
import type { Requirement } from './requirements.ts'
import { unmetRequirements } from './required-for.ts'

/** A matter as the workflow sees it: its stored state and the facts its guards ask for. */
export type StoredMatter = { readonly state: MatterState; readonly facts: MatterFacts }

/** The machine's "no": the event does not belong to this state, or something is missing for it. */
export type TransitionRefused = {
	readonly code: 'transition-refused'
	readonly state: MatterState
	readonly event: MatterEventType
	readonly unmet: readonly Requirement[]
	/** The characters that are not seen, where these are what keeps the text back. */
	readonly characters?: readonly UnseenCharacter[]
	/** What contradicts what, where that is what keeps an opinion back. */
	readonly contradictions?: readonly Contradiction[]
}

/**
 * Applies one event to a stored matter and returns the state it moves to.
 *
 * XState ignores an event that the current state does not handle. In a legal record an ignored event reads
 * as a success, so it is refused by name instead, with everything that is missing for it.
 */
export function transitionMatter(
	matter: StoredMatter,
	event: MatterEvent,
): Result<MatterState, TransitionRefused> {
	const before = matterMachine.resolveState({ value: matter.state, context: matter.facts })
	const unmet = belongsToState(matter.state, event.type) ? unmetRequirements(event.type, matter.facts) : []
	if (!before.can(event))
		return refuse({
			code: 'transition-refused',
			state: matter.state,
			event: event.type,
			unmet,
			...namesOf(unmet, matter),
		})
	const [after] = transition(matterMachine, before, event)
	return accept(after.value)
}

function namesOf(
	unmet: readonly Requirement[],
	{ facts }: StoredMatter,
): Pick<TransitionRefused, 'characters' | 'contradictions'> {
	return {
		...(unmet.includes('characters-are-seen') && {
			characters: facts.unseenCharacters.slice(0, MOST_NAMED),
		}),
		...(unmet.includes('findings-agree') && { contradictions: facts.contradictions.slice(0, MOST_NAMED) }),
	}
}

/** More would be no list that anybody reads; the page of the draft or the opinion has them all. */
const MOST_NAMED = 20

/** Whether the state knows the event at all, whatever else may be missing for it. */
export function belongsToState(state: MatterState, event: MatterEventType): boolean {
	return matterMachine.states[state]?.ownEvents.includes(event) ?? false
}

/** The acts that a state knows, in the order of the act table. */
export function actsIn(state: MatterState): MatterAct[] {
	return [...matterActsOf(ACTS)].filter((act) => belongsToState(state, act))
}
