import type { MatterRecord } from '#app/db/load-matter.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import type { Reference } from '#app/db/load-reference.server.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { factsOf, subjectOf, tracksOf } from '#app/db/matter-facts.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { CLEARED_STATES } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Act } from '#app/domain/permission/act.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { MatterEventType, MatterFacts } from '#app/domain/review-workflow/matter-events.ts'
import { belongsToState } from '#app/domain/review-workflow/transition-matter.ts'
import type { Shell } from './shell.server.ts'

/** A matter as the drafting side works on it; never sent to a browser whole, since it holds the review's own papers. */
export type DraftingDesk = {
	readonly matter: MatterRecord
	readonly facts: MatterFacts
	readonly reference: Reference
	readonly heading: DeskHeading
}

/** What stands at the top of each of the drafting side's pages. */
export type DeskHeading = {
	readonly matterId: string
	readonly title: string
	readonly tracks: readonly Track[]
	readonly state: MatterState
	readonly caseNumber: string | null
	readonly round: number
	readonly revision: number
	/** The text is cleared: another upload ends the clearance and goes through the page before it. */
	readonly isCleared: boolean
	/** The acts of this page that the state knows and the actor's posts allow, whatever may still be missing. */
	readonly open: readonly MatterEventType[]
}

/** The acts whose forms stand on the drafting side's pages. */
const DESK_ACTS = [
	'matter.edited',
	'version.uploaded',
	'submission.prepared',
	'submission.declined',
	'matter.submitted',
	'supplement.submitted',
	'reply.saved',
	'revision.submitted',
	'agenda.proposed',
	'matter.withdrawn',
] as const satisfies readonly MatterEventType[]

/**
 * Opens a matter for one of the drafting side's pages. What the actor may not see does not exist for them; what
 * they may see but none of `acts` lets them work on is refused.
 */
export async function openDraftingDesk(
	shell: Shell,
	actor: Actor,
	matterId: string,
	acts: readonly Act[],
): Promise<Result<DraftingDesk, Refusal>> {
	const matter = await loadMatter(shell.db, actor.jurisdictionId, matterId)
	if (!matter) return refuse({ code: 'not-found' })
	const subject = subjectOf(matter)
	if (!permit(actor, 'matter.read', subject).ok) return refuse({ code: 'not-found' })
	const [first] = acts
	if (first && !acts.some((act) => permit(actor, act, subject).ok))
		return refuse({ code: 'not-permitted', act: first })
	const reference = await loadReference(shell.db, plainDateIn(shell.now()))
	const state = matter.state as MatterState
	return accept({
		matter,
		reference,
		facts: factsOf(matter, reference),
		heading: {
			matterId: matter.id,
			title: matter.title,
			tracks: tracksOf(matter),
			state,
			caseNumber: matter.caseNumber,
			round: matter.round,
			revision: matter.revision,
			isCleared: (CLEARED_STATES as readonly MatterState[]).includes(state),
			open: DESK_ACTS.filter((act) => belongsToState(state, act) && permit(actor, act, subject).ok),
		},
	})
}
