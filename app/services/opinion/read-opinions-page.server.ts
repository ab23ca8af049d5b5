import {
	conclusionOf,
	itemKindOf,
	recheckDecisionOf,
	recheckKindOf,
	recheckResultOf,
	recheckVerdictOf,
	replyAnswerOf,
} from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { type MatterRecord, newestBy } from '#app/domain/matter-record/matter-record.ts'
import { withRechecks } from '#app/domain/matter-record/opinion-records.ts'
import type { Conclusion, ItemKind } from '#app/domain/opinion/conclusion.ts'
import type { RecheckKind } from '#app/domain/opinion/recheck-kind.ts'
import type { RecheckResult } from '#app/domain/opinion/recheck.ts'
import type { RecheckVerdict, ReplyAnswer } from '#app/domain/opinion/reply.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { type ReviewHeading, openReviewDesk } from '#app/services/intake/open-review-desk.server.ts'
import { type CounselRow, counselRowsOf } from './read-opinion-pages.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** One item with its newest reply and its newest verdict. */
export type ItemRow = {
	readonly id: string
	readonly position: number
	readonly kind: ItemKind
	readonly anchor: string
	readonly place: string
	readonly quote: string
	readonly problem: string
	readonly ground: string
	readonly suggestion: string | null
	readonly reply: {
		readonly answer: ReplyAnswer
		readonly text: string
		readonly reason: string | null
	} | null
	readonly verdict: { readonly verdict: RecheckVerdict; readonly note: string } | null
}

/** One signed opinion with its items. */
export type OpinionRow = {
	readonly id: string
	readonly round: number
	readonly number: string
	readonly conclusion: Conclusion
	readonly summary: string
	readonly versionId: string
	readonly versionNo: number
	readonly contentSha256: string
	readonly signer: string
	readonly signedAt: string
	readonly revokedReason: string | null
	readonly items: readonly ItemRow[]
}

/** One re-check as it is shown: its result, and how the signing officer decided. */
export type RecheckRow = {
	readonly id: string
	readonly kind: RecheckKind
	readonly result: RecheckResult
	readonly note: string
	readonly reviewer: string
	readonly proposedAt: string
	readonly decision: 'signed' | 'refused' | null
	readonly decisionText: string | null
	readonly decidedBy: string | null
}

/** 意见与采纳: all rounds, newest first. */
export type OpinionsPage = {
	readonly heading: ReviewHeading
	readonly opinions: readonly OpinionRow[]
	readonly rechecks: readonly RecheckRow[]
	readonly counsel: readonly CounselRow[]
	readonly seesNotes: boolean
}

/** Reads all opinions of a matter. Everybody who sees the matter reads what is signed; the rest is the review's own. */
export async function readOpinionsPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<OpinionsPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const desk = opened.value
	const { matter, seesNotes } = desk
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [
		...matter.opinions.map((opinion) => opinion.signerId),
		...matter.counselOpinions.map((opinion) => opinion.personId),
		...matter.rechecks.flatMap((recheck) => [recheck.reviewerId, recheck.decidedBy]),
	])
	return accept({
		heading: desk.heading,
		opinions: matter.opinions.map((opinion) => opinionRow(matter, opinion, names, seesNotes)).reverse(),
		rechecks: matter.rechecks
			.filter((recheck) => seesNotes || isPublished(recheck))
			.map((recheck) => recheckRow(recheck, names))
			.reverse(),
		counsel: counselRowsOf(desk, names).filter(() => seesNotes),
		seesNotes,
	})
}

/** A signed opinion as a row; verdicts that nobody has decided on are the review body's own. */
export function opinionRow(
	matter: MatterRecord,
	opinion: MatterRecord['opinions'][number],
	names: ReadonlyMap<string, string>,
	seesNotes: boolean,
): OpinionRow {
	return {
		id: opinion.id,
		round: opinion.round,
		number: opinion.number,
		conclusion: conclusionOf(opinion.conclusion),
		summary: opinion.summary,
		versionId: opinion.versionId,
		versionNo: opinion.version.versionNo,
		contentSha256: opinion.contentSha256,
		signer: names.get(opinion.signerId) ?? '',
		signedAt: opinion.signedAt.toISOString(),
		revokedReason: opinion.revocation?.reason ?? null,
		items: opinion.items.map((item) => itemRow(matter, item, seesNotes)),
	}
}

function itemRow(
	matter: MatterRecord,
	item: MatterRecord['opinions'][number]['items'][number],
	seesNotes: boolean,
): ItemRow {
	const reply = newestBy(item.replies, () => item.id)[0]
	const verdict = withRechecks(item.recheckItems, matter)
		.filter(({ recheck }) => seesNotes || isPublished(recheck))
		.at(-1)
	const { id, position, anchor, place, quote, problem, ground, suggestion } = item
	return {
		...{ id, position, anchor, place, quote, problem, ground, suggestion },
		kind: itemKindOf(item.kind),
		reply: reply ? { answer: replyAnswerOf(reply.answer), text: reply.text, reason: reply.reason } : null,
		verdict: verdict ? { verdict: recheckVerdictOf(verdict.verdict), note: verdict.note } : null,
	}
}

function recheckRow(
	recheck: MatterRecord['rechecks'][number],
	names: ReadonlyMap<string, string>,
): RecheckRow {
	return {
		id: recheck.id,
		kind: recheckKindOf(recheck.kind),
		result: recheckResultOf(recheck.result),
		note: recheck.note,
		reviewer: names.get(recheck.reviewerId) ?? '',
		proposedAt: recheck.proposedAt.toISOString(),
		decision: recheckDecisionOf(recheck.decision),
		decisionText: recheck.decisionText,
		decidedBy: names.get(recheck.decidedBy ?? '') ?? null,
	}
}

function isPublished(recheck: { decision: string | null; result: string }): boolean {
	return recheck.decision !== null || recheck.result !== 'proposed'
}
