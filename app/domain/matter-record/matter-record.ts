import type { ConsultationsPart } from '#app/domain/consultation/consultation.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import type { FiledSecrecy } from '#app/domain/materials/secrecy.ts'
import type { AssignmentRole } from '#app/domain/matter/assignment.ts'
import type { ChangeKind, DeadlineKind, StopCause } from '#app/domain/matter/deadline.ts'
import type { EmergencyRecord } from '#app/domain/matter/emergency-order.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { RequestKind } from '#app/domain/matter/matter-request.ts'
import type { FilingsPart } from '#app/domain/register/filing.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'
import type { AgendaPart, ClearancesPart } from './agenda-records.ts'
import type { CounselPart, DraftsPart, OpinionsPart, RechecksPart, StepsPart } from './opinion-records.ts'

/** What a matter (审查事项) says of itself, without anything that hangs on it. */
export type MatterRow = {
	readonly jurisdictionId: string
	readonly id: string
	readonly caseNumber: string | null
	readonly title: string
	readonly state: MatterState
	readonly stateSince: Date
	readonly round: number
	readonly revision: number
	readonly issuer: Issuer
	readonly organId: string
	readonly unitId: string
	readonly drafterId: string
	readonly headId: string | null
	readonly reviewOrganId: string | null
	readonly reviewUnitId: string | null
	readonly reviewerId: string | null
	readonly checkerId: string | null
	readonly signerId: string | null
	readonly currentVersionId: string | null
	readonly supplementFrom: 'submitted' | 'reviewing' | null
	readonly reasonCode: string | null
	readonly reasonText: string | null
	readonly awaitingHead: boolean
	readonly awaitingSignature: boolean
	readonly changedAfterClearance: boolean
	/** A plain date, YYYY-MM-DD. */
	readonly dueOn: string | null
	readonly dueProvisional: boolean
	readonly openedAt: Date
	readonly submittedAt: Date | null
}

export type TracksPart = { readonly tracks: readonly { readonly track: Track }[] }

/** An organ as a matter names it. */
export type OrganRecord = {
	readonly name: string
	readonly shortName: string
	readonly twoPersonReview: boolean
}

export type OrgansPart = {
	readonly organ: OrganRecord
	readonly reviewOrgan: OrganRecord | null
}

/** A file of a version. */
export type VersionFileRecord = {
	readonly position: number
	readonly role: 'main' | 'annex'
	readonly name: string
	readonly size: number
	readonly sha256: string
	readonly mediaType: string
	readonly secrecy: FiledSecrecy
}

/** The current version (稿件版本), without its text. */
export type VersionRecord = {
	readonly id: string
	readonly versionNo: number
	readonly contentSha256: string
	/** Nothing that reading the files found keeps this text back, invisible characters apart. */
	readonly isSound: boolean
	readonly invisibleCharacters: readonly UnseenCharacter[]
	readonly uploadedAt: Date
	readonly files: readonly VersionFileRecord[]
	/** Who said that it was read as Word shows it. */
	readonly confirmations: readonly ConfirmationRecord[]
}

/** The drafter's word that a version was read as Word shows it (核对读入). */
export type ConfirmationRecord = {
	readonly contentSha256: string
	readonly confirmedBy: string
	readonly confirmedAt: Date
}

export type TextPart = { readonly currentVersion: VersionRecord | null }

/** One entry of the checklist, oldest first: a file, or 不适用 with its reason. */
export type MaterialRecord = {
	readonly id: string
	readonly item: string
	readonly kind: 'file' | 'not-applicable'
	readonly reason: string | null
	readonly name: string | null
	readonly size: number | null
	readonly sha256: string | null
	readonly mediaType: string | null
	readonly isViewable: boolean
	readonly secrecy: FiledSecrecy | null
	readonly addedBy: string
	readonly addedAt: Date
}

export type MaterialsPart = { readonly materials: readonly MaterialRecord[] }

/** 补正: one consolidated list, with its items in order. */
export type SupplementRecord = {
	readonly id: string
	readonly number: number
	readonly requestedBy: string
	readonly requestedAt: Date
	readonly answeredAt: Date | null
	readonly items: readonly {
		readonly position: number
		readonly what: string
		readonly reason: string
		readonly answer: string | null
		readonly answeredAt: Date | null
	}[]
}

export type SupplementsPart = { readonly supplements: readonly SupplementRecord[] }

/** A request to let the invisible characters of one version stand, and the intake's answer. */
export type WaiverRecord = {
	readonly id: string
	readonly versionId: string
	readonly contentSha256: string
	readonly reason: string
	readonly requestedBy: string
	readonly requestedAt: Date
	readonly decision: {
		readonly decision: 'granted' | 'declined'
		readonly reason: string
		readonly decidedBy: string
		readonly decidedAt: Date
	} | null
}

export type WaiversPart = { readonly waiverRequests: readonly WaiverRecord[] }

/** A period of the procedure, as the sum that a reader can check. Days are plain dates. */
export type DeadlineRecord = {
	readonly id: string
	readonly kind: DeadlineKind
	readonly startsOn: string
	readonly periodDays: number
	readonly dueOn: string
	readonly isProvisional: boolean
	readonly endedAt: Date | null
	readonly daysLeft: number | null
	readonly stops: readonly StopRecord[]
	readonly changes: readonly ChangeRecord[]
}

/** Days on which a period stood still, both included; it stands still until it is resumed. */
export type StopRecord = {
	readonly id: string
	readonly cause: StopCause
	readonly startsOn: string
	readonly endsOn: string | null
	readonly resumedAt: Date | null
}

/** Working days that were added to a period or taken from it. */
export type ChangeRecord = {
	readonly kind: ChangeKind
	readonly days: number
	readonly reason: string
	readonly decidedBy: string
	readonly decidedAt: Date
}

export type DeadlinesPart = { readonly deadlines: readonly DeadlineRecord[] }

/** Who works on the matter now in which role; ended assignments are no part of the record. */
export type AssignmentRecord = {
	readonly id: string
	readonly role: AssignmentRole
	readonly personId: string
	readonly assignedAt: Date
}

export type AssignmentsPart = { readonly assignments: readonly AssignmentRecord[] }

/** A request of a reviewer to step back (回避), and its decision. */
export type RecusalRecord = {
	readonly id: string
	readonly personId: string
	readonly decision: 'granted' | 'declined' | null
}

/** What counsel said of their interest in the matter (利害关系), under their assignment to it. */
export type InterestRecord = {
	readonly id: string
	readonly assignmentId: string
	readonly personId: string
	readonly hasInterest: boolean
	readonly words: string | null
	readonly declaredAt: Date
}

/** What one asked on the matter and somebody else decides. */
export type RequestRecord = {
	readonly id: string
	readonly kind: RequestKind
	readonly cause: string
	readonly words: string
	readonly untilOn: string | null
	readonly otherMatterId: string | null
	readonly requestedBy: string
	readonly requestedAt: Date
	readonly decision: {
		readonly isGranted: boolean
		readonly reason: string
		readonly decidedBy: string
		readonly decidedAt: Date
	} | null
}

export type RequestsPart = { readonly requests: readonly RequestRecord[] }

/** The steps of an emergency order on it, oldest first. */
export type EmergencyPart = { readonly emergency: readonly EmergencyRecord[] }

export type InterestsPart = { readonly interests: readonly InterestRecord[] }

/** An act on a matter that a substitute did for the delegator (受委托), and the days of that delegation. */
export type DelegatedActRecord = {
	readonly delegationId: string
	readonly delegatorId: string
	readonly substituteId: string
	readonly actedAt: Date
	readonly delegation: { readonly startsOn: string; readonly endsOn: string }
}

export type DelegatedActsPart = { readonly delegatedActs: readonly DelegatedActRecord[] }

/** Counsel whom the lead let go in a round before they had written (免于出具), and why. */
export type CounselReleaseRecord = {
	readonly id: string
	readonly round: number
	readonly personId: string
	readonly reason: string
	readonly releasedAt: Date
}

export type CounselReleasesPart = { readonly counselReleases: readonly CounselReleaseRecord[] }

export type RecusalsPart = { readonly recusals: readonly RecusalRecord[] }

/**
 * A matter with every part that permission, workflow and gate ask for; texts stay where they are. It is put together of
 * parts, so that an act or a page can ask for those that it needs. Lists are in the order in which things happened.
 */
export type MatterRecord = MatterRow &
	TracksPart &
	OrgansPart & { readonly unit: { readonly name: string } } & TextPart &
	MaterialsPart &
	StepsPart &
	ConsultationsPart &
	SupplementsPart &
	WaiversPart &
	DeadlinesPart &
	AssignmentsPart &
	DelegatedActsPart &
	CounselReleasesPart &
	RecusalsPart &
	InterestsPart &
	RequestsPart &
	EmergencyPart &
	FilingsPart &
	DraftsPart &
	OpinionsPart &
	CounselPart &
	RechecksPart &
	ClearancesPart &
	AgendaPart

/** The tracks of a matter. */
export function tracksOf(matter: TracksPart): Track[] {
	return matter.tracks.map((row) => row.track)
}

/** The newest entry of each item or step: what was said last counts, what was said before stays on record. */
export function newestBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
	return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}
