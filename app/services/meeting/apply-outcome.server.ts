import { matterStateOf } from '#app/db/code-columns.server.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { MeetingItem } from '#app/domain/meeting/meeting-record.ts'
import { rulesDay } from '#app/domain/matter-record/rules-day.ts'
import { factsOf } from '#app/domain/matter-record/workflow-facts.ts'
import type { Prisma } from '#app/db/generated/sqlite/client.ts'
import type { TrailDetails } from '#app/domain/act/trail-entry.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import { type MatterState, CLEARED_STATES, FINAL_STATES } from '#app/domain/matter/matter-state.ts'
import { type Outcome, CLEARANCE_EFFECT } from '#app/domain/meeting/outcome.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { transitionMatter } from '#app/domain/review-workflow/transition-matter.ts'
import type { Consequence } from '#app/services/command/command-on-matter.server.ts'
import type { MeetingWork } from '#app/services/command/command-on-meeting.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { openRoundWithDrafter } from '#app/services/matter/open-round.server.ts'
import { settleClearance } from '#app/services/clearance/end-clearance.server.ts'

type Effect = {
	readonly item: MeetingItem
	readonly matter: MatterRecord
	readonly outcome: Outcome
	readonly detail: TrailDetails['outcome.recorded']
}

/**
 * The effects of an outcome on the matter and its clearance (table "After-meeting effects"); gives the state that
 * the matter is in afterwards. A matter that is not cleared is not moved by a meeting: it had nothing to decide on.
 */
export async function applyOutcome(work: MeetingWork, effect: Effect): Promise<Result<MatterState, Refusal>> {
	const { matter, outcome, detail } = effect
	const before = matterStateOf(matter.state)
	const moved = await nextState(work, effect)
	if (!moved.ok) return moved
	work.follow({ matterId: matter.id, kind: 'outcome.recorded', detail, before, after: moved.value })
	await endListing(work, effect)
	const columns = await columnsFor(work, matter, outcome)
	await work.tx.matter.update({
		where: { jurisdictionId_id: { jurisdictionId: matter.jurisdictionId, id: matter.id } },
		data: {
			...(moved.value === before ? {} : { state: moved.value, stateSince: work.at }),
			revision: { increment: 1 },
			...columns,
		},
	})
	return moved
}

async function nextState(
	work: MeetingWork,
	{ matter, outcome }: Effect,
): Promise<Result<MatterState, Refusal>> {
	const state = matterStateOf(matter.state)
	if (!CLEARED_STATES.some((each) => each === state)) return accept(state)
	const today = plainDateIn(work.at)
	const reference = await loadReference(work.tx, today, rulesDay(matter, today))
	return transitionMatter({ state, facts: factsOf(matter, reference) }, { type: 'outcome.recorded', outcome })
}

/** The listing goes with the outcome; the clearance is used up, falls, or stays for the next meeting. */
async function endListing(work: MeetingWork, { item, matter, outcome }: Effect): Promise<void> {
	if (!item.listing) return
	if (CLEARANCE_EFFECT[outcome] === 'kept') {
		const key = { jurisdictionId: item.jurisdictionId, agendaItemId: item.id }
		await work.tx.agendaListing.delete({ where: { jurisdictionId_agendaItemId: key } })
		return
	}
	const follow = (consequence: Consequence) => work.follow({ matterId: matter.id, ...consequence })
	await settleClearance({ matter, tx: work.tx, at: work.at, follow }, outcome, 'outcome')
}

async function columnsFor(
	work: MeetingWork,
	matter: MatterRecord,
	outcome: Outcome,
): Promise<Prisma.MatterUncheckedUpdateInput> {
	if (outcome !== 'passed-in-principle' && outcome !== 'revise-and-resubmit') return {}
	let columns: Prisma.MatterUncheckedUpdateInput = {}
	const today = plainDateIn(work.at)
	const reference = await loadReference(work.tx, today, rulesDay(matter, today))
	const change = (more: Prisma.MatterUncheckedUpdateInput) => {
		columns = { ...columns, ...more }
	}
	const deadlines = { matter, tx: work.tx, at: work.at, today, reference, shell: work.shell, change }
	if (outcome === 'revise-and-resubmit') {
		await openRoundWithDrafter(deadlines, 'sent-back-by-meeting')
		return columns
	}
	await endDeadlines(deadlines)
	await startDeadline(deadlines, 'amend', periodsFor(tracksOf(matter), reference.periods).revise)
	return columns
}

/** 未议 and 暂缓 put the matter back into the pool under a new proposal, which counts how often that has happened. */
export async function proposeAgain(
	work: MeetingWork,
	{ item, outcome, matterState }: { item: MeetingItem; outcome: Outcome; matterState: MatterState },
): Promise<void> {
	if (outcome !== 'not-reached' && outcome !== 'deferred') return
	if (FINAL_STATES.some((each) => each === matterState)) return
	const { listing: _listing, outcome: _outcome, reviewOrgan: _reviewOrgan, ...row } = item
	await work.tx.agendaItem.create({
		data: {
			...row,
			id: work.shell.newId(),
			meetingId: null,
			state: 'proposed',
			stateReason: outcome,
			position: 0,
			deferrals: item.deferrals + 1,
			proposedAt: work.at,
		},
	})
}
