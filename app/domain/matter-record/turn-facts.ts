import { type OrderedMatter, emergencyFacts } from '#app/domain/matter/emergency-order.ts'
import { type ConsentedMatter, consentFacts } from '#app/domain/meeting/leader-consent.ts'
import { isForRegister } from '#app/domain/register/issuable-text.ts'
import type { TurnFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { type AgendaItemRow, openItem } from './agenda-records.ts'
import { isTextAsCleared, openWaiver } from './current-text.ts'
import {
	type AssignmentRecord,
	type InterestRecord,
	type MatterRow,
	type RecusalRecord,
	type RequestRecord,
	type TracksPart,
	type VersionRecord,
	type WaiverRecord,
	tracksOf,
} from './matter-record.ts'
import { type StoppableDeadline, isStopped } from './period-of-deadline.ts'
import { type CounselOpinionRecord, type OpinionDraftRecord, opinionInForce } from './opinion-records.ts'
import {
	askedCounsel,
	assignedCounsel,
	counselOpinionsOnCurrent,
	declaredCounsel,
	lacksCounselOpinion,
	lacksSuccessor,
	undisposedHolds,
} from './review-standing.ts'

/** What of a matter's record says whose turn it is: little, so that a list of many matters can be answered. */
export type TurnRecord = Pick<
	MatterRow,
	| 'state'
	| 'title'
	| 'round'
	| 'awaitingHead'
	| 'awaitingSignature'
	| 'changedAfterClearance'
	| 'reviewerId'
	| 'organId'
	| 'currentVersionId'
> &
	TracksPart & {
		readonly currentVersion: Pick<VersionRecord, 'contentSha256'> | null
		readonly waiverRequests: readonly (Pick<WaiverRecord, 'versionId'> & {
			readonly decision: Pick<NonNullable<WaiverRecord['decision']>, 'decision'> | null
		})[]
		readonly assignments: readonly Pick<AssignmentRecord, 'id' | 'role' | 'personId' | 'assignedAt'>[]
		readonly interests: readonly Pick<
			InterestRecord,
			'assignmentId' | 'personId' | 'hasInterest' | 'declaredAt'
		>[]
		readonly recusals: readonly Pick<RecusalRecord, 'decision'>[]
		readonly requests: readonly (Pick<RequestRecord, 'kind'> & { readonly decision: unknown })[]
		readonly deadlines: readonly StoppableDeadline[]
		readonly opinionDrafts: readonly Pick<OpinionDraftRecord, 'round' | 'checkedAt'>[]
		readonly opinions: readonly { readonly revocation: unknown }[]
		readonly counselOpinions: readonly (Pick<
			CounselOpinionRecord,
			'round' | 'versionId' | 'personId' | 'conclusion'
		> & {
			readonly disposition: unknown
		})[]
		readonly clearances: readonly { readonly contentSha256: string; readonly kind: string }[]
		readonly agendaItems: readonly Pick<AgendaItemRow, 'organId' | 'proposedAt' | 'state'>[]
		readonly consents: ConsentedMatter['consents']
		readonly emergency: OrderedMatter['emergency']
	}

/** The facts that the workflow and the turn both ask for. */
type StandingFacts = Omit<
	TurnFacts,
	'state' | 'reviewerId' | 'counselAsked' | 'lacksSuccessor' | 'counselWaiting' | 'hasCounsel' | 'agenda'
>

/** Says of a matter what both its workflow and its turn ask; each of these facts is computed here and nowhere else. */
export function standingFactsOf(matter: TurnRecord): StandingFacts {
	return {
		awaitingHead: matter.awaitingHead,
		awaitingSignature: matter.awaitingSignature,
		changedAfterClearance: matter.changedAfterClearance,
		isWaiverOpen: openWaiver(matter) !== null,
		isTextAsCleared: isTextAsCleared(matter),
		isForRegister: isForRegister(tracksOf(matter), matter.clearances.at(-1)?.kind ?? null),
		hasOpinion: opinionInForce(matter) !== null,
		lacksCounselOpinion: lacksCounselOpinion(matter),
		hasCounselHold: undisposedHolds(matter).length > 0,
		isOpinionChecked: matter.opinionDrafts.some(
			(draft) => draft.round === matter.round && draft.checkedAt !== null,
		),
		hasOpenRecusal: matter.recusals.some((recusal) => recusal.decision === null),
		isClockStopped: matter.deadlines.some(isStopped),
		...consentFacts(openItem(matter), matter),
		...emergencyFacts(matter),
		openRequests: matter.requests.filter(({ decision }) => decision === null).map(({ kind }) => kind),
	}
}

/** What "whose turn is it" asks of a matter. */
export function turnFactsOf(matter: TurnRecord): TurnFacts {
	const heard = counselOpinionsOnCurrent(matter)
	return {
		...standingFactsOf(matter),
		state: matter.state,
		reviewerId: matter.reviewerId,
		counselAsked: askedCounsel(matter),
		lacksSuccessor: lacksSuccessor(matter),
		counselWaiting: declaredCounsel(matter).filter(
			(personId) => !heard.some((opinion) => opinion.personId === personId),
		),
		hasCounsel: assignedCounsel(matter).length > 0,
		agenda: openItem(matter)?.state ?? null,
	}
}
