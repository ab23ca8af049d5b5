import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { RulingRecord } from '#app/domain/meeting/ruling.ts'
import type { ConsentRecord } from '#app/domain/meeting/leader-consent.ts'
import type { SlotKind } from '#app/domain/meeting/meeting-kind.ts'
import {
	type AgendaState,
	type ClearanceState,
	type MeetingState,
} from '#app/domain/review-workflow/life-cycle-states.ts'
import type { ClearanceKind } from '#app/domain/review-workflow/clearance-machine.ts'

/** A clearance (合法性审查通过) as its row says it, with its standing; whether it is genuine is judged elsewhere. */
export type ClearanceRecord = {
	readonly jurisdictionId: string
	readonly id: string
	readonly matterId: string
	readonly versionId: string
	readonly contentSha256: string
	readonly kind: ClearanceKind
	readonly opinionId: string | null
	readonly number: string
	readonly signedBy: string
	readonly postId: string
	readonly issuedAt: Date
	readonly expiresAt: Date | null
	readonly explanation: string | null
	readonly keyId: string
	readonly signature: string
	readonly standing: { readonly state: ClearanceState } | null
	readonly version: { readonly versionNo: number }
	/** The laws of which the signing officer confirmed that their change leaves it standing, by title. */
	readonly lawConfirmations: readonly { readonly laws: readonly string[] }[]
}

/** Clearances in the order of their issue. */
export type ClearancesPart = { readonly clearances: readonly ClearanceRecord[] }

/** What became of an item (议定结果). */
export type OutcomeRecord = {
	/** The clearance of the listing that it was decided on; null of what was taken off. */
	readonly clearanceId: string | null
	readonly outcome: Outcome
	readonly decisionText: string
	readonly dissent: string
	readonly recordedBy: string
	readonly recordedAt: Date
}

/** An agenda item (议题), as it was proposed. */
export type AgendaItemRow = {
	readonly jurisdictionId: string
	readonly id: string
	readonly organId: string
	readonly meetingId: string | null
	readonly matterId: string | null
	readonly kind: 'decision' | SlotKind
	readonly title: string
	readonly state: AgendaState
	readonly position: number
	readonly deferrals: number
	readonly presenter: string | null
	readonly minutes: number | null
	readonly proposedBy: string
	readonly postId: string
	readonly proposedAt: Date
	readonly stateReason: string | null
}

/** The row that exists exactly while an item is listed or notified. */
export type ListingRecord = {
	readonly agendaItemId: string
	readonly meetingId: string
	readonly clearanceId: string
	readonly matterId: string
	readonly versionId: string
	readonly contentSha256: string
	readonly listedAt: Date
}

/** An agenda item of a matter, with its meeting and what became of it there. */
export type MatterItemRecord = AgendaItemRow & {
	readonly listing: ListingRecord | null
	/** With what was ruled above, where the meeting has referred it. */
	readonly outcome: (OutcomeRecord & { readonly ruling: RulingRecord | null }) | null
	readonly meeting: {
		readonly title: string
		readonly state: MeetingState
		readonly startsAt: Date
		readonly heldAt: Date | null
		readonly chairId: string | null
	} | null
}

export type AgendaPart = {
	readonly agendaItems: readonly MatterItemRecord[]
	/** What was asked of leaders and what they answered, oldest first. */
	readonly consents: readonly ConsentRecord[]
	/** The clearance that lives now, with the listing that stands on it. */
	readonly live: {
		readonly clearanceId: string
		readonly versionId: string
		readonly contentSha256: string
		readonly listing: ListingRecord | null
	} | null
}

/** An item in one of these states still waits for, or stands before, a meeting. */
const OPEN_ITEM: readonly AgendaState[] = ['proposed', 'blocked', 'listed', 'notified']

/** The matter's agenda items that no outcome or removal has closed. */
export function openAgendaItems<Item extends { readonly state: AgendaState }>(matter: {
	readonly agendaItems: readonly Item[]
}): Item[] {
	return matter.agendaItems.filter((item) => OPEN_ITEM.includes(item.state))
}

/** The agenda item that the matter waits or stands with, the newest of them. */
export function openItem<Item extends { readonly state: AgendaState }>(matter: {
	readonly agendaItems: readonly Item[]
}): Item | null {
	return openAgendaItems(matter).at(-1) ?? null
}

/** Whether the clearance that counts now was given with a flagged risk (明示法律风险, Decree 713 art. 25). */
export function isRiskFlagged(matter: {
	readonly clearances: readonly {
		readonly kind: ClearanceKind
		readonly standing: { readonly state: ClearanceState } | null
	}[]
}): boolean {
	const latest = matter.clearances.at(-1)
	const state = latest?.standing?.state
	return latest?.kind === 'risk-flagged' && (state === 'valid' || state === 'consumed')
}
