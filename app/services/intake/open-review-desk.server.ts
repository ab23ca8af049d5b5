import { type Act, matterActsOf } from '#app/domain/act/act.ts'
import { CLOCK_ACTS } from '#app/domain/act/clock-acts.ts'
import { RECUSAL_ACTS } from '#app/domain/act/recusal-acts.ts'
import { RECHECK_ACTS } from '#app/domain/act/recheck-acts.ts'
import { REQUEST_ACTS } from '#app/domain/act/request-acts.ts'
import { REVIEW_ACTS } from '#app/domain/act/review-acts.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { MatterEventType } from '#app/domain/review-workflow/matter-events.ts'
import {
	type MatterDesk,
	type MatterDeskHeading,
	openMatterDesk,
} from '#app/services/matter/open-matter-desk.server.ts'
import { mayAskForSupplement } from './request-supplement.server.ts'
import { mayReturn } from './return-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A matter as the review body works on it. */
export type ReviewDesk = MatterDesk & {
	readonly heading: ReviewHeading
	/** Whether the actor may see the review body's own papers (审查机构内部可见). */
	readonly seesNotes: boolean
}

/** What stands at the top of each of the review side's pages. */
export type ReviewHeading = MatterDeskHeading & { readonly dueOn: string | null }

const DESK_ACTS = [
	...matterActsOf(REVIEW_ACTS),
	...matterActsOf(RECUSAL_ACTS),
	...matterActsOf(CLOCK_ACTS),
	...matterActsOf(REQUEST_ACTS),
	...matterActsOf(RECHECK_ACTS),
]

/** Opens a matter for one of the review side's pages, for whom one of `acts` is allowed; none asks for sight only. */
export async function openReviewDesk(
	shell: Shell,
	actor: Actor,
	matterId: string,
	acts: readonly Act[],
): Promise<Result<ReviewDesk, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, acts, DESK_ACTS)
	if (!desk.ok) return desk
	const { matter, heading } = desk.value
	const open = heading.open.filter((act) => isTheirTurn(act, matter, actor))
	return accept({
		...desk.value,
		heading: { ...heading, open, dueOn: matter.dueOn },
		seesNotes: permit(actor, 'review-notes.read', subjectOf(matter)).ok,
	})
}

/** Two acts are in several hands, one after the other: which hand it is depends on the state. */
function isTheirTurn(act: MatterEventType, matter: MatterRecord, actor: Actor): boolean {
	if (act === 'supplement.requested') return mayAskForSupplement(matter, actor)
	return act === 'matter.returned' ? mayReturn(matter, actor) : true
}
