import type { Step, StepAnswerKind } from '#app/domain/materials/step.ts'
import { STEP_FACTS, type StoredFacts } from '#app/domain/materials/step-facts.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'

/** What is said of a step: its facts where it was done, the reason where it is 不适用. */
export type SaidOfStep = { readonly facts: StoredFacts; readonly reason: string | null }

/** Writes an answer to a statutory step; the newest one counts. */
export async function writeStepAnswer(
	work: MatterWork,
	step: Step,
	answer: StepAnswerKind,
	{ facts, reason }: SaidOfStep,
	materialId: string | null,
): Promise<void> {
	await work.tx.stepAnswer.create({
		data: {
			jurisdictionId: work.matter.jurisdictionId,
			id: work.shell.newId(),
			matterId: work.matter.id,
			step,
			answer,
			reason,
			facts: STEP_FACTS.write(facts),
			materialId,
			answeredBy: work.actor.personId,
			answeredAt: work.at,
		},
	})
}
