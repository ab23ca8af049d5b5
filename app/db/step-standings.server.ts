import type { Step, StepStanding } from '#app/domain/materials/step.ts'
import { type GateRecord, newestBy, opinionInForce, withRechecks } from './load-matter.server.ts'

/** A step answer as it stands, with its row. */
export type AnsweredStep = StepStanding & { readonly id: string; readonly materialId: string | null }

/**
 * The newest answer to each step with the reviewer's word on it: of the last re-check that was signed, else of the
 * opinion in force. An answer that neither knows is unconfirmed.
 */
export function stepStandingsOf(matter: GateRecord): AnsweredStep[] {
	const opinionId = opinionInForce(matter)?.id
	return newestBy(matter.stepAnswers, (answer) => answer.step).map((answer) => {
		const rechecked = withRechecks(answer.recheckSteps, matter)
			.filter(({ recheck }) => recheck.decision === 'signed' && recheck.opinionId === opinionId)
			.at(-1)
		const found = answer.findings.find((finding) => finding.opinionId === opinionId)
		return {
			id: answer.id,
			step: answer.step as Step,
			answer: answer.answer as StepStanding['answer'],
			reason: answer.reason,
			facts: JSON.parse(answer.facts) as StepStanding['facts'],
			materialId: answer.materialId,
			verdict: ((rechecked ?? found)?.verdict ?? null) as StepStanding['verdict'],
		}
	})
}
