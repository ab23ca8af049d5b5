import { ACTS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ActDefinition } from '#app/domain/act/definition.ts'
import type { MatterFacts } from './matter-facts.ts'
import { type Requirement, REQUIREMENTS } from './requirements.ts'

/** Everything that the law and the procedure ask for before each event, in the order a reader should mend things. */
export const REQUIRED_FOR: Readonly<Record<string, readonly Requirement[]>> = Object.fromEntries(
	namesOf(ACTS).map((act) => {
		const { asks = [] }: ActDefinition = ACTS[act]
		return [act, asks]
	}),
)

/** The requirements of an event that these facts do not meet: the whole list at once, not the first. */
export function unmetRequirements(event: string, facts: MatterFacts): Requirement[] {
	return (REQUIRED_FOR[event] ?? []).filter((requirement) => !REQUIREMENTS[requirement](facts))
}
