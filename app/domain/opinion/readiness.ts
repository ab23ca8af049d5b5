import { type ItemKind, judgeConclusion } from '#app/domain/opinion/conclusion.ts'
import type { OpinionBody, PointBody, StepBody } from '#app/domain/opinion/opinion-body.ts'

/** What an opinion in the making still lacks. */
export type Readiness = {
	readonly unansweredPoints: number
	readonly unjudgedSteps: number
	readonly incompleteItems: number
	readonly isConclusionConsistent: boolean
}

/**
 * What is missing before an opinion may be sent for signature: every review point answered, every step answer
 * judged, every item with its place, problem and ground, and a conclusion that can stand beside them
 * (Decree 713 art. 27; 国办发〔2018〕115号 (六)). What the drafter has answered anew is judged anew.
 */
export function judgeReadiness(
	body: OpinionBody | null,
	points: readonly { code: string }[],
	stepAnswerIds: readonly string[],
): Readiness {
	if (!body)
		return {
			unansweredPoints: points.length,
			unjudgedSteps: stepAnswerIds.length,
			incompleteItems: 0,
			isConclusionConsistent: false,
		}
	return {
		unansweredPoints: points.filter(
			(point) => !body.points.some((answer) => answer.point === point.code && isAnswered(answer)),
		).length,
		unjudgedSteps: stepAnswerIds.filter(
			(id) => !body.steps.some((step) => step.stepAnswerId === id && isJudged(step)),
		).length,
		incompleteItems: body.items.filter((item) => !isComplete(item)).length,
		isConclusionConsistent:
			body.conclusion !== null &&
			judgeConclusion(body.conclusion, body.items, rejectedSteps(body, stepAnswerIds)).ok,
	}
}

/** How many of the step answers that stand now this opinion rejects; an answer that was replaced no longer counts. */
export function rejectedSteps(body: OpinionBody, stepAnswerIds: readonly string[]): number {
	return body.steps.filter((step) => step.verdict === 'rejected' && stepAnswerIds.includes(step.stepAnswerId))
		.length
}

/** A mandatory item needs its ground in law; an advisory one may do without. */
export function isComplete(item: {
	kind: ItemKind
	anchor: string
	problem: string
	ground: string
}): boolean {
	return item.anchor !== '' && item.problem !== '' && (item.kind === 'advice' || item.ground !== '')
}

/** A problem and a 不适用 need a word why. */
export function isAnswered(point: PointBody): boolean {
	return point.answer === 'in-order' || point.note !== ''
}

/** A rejection needs a word why. */
export function isJudged(step: StepBody): boolean {
	return step.verdict === 'confirmed' || step.note !== ''
}
