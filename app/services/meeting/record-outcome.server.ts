import { formatOf } from '#app/domain/audit-chain/signed-row.ts'
import { agendaStateOf } from '#app/db/code-columns.server.ts'
import { loadDossier } from '#app/db/load-dossier.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { isRiskFlagged } from '#app/domain/matter-record/agenda-records.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { MeetingItem } from '#app/domain/meeting/meeting-record.ts'
import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { type Outcome, needsListing, OUTCOMES } from '#app/domain/meeting/outcome.ts'
import { outcomeObstacle } from '#app/domain/minutes/recorded-item.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import { applyOutcome, proposeAgain } from './apply-outcome.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MeetingOrder,
	type MeetingWork,
	commandOnMeeting,
} from '#app/services/command/command-on-meeting.server.ts'
import { matterOfItem } from './list-agenda-item.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** An outcome as its form sends it: what was decided, and who thought otherwise, each in their own words. */
export type OutcomeGiven = {
	readonly agendaItemId: string
	readonly outcome: string
	readonly decisionText: string
	readonly dissent: string
	/** The risk of what was cleared with one was read out before it was discussed. */
	readonly riskRead?: boolean
}

type Recorded = { readonly agendaItemId: string; readonly outcome: Outcome }

/**
 * [33] Records what became of an item. An outcome that decides or defers goes through the gate again and needs the
 * listing; a blocked item can only be 未议, 移出 or 会前撤回. Matter, clearance and item change together.
 */
export async function recordOutcome(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	given: OutcomeGiven,
): Promise<Result<Done<Recorded>, Refusal>> {
	const outcome = OUTCOMES.find((candidate) => candidate === given.outcome)
	if (!outcome) return refuse({ code: 'unfitting', field: 'outcome', problem: 'missing' })
	const matterId = await matterOfItem(shell, actor, given.agendaItemId)
	const acting = {
		act: 'outcome.noted',
		event: { type: 'outcome.noted', outcome },
		matterIds: matterId ? [matterId] : [],
	} as const
	return commandOnMeeting(shell, actor, { ...order, body: { ...given } }, acting, async (work) => {
		const opened = await openItem(work, given.agendaItemId)
		if (!opened.ok) return opened
		const words = readOutcomeWords(outcome, given)
		if (!words.ok) return words
		const { item, matter } = opened.value
		const moved = await judgeOutcome(work, item, matter, outcome)
		const isHeard = needsListing(outcome) && isRiskFlagged(matter)
		if (!moved.ok) return moved
		// Decree 713 art. 25: what goes before the meeting with its risks said aloud is decided only once they were.
		if (isHeard && given.riskRead !== true)
			return refuse({ code: 'unfitting', field: 'riskRead', problem: 'missing' })
		await writeOutcome(work, item, outcome, words.value)
		const detail = {
			item: item.id,
			meeting: work.meeting.id,
			outcome,
			signed: formatOf('agenda_outcome'),
			...words.value,
			...(isHeard ? { riskRead: 'yes' as const } : {}),
		}
		work.note({ ...detail, matter: matter.id })
		const applied = await applyOutcome(work, { item, matter, outcome, detail })
		if (!applied.ok) return applied
		await work.tx.agendaItem.update({
			where: { jurisdictionId_id: { jurisdictionId: item.jurisdictionId, id: item.id } },
			data: { state: moved.value },
		})
		await proposeAgain(work, { item, outcome, matterState: applied.value })
		return accept({ agendaItemId: item.id, outcome })
	})
}

async function openItem(
	work: MeetingWork,
	agendaItemId: string,
): Promise<Result<{ item: MeetingItem; matter: MatterRecord }, Refusal>> {
	const item = work.meeting.items.find((candidate) => candidate.id === agendaItemId)
	if (!item?.matterId) return refuse({ code: 'not-found' })
	const matter = await loadMatter(work.tx, item.jurisdictionId, item.matterId)
	if (!matter) throw new Error(`an item without its matter ${item.id}`)
	work.refusalsGoTo(`matter/${matter.id}`, work.post)
	return accept({ item, matter })
}

type OutcomeWords = { readonly decisionText: string; readonly dissent: string }

/** What decides is written down; for what was not reached or was taken off, a reason will do. */
function readOutcomeWords(outcome: Outcome, given: OutcomeGiven): Result<OutcomeWords, Refusal> {
	const decisionText =
		given.decisionText.trim() === '' && outcome === 'not-reached'
			? null
			: readWords('decisionText', given.decisionText)
	if (decisionText && !decisionText.ok) return decisionText
	const dissent = given.dissent.trim() === '' ? null : readWords('dissent', given.dissent)
	if (dissent && !dissent.ok) return dissent
	return accept({ decisionText: decisionText?.value ?? '', dissent: dissent?.value ?? '' })
}

/** The gate and the record of the discussion for what needs a listing, then the item's own life. */
async function judgeOutcome(
	work: MeetingWork,
	item: MeetingItem,
	matter: MatterRecord,
	outcome: Outcome,
): Promise<Result<AgendaState, Refusal>> {
	if (needsListing(outcome)) {
		const decision = evaluateGate(await loadDossier(work.tx, work.shell.clearanceKey.verify, matter, work.at))
		if (!decision.isOpen) return refuse({ code: 'gate-blocked', decision })
		if (!item.listing) return refuse({ code: 'unfitting', field: 'outcome', problem: 'only-taken-off' })
		const obstacle = outcomeObstacle(work.meeting, item.id, outcome)
		if (obstacle) return refuse(obstacle)
	}
	return transitionAgendaItem(agendaStateOf(item.state), { type: 'outcome.recorded', outcome })
}

/** The outcome's row comes first, while the listing that it rests on still stands. */
async function writeOutcome(
	work: MeetingWork,
	item: MeetingItem,
	outcome: Outcome,
	words: OutcomeWords,
): Promise<void> {
	const row = {
		...words,
		jurisdictionId: item.jurisdictionId,
		agendaItemId: item.id,
		meetingId: work.meeting.id,
		matterId: item.matterId,
		clearanceId: item.listing?.clearanceId ?? null,
		outcome,
		recordedBy: work.actor.personId,
		postId: work.post.id,
		recordedAt: work.at,
	}
	const signed = work.shell.clearanceKey.signRow('agenda_outcome', row)
	await work.tx.agendaOutcome.create({ data: { ...row, ...signed } })
}
