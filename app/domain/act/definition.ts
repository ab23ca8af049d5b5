import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { Relation } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type {
	AgendaState,
	ClearanceState,
	MeetingState,
} from '#app/domain/review-workflow/life-cycle-states.ts'
import type { TurnFacts } from '#app/domain/review-workflow/matter-facts.ts'
import type { MeetingRequirement } from '#app/domain/review-workflow/meeting-facts.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import type { Told } from './told.ts'

/** Of an act of which the trail keeps nothing but who, when and in which state. */
export type NoDetail = Readonly<Record<never, never>>

/** A grant: posts with this role, standing in this relation to the subject, may do the act. */
export type Grant = { readonly role: Role; readonly where: Relation }

/** A move whose end depends on what the event says, on where a supplement was asked for, or on what is left to file; what is not named is refused. */
export type Fork<State extends string> =
	| { readonly by: 'conclusion'; readonly to: Readonly<Partial<Record<Conclusion, State>>> }
	| { readonly by: 'outcome'; readonly to: Readonly<Partial<Record<Outcome, State>>> }
	| { readonly by: 'supplementFrom'; readonly to: Readonly<Record<'submitted' | 'reviewing', State>> }
	| { readonly by: 'filingsAfter'; readonly to: Readonly<Record<'owed' | 'none', State>> }

/** A move of a meeting that asks for something first. */
export type Guarded = { readonly to: MeetingState; readonly needs: MeetingRequirement }

/** Where an event leads from each state that knows it; what is not here is refused. */
export type Moves<State extends string> = Readonly<Partial<Record<State, State | Fork<State>>>>

export type MeetingMoves = Readonly<
	Partial<Record<MeetingState, MeetingState | Fork<MeetingState> | Guarded>>
>

/** What an event does to the life cycles that know it. */
export type CycleMoves = {
	readonly matter?: Moves<MatterState>
	readonly agenda?: Moves<AgendaState>
	readonly meeting?: MeetingMoves
	readonly clearance?: Moves<ClearanceState>
}

/** The life cycles that have a machine. */
export type LifeCycle = 'matter' | 'agenda' | 'meeting' | 'clearance'

/** The address of a page; a part that begins with a colon is filled in. */
export type Page = `/${string}`

/**
 * One act: everything that the house must know of it. The machines, the permission table, buttons, lists and tests
 * read it here; only its words (`locales`) and what it writes (`services`) stand elsewhere, and both are held to it.
 */
export type ActDefinition = CycleMoves & {
	/** Who may: roles, each with its tie. What is not written is not allowed. */
	readonly who: readonly Grant[]
	/** What must hold first, in the order in which a reader should mend things. */
	readonly asks?: readonly Requirement[]
	/** Where its form stands; null for what is no form: reading, and what follows from another page. */
	readonly page: Page | null
	/** Where its form stands while the text is cleared, when that is another page. */
	readonly pageOverCleared?: Page
	/** How a matter's page offers it: not at all, where the form stands elsewhere; or only while nothing is missing. */
	readonly offered?: 'elsewhere' | 'where-called-for'
	/** Who is told when it was done; whoever does it is not. */
	readonly told?: readonly Told[]
	/**
	 * It counts because of who did it: signing, checking, confirming. Whoever may do it gets a new password only under
	 * two pairs of eyes, and does it not for a time afterwards.
	 */
	readonly isOwnHand?: true
	/** What the trail calls it when it was done, where that is another kind; a refusal bears the act's own name. */
	readonly recordedAs?: string
	/** Whose turn it ends, and the reasons that a work list may give. */
	readonly turn?: {
		readonly role: Role
		readonly because: readonly string[]
		/** The reasons for which it is waited for beside the main work, in any state that knows the act, while this holds. */
		readonly beside?: Readonly<Record<string, (facts: TurnFacts) => boolean>>
	}
}

/** An act that does something: it says who is told of it, be it nobody. */
export type DoingDefinition = ActDefinition & { readonly told: readonly Told[] }

/** What the trail records and nobody does as an act of its own: it follows from another act, or from the clock. */
export type RecordDefinition = CycleMoves & {
	/** The act under whose permission it is written. */
	readonly under?: string
	/** Who is told of it, unless the act that it follows from has told them. */
	readonly told?: readonly Told[]
}
