import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Contradiction } from '#app/domain/opinion/contradictions.ts'
import type { RequestKind } from '#app/domain/matter/matter-request.ts'
import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'
import type { EmergencyFacts } from '#app/domain/matter/emergency-order.ts'
import type { ConsentFacts } from '#app/domain/meeting/leader-consent.ts'
import type { AgendaState } from './life-cycle-states.ts'

/** The states in which a supplement may be asked for; the matter goes back to the one it came from. */
export const SUPPLEMENT_ORIGINS = ['submitted', 'reviewing'] as const

export type SupplementOrigin = (typeof SUPPLEMENT_ORIGINS)[number]

/** What the workflow must know of a matter to say what may happen. Loaded by services, in the command's transaction. */
export type MatterFacts = {
	readonly awaitingHead: boolean
	readonly awaitingSignature: boolean
	readonly changedAfterClearance: boolean
	readonly supplementFrom: SupplementOrigin | null
	readonly hasVersion: boolean
	/** Nothing but invisible characters, if they, keeps the current version from being submitted. */
	readonly isVersionSubmittable: boolean
	/** The drafter has confirmed that exactly these files were read as Word shows them. */
	readonly isReadingConfirmed: boolean
	/** The invisible characters of the current version that nobody has let stand. */
	readonly unseenCharacters: readonly UnseenCharacter[]
	/** The intake was asked to let those of the current version stand, and has not answered. */
	readonly isWaiverOpen: boolean
	readonly isVersionNewSinceOpinion: boolean
	readonly isTextAsCleared: boolean
	readonly hasTrack: boolean
	readonly missingMaterials: number
	readonly unansweredSteps: number
	/** A public consultation was opened, and neither taken back nor settled. */
	readonly hasOpenConsultation: boolean
	readonly openSupplementItems: number
	readonly unansweredPoints: number
	readonly unjudgedSteps: number
	readonly incompleteItems: number
	readonly hasConclusion: boolean
	/** The opinion in the making flags no risk, or says all of it. */
	readonly isRiskStated: boolean
	/** What in the opinion in the making cannot stand together. */
	readonly contradictions: readonly Contradiction[]
	readonly lacksCounselOpinion: boolean
	/** How many of several counsel who are assigned have not written in this round, and were not let go. */
	readonly awaitedCounsel: number
	readonly hasCounselHold: boolean
	readonly isOpinionChecked: boolean
	/** The reviewer asked to step back (回避), and the lead has not decided. */
	readonly hasOpenRecusal: boolean
	/** What a meeting decides of it is registered, numbered, issued and published; a contract is signed instead. */
	readonly isForRegister: boolean
	/** The clock of its period stands still, and nobody has said that it goes on. */
	readonly isClockStopped: boolean
	/** What was asked and not answered: to stop the clock, to hurry. */
	readonly openRequests: readonly RequestKind[]
	/** The period that runs was extended. */
	readonly isPeriodExtended: boolean
	/** An opinion is signed and not revoked. */
	readonly hasOpinion: boolean
	/** The opinion in force is 应当予以修改 or 不合法. */
	readonly hasAdverseOpinion: boolean
	readonly unansweredItems: number
	readonly unsettledItems: number
	readonly isListed: boolean
	/** It waits for a meeting, or stands before one. */
	readonly isProposed: boolean
	/** Every track is a major decision (Decree 713). */
	readonly isDecision: boolean
	/** Whether something is still to be filed after the next act on its document. */
	readonly filingsAfter: 'owed' | 'none'
} & ConsentFacts &
	EmergencyFacts

/** What "whose turn is it" asks of a matter: few facts, so that a list of many matters can be answered. */
export type TurnFacts = Pick<
	MatterFacts,
	| 'awaitingHead'
	| 'awaitingSignature'
	| 'changedAfterClearance'
	| 'isWaiverOpen'
	| 'isTextAsCleared'
	| 'hasOpinion'
	| 'isForRegister'
	| 'lacksCounselOpinion'
	| 'hasCounselHold'
	| 'isOpinionChecked'
	| 'hasOpenRecusal'
	| 'isClockStopped'
	| 'openRequests'
	| 'consent'
	| 'consentAskedOf'
	| keyof EmergencyFacts
> & {
	readonly state: MatterState
	readonly reviewerId: string | null
	/** Counsel who are assigned and have not said whether they have an interest. */
	readonly counselAsked: readonly string[]
	/** Counsel declared an interest, and the lead has named nobody in their place. */
	readonly lacksSuccessor: boolean
	/** Counsel who have no interest and have not signed in this round. */
	readonly counselWaiting: readonly string[]
	readonly hasCounsel: boolean
	/** The state of the matter's open agenda item, or null when it waits for no meeting. */
	readonly agenda: AgendaState | null
}
