import { conclusionOf, itemKindOf, recheckVerdictOf, replyAnswerOf } from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { newestBy } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce, withRechecks } from '#app/domain/matter-record/opinion-records.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import type { Conclusion, ItemKind } from '#app/domain/opinion/conclusion.ts'
import type { RecheckVerdict, ReplyAnswer } from '#app/domain/opinion/reply.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { findBlock } from '#app/domain/redline/find-block.ts'
import type { RedlineBlock } from '#app/domain/redline/redline.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { compareVersionsById } from '#app/services/redline/compare-versions.server.ts'
import {
	type DeskHeading,
	type DraftingDesk,
	openDraftingDesk,
} from '#app/services/drafting/open-drafting-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** One item of the opinion in force, with what was replied to it and what the re-check said. */
export type ReplyRow = {
	readonly id: string
	readonly position: number
	readonly kind: ItemKind
	readonly place: string
	readonly quote: string
	readonly problem: string
	readonly ground: string
	readonly suggestion: string | null
	/** Its place between the version that the opinion was on and the current one, or null when it has none. */
	readonly change: RedlineBlock | null
	readonly reply: {
		readonly answer: ReplyAnswer
		readonly text: string
		readonly reason: string | null
		readonly by: string
		readonly at: string
	} | null
	readonly verdict: { readonly verdict: RecheckVerdict; readonly note: string } | null
}

/** The reply ledger (意见采纳情况) of a matter. */
export type RepliesPage = {
	readonly heading: DeskHeading
	readonly opinion: {
		readonly number: string
		readonly conclusion: Conclusion
		readonly summary: string
		readonly versionNo: number
	} | null
	readonly versionNo: number | null
	readonly recheckDays: number
	readonly items: readonly ReplyRow[]
	/** What is missing for sending the revision in. */
	readonly unmet: readonly Requirement[]
}

/** Reads the reply ledger. Everybody who sees the matter reads it; the drafting unit replies. */
export async function readRepliesPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<RepliesPage, Refusal>> {
	const opened = await openDraftingDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const { matter, facts, heading, reference } = opened.value
	const opinion = opinionInForce(matter)
	return accept({
		heading,
		opinion: opinion && {
			number: opinion.number,
			conclusion: conclusionOf(opinion.conclusion),
			summary: opinion.summary,
			versionNo: opinion.version.versionNo,
		},
		versionNo: matter.currentVersion?.versionNo ?? null,
		recheckDays: periodsFor(heading.tracks, reference.periods).recheck,
		items: await itemsOf(shell, opened.value),
		unmet: unmetRequirements('revision.submitted', facts),
	})
}

async function itemsOf(shell: Shell, { matter }: DraftingDesk): Promise<ReplyRow[]> {
	const opinion = opinionInForce(matter)
	const items = opinion?.items ?? []
	const { redline } = await compareVersionsById(
		shell,
		matter,
		opinion?.versionId ?? null,
		matter.currentVersionId,
	)
	const repliers = items.flatMap((item) => item.replies.map((reply) => reply.repliedBy))
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, repliers)
	return items.map((item) => {
		const reply = newestBy(item.replies, () => item.id)[0]
		// A verdict on which the signing officer has not decided is the review's own paper.
		const verdict = withRechecks(item.recheckItems, matter)
			.filter((each) => each.recheck.decision !== null || each.recheck.result === 'failed')
			.at(-1)
		return {
			id: item.id,
			position: item.position,
			kind: itemKindOf(item.kind),
			place: item.place,
			quote: item.quote,
			problem: item.problem,
			ground: item.ground,
			suggestion: item.suggestion,
			change: findBlock(redline, item.anchor),
			reply: reply
				? {
						answer: replyAnswerOf(reply.answer),
						text: reply.text,
						reason: reply.reason,
						by: names.get(reply.repliedBy) ?? '',
						at: reply.repliedAt.toISOString(),
					}
				: null,
			verdict: verdict ? { verdict: recheckVerdictOf(verdict.verdict), note: verdict.note } : null,
		}
	})
}
