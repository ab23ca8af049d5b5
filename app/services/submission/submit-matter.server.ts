import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import { caseNumber } from '#app/domain/matter/numbering.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { judgeHead } from '#app/domain/permission/separation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { SENT_BACK } from '#app/services/matter/open-round.server.ts'
import { findReviewBody } from '#app/services/organisation/find-review-body.server.ts'
import { nextNumber } from '#app/services/command/next-number.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The receipt of a submission: its number, which a matter keeps through all its rounds, and by when it is answered. */
export type SubmissionReceipt = { readonly caseNumber: string; readonly round: number }

/**
 * [1] The head signs the submission: the matter gets its number (once), its review body and its acceptance period.
 * The head is not the drafter, and whoever signs here signs no opinion on the matter, ever.
 */
export async function submitMatter(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
): Promise<Result<Done<SubmissionReceipt>, Refusal>> {
	return commandOnMatter(shell, actor, { ...order, body: {} }, { act: 'matter.submitted' }, async (work) => {
		const separate = judgeHead(actor.personId, await drafterIdsOf(work), actor.oneWith)
		if (!separate.ok) return separate
		const body = await findReviewBody(work.tx, work.matter)
		if (!body.ok) return body
		const receipt = await numberAndRound(work)
		work.change({
			...receipt,
			headId: actor.personId,
			submittedAt: work.at,
			reviewOrganId: body.value.organId,
			reviewUnitId: body.value.unitId,
			awaitingHead: false,
			changedAfterClearance: false,
			reasonCode: null,
			reasonText: null,
		})
		await endDeadlines(work)
		await startDeadline(work, 'accept', periodsFor(tracksOf(work.matter), work.reference.periods).accept)
		work.note({ ...receipt, version: work.matter.currentVersion?.contentSha256 ?? null })
		return accept(receipt)
	})
}

/** Everybody who drafted the matter or uploaded a version of it. */
async function drafterIdsOf({ tx, matter }: MatterWork): Promise<string[]> {
	const versions = await tx.draftVersion.findMany({
		where: { jurisdictionId: matter.jurisdictionId, matterId: matter.id },
		select: { uploadedBy: true },
	})
	return [matter.drafterId, ...versions.map((version) => version.uploadedBy)]
}

async function numberAndRound({ tx, matter, today, at }: MatterWork): Promise<SubmissionReceipt> {
	const { jurisdictionId, id: matterId } = matter
	const isFirst = matter.submittedAt === null
	const waiting = isFirst ? null : await roundOfMeeting(tx, matter)
	const round = isFirst || waiting ? matter.round : matter.round + 1
	const cause = isFirst ? 'submitted' : 'submitted-again'
	if (!waiting)
		await tx.reviewRound.create({ data: { jurisdictionId, matterId, number: round, cause, openedAt: at } })
	if (matter.caseNumber !== null) return { caseNumber: matter.caseNumber, round }
	const year = Number(today.slice(0, 4))
	return { caseNumber: caseNumber(year, await nextNumber(tx, jurisdictionId, 'case', year)), round }
}

/** The round that a meeting, or a ruling from above, opened by sending the text back, unless the text has come in since. */
async function roundOfMeeting(tx: MatterWork['tx'], matter: MatterWork['matter']) {
	return tx.reviewRound.findFirst({
		where: {
			jurisdictionId: matter.jurisdictionId,
			matterId: matter.id,
			number: matter.round,
			cause: { in: [...SENT_BACK] },
			openedAt: { gte: matter.submittedAt ?? new Date(0) },
		},
	})
}
