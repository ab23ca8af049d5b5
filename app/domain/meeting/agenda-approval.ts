import { canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'

/** What was asked of whoever presides, or what they answered: by their own hand, or on a signed paper (附签批件). */
export type ApprovalRecord = {
	readonly id: string
	readonly agendaSha256: string
	/** Null: asked, and not answered. */
	readonly isGiven: boolean | null
	/** Who presides, in the system; null where a paper names somebody. */
	readonly approverId: string | null
	readonly approverName: string
	/** A plain date; of a signature in the system its own day. */
	readonly signedOn: string | null
	readonly words: string
	readonly fileName: string | null
	readonly fileSha256: string | null
	readonly mediaType: string | null
	readonly recordedAt: Date
}

type ApprovedItem = {
	readonly id: string
	readonly kind: string
	readonly title: string
	readonly state: AgendaState
	readonly position: number
	readonly listing: { readonly contentSha256: string; readonly clearanceId: string } | null
}

/** What an approval is about: everything that stands on the agenda, in its order, each decision with its text. */
export type ApprovedAgenda = {
	readonly items: readonly ApprovedItem[]
	/** What was asked and answered, oldest first. */
	readonly approvals: readonly Pick<
		ApprovalRecord,
		'agendaSha256' | 'isGiven' | 'approverId' | 'approverName' | 'fileSha256' | 'signedOn'
	>[]
}

/** The hash of an agenda: another item, another order, another text or another clearance of it makes another one. */
export function agendaDigest({ items }: Pick<ApprovedAgenda, 'items'>): string {
	const standing = items.filter(({ state }) => state === 'listed' || state === 'notified')
	const lines = [...standing]
		.sort((a, b) => a.position - b.position)
		.map(({ id, kind, title, listing }) => ({
			id,
			kind,
			title,
			text: listing?.contentSha256 ?? null,
			clearance: listing?.clearanceId ?? null,
		}))
	return sha256Hex(canonicalJson(lines))
}

/** How it stands with the chair's approval of the agenda as it is now (审定议程) [32]. */
export type ApprovalStanding<Row> =
	| { readonly state: 'none' }
	| { readonly state: 'asked'; readonly row: Row; readonly approverId: string }
	| { readonly state: 'given'; readonly row: Row; readonly way: 'signed' | 'paper'; readonly on: string }
	| { readonly state: 'returned' | 'lapsed'; readonly row: Row }

/** The newest word counts, and holds for the agenda that it was about: a changed one is laid before the chair again. */
export function approvalStanding<Agenda extends ApprovedAgenda>(
	agenda: Agenda,
): ApprovalStanding<Agenda['approvals'][number]> {
	const row = agenda.approvals.at(-1)
	if (row === undefined) return { state: 'none' }
	if (row.agendaSha256 !== agendaDigest(agenda)) return { state: 'lapsed', row }
	if (row.isGiven === false) return { state: 'returned', row }
	const { approverId, signedOn, fileSha256 } = row
	if (row.isGiven === null)
		return approverId === null ? { state: 'none' } : { state: 'asked', row, approverId }
	return { state: 'given', row, way: fileSha256 === null ? 'signed' : 'paper', on: signedOn ?? '' }
}

/** What the meeting's machine asks of it. */
export function approvalFact(agenda: ApprovedAgenda): 'none' | 'asked' | 'given' {
	const { state } = approvalStanding(agenda)
	return state === 'asked' || state === 'given' ? state : 'none'
}
