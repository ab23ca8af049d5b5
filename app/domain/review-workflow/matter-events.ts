import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'

/** The events that move a matter or are recorded on it. Event name = audit kind = locale key. */
export type MatterEvent =
	| { type: 'matter.edited' }
	| { type: 'version.uploaded' }
	| { type: 'waiver.requested' }
	| { type: 'waiver.granted' }
	| { type: 'waiver.declined' }
	| { type: 'submission.prepared' }
	| { type: 'submission.declined' }
	| { type: 'matter.submitted' }
	| { type: 'supplement.requested' }
	| { type: 'supplement.submitted' }
	| { type: 'matter.returned' }
	| { type: 'matter.accepted' }
	| { type: 'scope.excluded' }
	| { type: 'reviewer.assigned' }
	| { type: 'counsel.assigned' }
	| { type: 'counsel-opinion.signed' }
	| { type: 'counsel-hold.disposed' }
	| { type: 'opinion.saved' }
	| { type: 'opinion.sent-for-signature' }
	| { type: 'opinion.checked' }
	| { type: 'opinion.sent-back' }
	| { type: 'opinion.signed'; conclusion: Conclusion }
	| { type: 'opinion.revoked' }
	| { type: 'reply.saved' }
	| { type: 'revision.submitted' }
	| { type: 'clearance.reissued' }
	| { type: 'match.corrected' }
	| { type: 'recheck.proposed' }
	| { type: 'recheck.signed' }
	| { type: 'recheck.refused' }
	| { type: 'recheck.failed' }
	| { type: 'round.opened' }
	| { type: 'clearance.expired' }
	| { type: 'agenda.proposed' }
	| { type: 'outcome.recorded'; outcome: Outcome }
	| { type: 'matter.withdrawn' }

export type MatterEventType = MatterEvent['type']

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
	/** The invisible characters of the current version that nobody has let stand. */
	readonly unseenCharacters: readonly UnseenCharacter[]
	/** The intake was asked to let those of the current version stand, and has not answered. */
	readonly isWaiverOpen: boolean
	readonly isVersionNewSinceOpinion: boolean
	readonly isTextAsCleared: boolean
	readonly hasTrack: boolean
	readonly missingMaterials: number
	readonly unansweredSteps: number
	readonly openSupplementItems: number
	readonly unansweredPoints: number
	readonly unjudgedSteps: number
	readonly incompleteItems: number
	readonly isConclusionConsistent: boolean
	readonly lacksCounselOpinion: boolean
	readonly hasCounselHold: boolean
	readonly isOpinionChecked: boolean
	/** An opinion is signed and not revoked. */
	readonly hasOpinion: boolean
	/** The opinion in force is 应当予以修改 or 不合法. */
	readonly hasAdverseOpinion: boolean
	readonly unansweredItems: number
	readonly unsettledItems: number
	readonly isListed: boolean
}
