import type { Issuer } from '#app/domain/issuer/issuer.ts'
import { findFaultsOf } from '#app/db/find-record-faults.server.ts'
import { matterStateOf } from '#app/db/code-columns.server.ts'
import { type RecordPart, faultyParts } from '#app/domain/matter-record/record-fault.ts'
import { type OrderStanding, orderStandingOf } from '#app/domain/matter-record/order-standing.ts'
import { isRiskFlagged } from '#app/domain/matter-record/agenda-records.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { type Reference, loadReference } from '#app/db/load-reference.server.ts'
import { rulesDay } from '#app/domain/matter-record/rules-day.ts'
import { factsOf } from '#app/domain/matter-record/workflow-facts.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { Act, MatterAct } from '#app/domain/act/act.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { belongsToState } from '#app/domain/review-workflow/transition-matter.ts'
import { type DueDay, dueDayOf } from '#app/services/worklist/read-worklist.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A matter as somebody works on it; never sent to a browser whole, since it holds the review's own papers. */
export type MatterDesk = {
	readonly matter: MatterRecord
	readonly facts: MatterFacts
	readonly reference: Reference
	readonly heading: MatterDeskHeading
}

/** What stands at the top of each page on which a matter is worked on. */
export type MatterDeskHeading = {
	readonly matterId: string
	readonly title: string
	readonly tracks: readonly Track[]
	readonly issuer: Issuer
	readonly state: MatterState
	readonly caseNumber: string | null
	readonly round: number
	readonly revision: number
	readonly mayReadTrail: boolean
	readonly due: DueDay
	/** The parts of its record that somebody changed past the product. */
	readonly altered: readonly RecordPart[]
	/** The emergency order that put it into effect before its review. */
	readonly order: OrderStanding | null
	/** It was cleared with a flagged legal risk. */
	readonly isRiskFlagged: boolean
	/** The acts of these pages that the state knows and the actor's posts allow, whatever may still be missing. */
	readonly open: readonly MatterAct[]
}

/**
 * Opens a matter for a page with the forms of `pageActs`. What the actor may not see does not exist for them; what
 * they may see but none of `acts` lets them open is refused. An empty list asks for nothing but sight of the matter.
 */
export async function openMatterDesk(
	shell: Shell,
	actor: Actor,
	matterId: string,
	acts: readonly Act[],
	pageActs: readonly MatterAct[],
): Promise<Result<MatterDesk, Refusal>> {
	const matter = await loadMatter(shell.db, actor.jurisdictionId, matterId)
	if (!matter) return refuse({ code: 'not-found' })
	const subject = subjectOf(matter)
	if (!permit(actor, 'matter.read', subject).ok) return refuse({ code: 'not-found' })
	const [first] = acts
	if (first && !acts.some((act) => permit(actor, act, subject).ok))
		return refuse({ code: 'not-permitted', act: first })
	const today = plainDateIn(shell.now())
	const reference = await loadReference(shell.db, today, rulesDay(matter, today))
	const state = matterStateOf(matter.state)
	const heading = {
		matterId: matter.id,
		title: matter.title,
		tracks: tracksOf(matter),
		issuer: matter.issuer,
		state,
		caseNumber: matter.caseNumber,
		round: matter.round,
		revision: matter.revision,
		mayReadTrail: permit(actor, 'trail.read', subject).ok,
		due: dueDayOf(matter.dueOn, today, reference.calendar),
		altered: faultyParts(await findFaultsOf(shell.db, 'matter', matter)),
		order: orderStandingOf(matter),
		isRiskFlagged: isRiskFlagged(matter),
		open: pageActs.filter((act) => belongsToState(state, act) && permit(actor, act, subject).ok),
	}
	return accept({ matter, reference, facts: factsOf(matter, reference), heading })
}
