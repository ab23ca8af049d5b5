import type { Reader } from '#app/documents/reader/reader.server.ts'
import { newestBy } from '#app/domain/matter-record/matter-record.ts'
import { type Step, STEPS } from '#app/domain/materials/step.ts'
import { heldConsultation } from '#app/domain/consultation/consultation.ts'
import { readStepFacts } from '#app/domain/materials/step-facts.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { writeMaterial } from './add-materials.server.ts'
import { type SaidOfStep, writeStepAnswer } from './write-step-answer.server.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { mayBringFiles, storeIfTaken } from '#app/services/files/may-bring-files.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type GivenFile, type TakenFile, fileFacts, takePaper } from '#app/services/files/take-file.server.ts'

/** What the drafter says of one statutory step; `facts` are texts as typed, `paper` a new file or null to keep the last. */
export type StepGiven =
	| {
			readonly step: string
			readonly answer: 'done'
			readonly facts: Readonly<Record<string, string>>
			readonly paper: GivenFile | null
	  }
	| { readonly step: string; readonly answer: 'not-applicable'; readonly reason: string }

/**
 * Answers one statutory step (H5–H9, H18): done, with its paper and key facts, or 不适用 with a reason. The paper is kept
 * as the checklist item of the step's own code. Nothing is 不适用 by default, and the reviewer has to confirm either.
 */
export async function answerStep(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: StepGiven,
): Promise<Result<Done<{ revision: number }>, Refusal>> {
	const may = await mayBringFiles(shell, actor, order.matterId, 'matter.edited')
	const paper = may.ok ? await takeStepPaper(shell.reader, given) : may
	const bringing = { matterId: order.matterId, act: 'matter.edited' } as const
	const stored = await storeIfTaken(shell, actor, bringing, paper.ok && paper.value ? [paper.value] : [])
	if (!stored.ok) return stored
	const body = {
		step: given.step,
		answer: given.answer,
		said: given.answer === 'done' ? { ...given.facts } : given.reason,
		paper: paper.ok && paper.value ? fileFacts(paper.value) : null,
	}
	const answer = await commandOnMatter(
		shell,
		actor,
		{ ...order, body },
		{ act: 'matter.edited' },
		async (work) => {
			if (!paper.ok) return paper
			if (!stored.value) return refuse({ code: 'stale-page', changes: [] })
			const step = STEPS.find((each) => each === given.step)
			if (!step) return refuse({ code: 'unfitting', field: 'step', problem: 'unknown' })
			const said = readAnswer(step, given, work)
			if (!said.ok) return said
			const materialId = given.answer === 'done' ? await keepPaper(work, step, paper.value) : null
			if (given.answer === 'done' && materialId === null)
				return refuse({ code: 'unfitting', field: 'paper', problem: 'missing' })
			await writeStepAnswer(work, step, given.answer, said.value, materialId)
			work.change({ awaitingHead: false })
			work.note({ step, answer: given.answer }, paper.value ? [paper.value.sha256] : [])
			return accept({ revision: work.matter.revision + 1 })
		},
	)
	return alertWhenClassified(shell, actor, order.key, answer)
}

async function takeStepPaper(reader: Reader, given: StepGiven): Promise<Result<TakenFile | null, Refusal>> {
	return given.answer === 'done' && given.paper ? takePaper(reader, given.paper) : accept(null)
}

/** A consultation that was opened here answers the step by its own days and its adoption table, and nobody types others. */
function readAnswer(
	step: Step,
	given: StepGiven,
	{ today, matter }: Pick<MatterWork, 'today' | 'matter'>,
): Result<SaidOfStep, Refusal> {
	if (step === 'public-consultation' && heldConsultation(matter))
		return refuse({ code: 'unfitting', field: 'step', problem: 'consulted-here' })
	if (given.answer === 'not-applicable') {
		const reason = readWords('reason', given.reason)
		return reason.ok ? accept({ facts: {}, reason: reason.value }) : reason
	}
	const facts = readStepFacts(step, given.facts, today)
	return facts.ok
		? accept({ facts: facts.value, reason: null })
		: refuse({ code: 'unfitting', ...facts.reason })
}

/** The id of the step's paper: the new one, or the last that was added, or null when there is none. */
async function keepPaper(work: MatterWork, step: Step, paper: TakenFile | null): Promise<string | null> {
	if (paper) return writeMaterial(work, { item: step, kind: 'file', file: paper })
	const last = newestBy(work.matter.materials, (material) => material.item).find(
		(material) => material.item === step,
	)
	return last?.kind === 'file' ? last.id : null
}
