import type { Role } from '#app/domain/permission/role.ts'
import type { AdministrationDetails } from './administration-acts.ts'
import type { AfterMeetingDetails } from './after-meeting-acts.ts'
import { ACTS, KINDS, type Act, type Kind, type ReadingAct } from './act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ConsentDetails } from './consent-acts.ts'
import type { ConsultationDetails } from './consultation-acts.ts'
import type { ClockDetails } from './clock-acts.ts'
import type { DelegationDetails } from './delegation-acts.ts'
import type { ActDefinition } from './definition.ts'
import type { DraftingDetails } from './drafting-acts.ts'
import type { EmergencyDetails } from './emergency-acts.ts'
import type { IssueDetails } from './issue-acts.ts'
import type { MeetingDetails } from './meeting-acts.ts'
import type { PaperKind } from '#app/domain/paper/paper.ts'
import { READING_ACTS } from './reading-acts.ts'
import type { ReminderStage } from '#app/domain/calendar/reminder.ts'
import type { RecordDetails } from './records.ts'
import type { ReferenceDetails } from './reference-acts.ts'
import type { RegisterDetails } from './register-acts.ts'
import type { RequestDetails } from './request-acts.ts'
import type { RecusalDetails } from './recusal-acts.ts'
import type { RecheckDetails } from './recheck-acts.ts'
import type { ReviewDetails } from './review-acts.ts'

/** What the trail keeps of each kind of entry, beside who, when and in which state. */
export type TrailDetails = DraftingDetails &
	ConsultationDetails &
	ReviewDetails &
	RecusalDetails &
	ClockDetails &
	RequestDetails &
	RecheckDetails &
	ConsentDetails &
	EmergencyDetails &
	MeetingDetails &
	AfterMeetingDetails &
	IssueDetails &
	RegisterDetails &
	AdministrationDetails &
	DelegationDetails &
	ReferenceDetails &
	RecordDetails

/** The kinds that an entry may have: every act that does something, and every record. */
export type TrailKind = Exclude<Kind, ReadingAct>

/** The kinds that a line for somebody may have: those of the trail, a file turned away for its marking, and reminders. */
export type WordedKind = TrailKind | 'file.classified' | `reminder.${ReminderStage | 'digest'}`

/** What was done, as a service hands it to the trail: the kind, and exactly the facts that belong to it. */
export type TrailNote = {
	[Each in TrailKind]: { readonly kind: Each; readonly detail: TrailDetails[Each] }
}[TrailKind]

/** What the trail calls an act when it was done. */
export type RecordedAs<Doing extends Act> = (typeof ACTS)[Doing] extends {
	readonly recordedAs: infer Other extends TrailKind
}
	? Other
	: Extract<Doing, TrailKind>

/** The facts that an act hands to the trail. */
export type DetailOf<Doing extends Act> = TrailDetails[RecordedAs<Doing>]

/** What the trail keeps of a refusal: its code and what was missing, never what was typed. */
export type RefusalDetail = { readonly code?: string; readonly unmet?: readonly string[] }

/** A paper that an act sealed, as the act's entry keeps it: its content by its hash. */
export type SealedNote = {
	readonly paper: string
	readonly kind: PaperKind
	readonly number: string | null
	readonly sha256: string
	readonly code: string
	/** The Word file of the paper by its hash; papers of earlier releases have none. */
	readonly file?: string
}

/** What was done, as a reader finds it. An entry of an earlier release may hold less than is written today. */
export type DoneEntry = {
	[Each in TrailKind]: {
		readonly kind: Each
		readonly detail: Partial<TrailDetails[Each]> & { readonly papers?: readonly SealedNote[] }
	}
}[TrailKind]

/** An entry of the trail as its readers take it: who acted, around which states, and what was done or refused. */
export type TrailEntry = {
	readonly actor: {
		readonly id: string
		readonly name: string
		readonly role: Role | null
		readonly for?: { readonly name: string }
	} | null
	readonly pre: string | null
	readonly post: string | null
} & (
	| ({ readonly outcome: 'done' } & DoneEntry)
	| { readonly outcome: 'refused'; readonly kind: string; readonly detail: RefusalDetail }
	/** Of a kind that this program does not know: somebody else wrote it, and whoever audits must see that it is there. */
	| { readonly outcome: 'unknown'; readonly kind: string; readonly detail: unknown }
)

/** Every kind that an entry may have. */
export const TRAIL_KINDS: readonly TrailKind[] = namesOf(KINDS).filter(
	(kind): kind is TrailKind => !(kind in READING_ACTS),
)

const KNOWN: ReadonlySet<string> = new Set(TRAIL_KINDS)

function isTrailKind(kind: string): kind is TrailKind {
	return KNOWN.has(kind)
}

/**
 * Opens the sealed text of an entry, typed by its kind. The text was written through `TrailNote` and its hash is
 * verified by the chain, so its shape is what the table says.
 *
 * @throws SyntaxError for a text that is no JSON
 */
export function openEntry(leaf: string): TrailEntry {
	const { act, outcome, ...rest }: { readonly act: string; readonly outcome: string } = JSON.parse(leaf)
	return { ...rest, kind: act, outcome: isTrailKind(act) ? outcome : 'unknown' } as TrailEntry
}

/**
 * The entry of an act that was done, under the kind that the table calls it by. The note that took the facts was typed
 * by the same act, which is what the type of a kind beside its facts cannot say here.
 */
export function noteOf<Doing extends Exclude<Act, ReadingAct>>(
	act: Doing,
	detail: DetailOf<Doing> | null,
): TrailNote {
	const { recordedAs = act }: ActDefinition = ACTS[act]
	return { kind: recordedAs, detail: detail ?? {} } as TrailNote
}
