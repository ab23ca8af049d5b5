import { loadPersonNames } from '#app/db/load-names.server.ts'
import { type MatterAct, matterActsOf } from '#app/domain/act/act.ts'
import { CONSULTATION_ACTS } from '#app/domain/act/consultation-acts.ts'
import { plainDateIn, type PlainDate } from '#app/domain/calendar/plain-date.ts'
import {
	type ConsultationRecord,
	type ConsultationStanding,
	daysOf,
	lastOfThirtyDays,
	standingOn,
} from '#app/domain/consultation/consultation.ts'
import type { AdoptionCounts } from '#app/domain/consultation/adoption-counts.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { isGivenUp } from '#app/domain/matter/matter-state.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { type MatterDeskHeading, openMatterDesk } from '#app/services/matter/open-matter-desk.server.ts'
import { readAdoptionTable } from './read-adoption-table.server.ts'
import { type CommentsPage, readComments } from './read-comments.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A consultation as those who see the matter read it. */
export type ConsultationLine = {
	readonly id: string
	readonly standing: ConsultationStanding
	readonly versionNo: number
	readonly from: string
	readonly to: string
	readonly days: number
	readonly shorterReason: string | null
	readonly introduction: string
	readonly contact: string
	readonly openedBy: string
	readonly openedAt: string
	/** The end of its public address. */
	readonly code: string
	readonly end: { readonly words: string | null; readonly by: string; readonly at: string } | null
}

export type ConsultationPage = {
	readonly heading: MatterDeskHeading
	/** Newest first. */
	readonly lines: readonly ConsultationLine[]
	/** What is missing for opening one; null for whoever may not. */
	readonly unmet: readonly Requirement[] | null
	readonly mayCancel: boolean
	readonly mayEnter: boolean
	readonly mayJudge: boolean
	/** Whether the adoption table of the newest one may be closed by this reader; it is refused until it can be. */
	readonly mayClose: boolean
	/** What was received in the newest one, and what became of it; null where there is none. */
	readonly comments: CommentsPage | null
	readonly adoption: AdoptionSummary | null
	readonly today: string
	/** The first last day of a consultation of 30 days that is opened today. */
	readonly thirtyDaysEnd: string
}

/** The adoption table of the newest consultation in figures, and its sealed paper once it is closed. */
export type AdoptionSummary = {
	readonly counts: AdoptionCounts
	readonly unanswered: number
	readonly isRunning: boolean
	readonly paperId: string | null
}

/** Which comments the page shows: from after a number, and perhaps those without an answer alone. */
export type CommentsAsked = { readonly after: number; readonly isUnanswered: boolean }

const DESK_ACTS = matterActsOf(CONSULTATION_ACTS)

/** Reads the page of a matter's public consultations, for everybody who sees the matter. */
export async function readConsultationPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
	asked: CommentsAsked = { after: 0, isUnanswered: false },
): Promise<Result<ConsultationPage, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, [], DESK_ACTS)
	if (!desk.ok) return desk
	const { heading, matter, facts } = desk.value
	const today = plainDateIn(shell.now())
	const isOffered = (act: MatterAct) => heading.open.includes(act)
	const { jurisdictionId, consultations } = matter
	const [names, versions] = [
		await loadPersonNames(
			shell.db,
			jurisdictionId,
			consultations.flatMap(({ openedBy, end }) => [openedBy, end?.endedBy ?? null]),
		),
		await numbersOf(shell, jurisdictionId, consultations),
	]
	const newest = consultations.at(-1)
	// Names and telephone numbers are kept by the unit, to verify and to answer.
	const withNames = permit(actor, 'comment.entered', subjectOf(matter)).ok
	return accept({
		heading,
		lines: consultations
			.map((each) => lineOf(each, today, isGivenUp(matter.state), names, versions))
			.reverse(),
		unmet: isOffered('consultation.opened') ? unmetRequirements('consultation.opened', facts) : null,
		mayCancel: isOffered('consultation.cancelled') && facts.hasOpenConsultation,
		mayEnter: isOffered('comment.entered') && facts.hasOpenConsultation,
		mayJudge: isOffered('comment.judged') && facts.hasOpenConsultation,
		mayClose: isOffered('adoption.closed') && facts.hasOpenConsultation,
		...(newest ? await readReceived(shell, newest, jurisdictionId, { ...asked, withNames }) : NOTHING),
		today,
		thirtyDaysEnd: lastOfThirtyDays(today),
	})
}

const NOTHING = { comments: null, adoption: null }

async function readReceived(
	shell: Shell,
	{ id: consultationId, toDay }: ConsultationRecord,
	jurisdictionId: string,
	asked: CommentsAsked & { readonly withNames: boolean },
): Promise<Pick<ConsultationPage, 'comments' | 'adoption'>> {
	const where = { jurisdictionId, consultationId }
	const table = await readAdoptionTable(shell.db, where)
	const paper = await shell.db.sealedPaper.findFirst({
		where: { jurisdictionId, kind: 'adoption-table', aboutId: consultationId },
		select: { id: true },
	})
	return {
		comments: await readComments(shell.db, where, { ...asked, table }),
		adoption: {
			counts: table.counts,
			unanswered: table.unanswered.length,
			isRunning: plainDateIn(shell.now()) <= toDay,
			paperId: paper?.id ?? null,
		},
	}
}

function lineOf(
	consultation: ConsultationRecord,
	today: PlainDate,
	isMatterGivenUp: boolean,
	names: ReadonlyMap<string, string>,
	versions: ReadonlyMap<string, number>,
): ConsultationLine {
	const { id, fromDay, toDay, shorterReason, introduction, contact, openedBy, openedAt, end } = consultation
	return {
		...{ id, code: consultation.code, from: fromDay, to: toDay, shorterReason, introduction, contact },
		standing: standingOn(consultation, today, isMatterGivenUp),
		versionNo: versions.get(consultation.versionId) ?? 0,
		days: daysOf(consultation),
		openedBy: names.get(openedBy) ?? '',
		openedAt: openedAt.toISOString(),
		end: end && { words: end.words, by: names.get(end.endedBy) ?? '', at: end.endedAt.toISOString() },
	}
}

async function numbersOf(
	shell: Shell,
	jurisdictionId: string,
	consultations: readonly ConsultationRecord[],
): Promise<ReadonlyMap<string, number>> {
	const ids = consultations.map(({ versionId }) => versionId)
	const rows = await shell.db.draftVersion.findMany({
		where: { jurisdictionId, id: { in: ids } },
		select: { id: true, versionNo: true },
	})
	return new Map(rows.map(({ id, versionNo }) => [id, versionNo]))
}
