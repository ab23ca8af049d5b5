import type { EventOf, KINDS } from '#app/domain/act/act.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'

/** The events of a matter, by name: read off the act table. */
export type MatterEventType = EventOf<'matter'>

type MovesOf<Type extends MatterEventType> = (typeof KINDS)[Type]['matter']
type ForksOf<Moves, By extends string> = Extract<Moves[keyof Moves], { readonly by: By }>
/** What an event says beside its name: what its moves fork by. Where a working paper names no conclusion yet, null, which no move names. */
type Saying<Moves> = ([ForksOf<Moves, 'conclusion'>] extends [never]
	? unknown
	: { readonly conclusion: Conclusion | null }) &
	([ForksOf<Moves, 'outcome'>] extends [never] ? unknown : { readonly outcome: Outcome })

/** The events that move a matter or are recorded on it. */
export type MatterEvent = {
	[Type in MatterEventType]: { readonly type: Type } & Saying<MovesOf<Type>>
}[MatterEventType]

/** The acts that say nothing beside their name. */
export type PlainMatterEventType = {
	[Type in MatterEventType]: { readonly type: Type } extends Saying<MovesOf<Type>> & { type: Type }
		? Type
		: never
}[MatterEventType]
