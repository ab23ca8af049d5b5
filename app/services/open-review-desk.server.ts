import type { MatterRecord } from '#app/db/load-matter.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import type { Reference } from '#app/db/load-reference.server.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { factsOf, subjectOf, tracksOf } from '#app/db/matter-facts.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { Act } from '#app/domain/permission/act.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { MatterEventType, MatterFacts } from '#app/domain/review-workflow/matter-events.ts'
import { belongsToState } from '#app/domain/review-workflow/transition-matter.ts'
import { mayAskForSupplement } from './request-supplement.server.ts'
import { mayReturn } from './return-matter.server.ts'
import type { Shell } from './shell.server.ts'

/** A matter as the review body works on it; never sent to a browser whole. */
export type ReviewDesk = {
	readonly matter: MatterRecord
	readonly facts: MatterFacts
	readonly reference: Reference
	readonly heading: ReviewHeading
	/** Whether the actor may see the review body's own papers (审查机构内部可见). */
	readonly seesNotes: boolean
}

/** What stands at the top of each of the review side's pages. */
export type ReviewHeading = {
	readonly matterId: string
	readonly title: string
	readonly tracks: readonly Track[]
	readonly state: MatterState
	readonly caseNumber: string | null
	readonly round: number
	readonly revision: number
	readonly dueOn: string | null
	/** The acts of these pages that the state knows and the actor's posts allow, whatever may still be missing. */
	readonly open: readonly MatterEventType[]
}

const REVIEW_ACTS = [
	'matter.accepted',
	'supplement.requested',
	'matter.returned',
	'scope.excluded',
	'reviewer.assigned',
	'counsel.assigned',
	'counsel-opinion.signed',
	'counsel-hold.disposed',
	'opinion.saved',
	'opinion.sent-for-signature',
	'opinion.checked',
	'opinion.sent-back',
	'opinion.signed',
	'opinion.revoked',
	'clearance.reissued',
	'recheck.proposed',
	'recheck.failed',
	'round.opened',
	'recheck.signed',
	'recheck.refused',
] as const satisfies readonly MatterEventType[]

/**
 * Opens a matter for one of the review side's pages. What the actor may not see does not exist for them; what they
 * may see but none of `acts` lets them open is refused. An empty list asks for nothing but sight of the matter.
 */
export async function openReviewDesk(
	shell: Shell,
	actor: Actor,
	matterId: string,
	acts: readonly Act[],
): Promise<Result<ReviewDesk, Refusal>> {
	const matter = await loadMatter(shell.db, actor.jurisdictionId, matterId)
	if (!matter) return refuse({ code: 'not-found' })
	const subject = subjectOf(matter)
	if (!permit(actor, 'matter.read', subject).ok) return refuse({ code: 'not-found' })
	const [first] = acts
	if (first && !acts.some((act) => permit(actor, act, subject).ok))
		return refuse({ code: 'not-permitted', act: first })
	const reference = await loadReference(shell.db, plainDateIn(shell.now()))
	const state = matter.state as MatterState
	const open = REVIEW_ACTS.filter((act) => belongsToState(state, act) && permit(actor, act, subject).ok)
	return accept({
		matter,
		reference,
		facts: factsOf(matter, reference),
		seesNotes: permit(actor, 'review-notes.read', subject).ok,
		heading: {
			matterId: matter.id,
			title: matter.title,
			tracks: tracksOf(matter),
			state,
			caseNumber: matter.caseNumber,
			round: matter.round,
			revision: matter.revision,
			dueOn: matter.dueOn,
			open: open.filter((act) => isTheirTurn(act, matter, actor)),
		},
	})
}

/** Two acts are in several hands, one after the other: which hand it is depends on the state. */
function isTheirTurn(act: MatterEventType, matter: MatterRecord, actor: Actor): boolean {
	if (act === 'supplement.requested') return mayAskForSupplement(matter, actor)
	return act === 'matter.returned' ? mayReturn(matter, actor) : true
}
