import { loadPersonNames } from '#app/db/load-names.server.ts'
import { undisposedHolds } from '#app/domain/matter-record/review-standing.ts'
import type { Reason } from '#app/domain/materials/checklist.ts'
import { exclusionsFor } from '#app/domain/materials/reason.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { liveClearance } from '#app/services/clearance/genuine-clearances.server.ts'
import { type ReviewHeading, openReviewDesk } from '#app/services/intake/open-review-desk.server.ts'
import {
	type PaperRow,
	type VersionRow,
	paperRowsOf,
	versionRowOf,
} from '#app/services/intake/read-intake-page.server.ts'
import { type CounselRow, type DeskReading, counselRowsOf, loadReading } from './read-opinion-pages.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The page on which counsel read a matter and sign their opinion. */
export type CounselPage = {
	readonly heading: ReviewHeading
	readonly version: VersionRow | null
	readonly reading: DeskReading | null
	readonly papers: readonly PaperRow[]
	/** Their own opinions; the review body sees everybody's. */
	readonly opinions: readonly CounselRow[]
	readonly hasSpoken: boolean
}

/** Reads counsel's page: for the counsel of this matter, and for the review body. */
export async function readCounselPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<CounselPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, ['counsel-opinion.signed', 'review-notes.read'])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter } = desk
	const authors = matter.counselOpinions.map((opinion) => opinion.personId)
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, authors)
	const own = matter.counselOpinions.filter((opinion) => opinion.personId === actor.personId)
	const shown = new Set((desk.seesNotes ? matter.counselOpinions : own).map((opinion) => opinion.id))
	return accept({
		heading: desk.heading,
		version: versionRowOf(desk),
		reading: await loadReading(shell, desk),
		papers: paperRowsOf(desk).filter((row) => row.kind === 'file'),
		opinions: counselRowsOf(desk, names).filter((row) => shown.has(row.id)),
		hasSpoken: own.some((each) => each.round === matter.round && each.versionId === matter.currentVersionId),
	})
}

/** The page on which the signing officer disposes of counsel's 不合法. */
export type HoldPage = {
	readonly heading: ReviewHeading
	readonly holds: readonly (CounselRow & { readonly isOpen: boolean })[]
}

/** Reads every 不合法 of counsel on a matter, with how it was disposed of. */
export async function readHoldPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<HoldPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, ['counsel-hold.disposed', 'review-notes.read'])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter } = desk
	const authors = matter.counselOpinions.map((opinion) => opinion.personId)
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, authors)
	const open = new Set(undisposedHolds(matter).map((hold) => hold.id))
	return accept({
		heading: desk.heading,
		holds: counselRowsOf(desk, names)
			.filter((row) => row.conclusion === 'unlawful')
			.map((row) => ({ ...row, isOpen: open.has(row.id) })),
	})
}

/** A page of one signed decision of the signing officer: 不属审查范围, or the revocation of an opinion. */
export type DecisionPage = {
	readonly heading: ReviewHeading
	readonly version: VersionRow | null
	readonly reasons: readonly Reason[]
	/** The opinion in force, by its number. */
	readonly opinionNumber: string | null
	/** The clearance that would fall, and the agenda items that would be blocked with it. */
	readonly clearanceNumber: string | null
	readonly meetings: readonly string[]
}

/** Reads the page before an exclusion or a revocation: what it is about, and what falls with it. */
export async function readDecisionPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	act: 'scope.excluded' | 'opinion.revoked',
): Promise<Result<DecisionPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [act])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter, reference } = desk
	return accept({
		heading: desk.heading,
		version: versionRowOf(desk),
		reasons: exclusionsFor(reference.reasons, desk.heading.tracks),
		opinionNumber: matter.opinions.filter((opinion) => opinion.revocation === null).at(-1)?.number ?? null,
		clearanceNumber: liveClearance(shell, matter)?.number ?? null,
		meetings: matter.agendaItems.flatMap((item) =>
			item.listing && item.meeting ? [item.meeting.title] : [],
		),
	})
}
