import { itemKindOf, matterStateOf, replyAnswerOf } from '#app/db/code-columns.server.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { stepStandingsOf } from '#app/domain/agenda-gate/step-standings.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import type { RecheckKind } from '#app/domain/opinion/recheck-kind.ts'
import {
	type RecheckBody,
	type RecheckResult,
	type RecheckSubject,
	judgeRecheck,
	judgeTextChanges,
	recheckKinds,
} from '#app/domain/opinion/recheck.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { checkSeparation } from '#app/services/command/check-separation.server.ts'
import { endSittingWith } from '#app/services/redline/end-sitting.server.ts'
import { openRound } from '#app/services/matter/open-round.server.ts'
import { type TextJudged, judgeText, stillJudged } from './judge-text.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A re-check as its form sends it. */
export type RecheckGiven = RecheckBody & { readonly kind: RecheckKind }

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ recheckId: string }>, Refusal>>

const ACTS = { proposed: 'recheck.proposed', failed: 'recheck.failed', 'new-round': 'round.opened' } as const

/** [22] Proposes to clear the revised text: every mandatory item settled or retained, every step confirmed. */
export function proposeRecheck(shell: Shell, actor: Actor, order: Order, given: RecheckGiven): Answer {
	return recheck(shell, actor, order, given, 'proposed', (work) => {
		work.change({ awaitingSignature: true })
	})
}

/** [23] Gives the text back to the drafter with what is not settled. */
export function failRecheck(shell: Shell, actor: Actor, order: Order, given: RecheckGiven): Answer {
	return recheck(shell, actor, order, given, 'failed', async (work) => {
		await endDeadlines(work)
		await startDeadline(work, 'revise', periodsFor(tracksOf(work.matter), work.reference.periods).revise)
	})
}

/** [23] Opens a new round: the text was changed beyond what the opinion asked for. */
export function openNewRound(shell: Shell, actor: Actor, order: Order, given: RecheckGiven): Answer {
	return recheck(shell, actor, order, given, 'new-round', async (work) => {
		await openRound(work, 'changed-beyond-items')
	})
}

/** What a re-check of this matter is about: the items of the opinion in force, and the steps not confirmed yet. */
export function recheckSubjectOf(matter: MatterRecord): RecheckSubject {
	return {
		items: (opinionInForce(matter)?.items ?? []).map((item) => ({
			id: item.id,
			kind: itemKindOf(item.kind),
			answer: replyAnswerOf(item.replies.at(-1)?.answer ?? null),
			place: item.place,
			points: item.points,
		})),
		openStepIds: stepStandingsOf(matter)
			.filter((step) => step.verdict !== 'confirmed')
			.map((step) => step.id),
	}
}

/** The kinds of re-check that fit a matter now. */
export function recheckKindsOf(matter: MatterRecord): readonly RecheckKind[] {
	const last = matter.clearances.at(-1)
	const isExpired = last?.standing?.state === 'expired' && last.versionId === matter.currentVersionId
	return recheckKinds({ isExpired, changedAfterClearance: matter.changedAfterClearance })
}

async function recheck(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: RecheckGiven,
	result: RecheckResult,
	follow: (work: MatterWork) => void | Promise<void>,
): Answer {
	const act = ACTS[result]
	const body = { ...given }
	const text = result === 'proposed' ? await judgeText(shell, actor, order.matterId, given.kind) : null
	return commandOnMatter(shell, actor, { ...order, body }, { act }, async (work) => {
		const apart = await checkSeparation(work, 'reviewer')
		if (!apart.ok) return apart
		const judged = judgeAgainst(work, result, given)
		if (!judged.ok) return judged
		if (result === 'proposed') {
			const fits = await judgeProposedText(work, given, text)
			if (!fits.ok) return fits
		}
		const recheckId = await writeRecheck(work, judged.value, given, result)
		work.note({ recheck: recheckId, kind: given.kind, items: given.items.map(({ verdict }) => verdict) })
		await follow(work)
		await endSittingWith(work)
		return accept({ recheckId })
	})
}

/** The opinion that this re-check is against, or why the re-check cannot stand. */
function judgeAgainst(
	{ matter }: MatterWork,
	result: RecheckResult,
	given: RecheckGiven,
): Result<string, Refusal> {
	const opinion = opinionInForce(matter)
	if (!opinion) return refuse({ code: 'unfitting', field: 'opinion', problem: 'none-in-force' })
	if (!recheckKindsOf(matter).includes(given.kind))
		return refuse({ code: 'unfitting', field: 'kind', problem: 'does-not-fit' })
	const judged = judgeRecheck(recheckSubjectOf(matter), result, given)
	if (judged.ok) return accept(opinion.id)
	if (judged.reason.code !== 'items-unsettled') return refuse(judged.reason)
	const state = matterStateOf(matter.state)
	return refuse({ code: 'transition-refused', state, event: ACTS[result], unmet: ['items-settled'] })
}

/** A proposal to clear stands only on a text that was changed where the items asked for it, and nowhere else. */
async function judgeProposedText(
	work: MatterWork,
	given: RecheckGiven,
	text: TextJudged | null,
): Promise<Result<null, Refusal>> {
	const judged = await stillJudged(work, given.kind, text)
	return judged.ok ? judgeTextChanges(given.kind, recheckSubjectOf(work.matter), given, judged.value) : judged
}

async function writeRecheck(
	work: MatterWork,
	opinionId: string,
	given: RecheckGiven,
	result: RecheckResult,
): Promise<string> {
	const { jurisdictionId, id: matterId, currentVersion: version } = work.matter
	if (!version) throw new Error(`matter ${matterId} is re-checked without a version`)
	const recheckId = work.shell.newId()
	await work.tx.recheck.create({
		data: {
			jurisdictionId,
			id: recheckId,
			matterId,
			opinionId,
			versionId: version.id,
			contentSha256: version.contentSha256,
			kind: given.kind,
			result,
			note: given.note,
			reviewerId: work.actor.personId,
			proposedAt: work.at,
		},
	})
	await work.tx.recheckItem.createMany({
		data: given.items.map((item) => ({ ...item, jurisdictionId, recheckId })),
	})
	await work.tx.recheckStep.createMany({
		data: given.steps.map((step) => ({ ...step, jurisdictionId, recheckId })),
	})
	return recheckId
}
