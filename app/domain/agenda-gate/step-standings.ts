import type { StepStanding } from '#app/domain/materials/step.ts'
import { newestBy } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce, withRechecks } from '#app/domain/matter-record/opinion-records.ts'
import type { GateRecord } from './gate-record.ts'

/** A step answer as it stands, with its row. */
export type AnsweredStep = StepStanding & { readonly id: string; readonly materialId: string | null }

/**
 * The newest answer to each step with the reviewer's word on it: of the last re-check that was signed, else of the
 * opinion in force. An answer that neither knows is unconfirmed.
 */
export function stepStandingsOf(
	matter: Pick<GateRecord, 'stepAnswers' | 'opinions' | 'rechecks'>,
): AnsweredStep[] {
	const opinionId = opinionInForce(matter)?.id
	return newestBy(matter.stepAnswers, (answer) => answer.step).map((answer) => {
		const rechecked = withRechecks(answer.recheckSteps, matter)
			.filter(({ recheck }) => recheck.decision === 'signed' && recheck.opinionId === opinionId)
			.at(-1)
		const found = answer.findings.find((finding) => finding.opinionId === opinionId)
		const { id, step, reason, facts, materialId } = answer
		return {
			id,
			step,
			answer: answer.answer,
			reason,
			facts,
			materialId,
			verdict: (rechecked ?? found)?.verdict ?? null,
		}
	})
}
