import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'
import { type DeadlineWork, endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'

/** Causes of a round that begins with the drafting unit: the text came back from a meeting, or from those to whom it was referred. */
export const SENT_BACK = ['sent-back-by-meeting', 'sent-back-from-above'] as const

/** Opens the next round with the drafting unit: the text has to be revised before anybody looks at it again. */
export async function openRoundWithDrafter(work: DeadlineWork, cause: string): Promise<number> {
	const { jurisdictionId, id: matterId, round } = work.matter
	const number = round + 1
	await work.tx.reviewRound.create({ data: { jurisdictionId, matterId, number, cause, openedAt: work.at } })
	await endDeadlines(work)
	await startDeadline(work, 'revise', periodsFor(tracksOf(work.matter), work.reference.periods).revise)
	work.change({ round: number })
	return number
}

/** Opens the next round of review under the same case number, with half the period of the first [23]. */
export async function openRound(work: MatterWork, cause: string): Promise<number> {
	const { jurisdictionId, id: matterId, round } = work.matter
	const number = round + 1
	await work.tx.reviewRound.create({ data: { jurisdictionId, matterId, number, cause, openedAt: work.at } })
	await endDeadlines(work)
	const { review } = periodsFor(tracksOf(work.matter), work.reference.periods)
	await startDeadline(work, 'review', Math.ceil(review / 2))
	work.change({ round: number, awaitingSignature: false, changedAfterClearance: false })
	return number
}
