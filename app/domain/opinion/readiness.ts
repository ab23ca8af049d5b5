import type { ItemKind } from './conclusion.ts'
import { type Beside, type Contradiction, contradictionsIn } from './contradictions.ts'
import { isRiskStated } from './flagged-risk.ts'
import type { OpinionBody, PointBody, StepBody } from './opinion-body.ts'

/** What an opinion in the making still lacks, and what in it cannot stand together. */
export type Readiness = {
	readonly unansweredPoints: number
	readonly unjudgedSteps: number
	readonly incompleteItems: number
	readonly hasConclusion: boolean
	readonly isRiskStated: boolean
	readonly contradictions: readonly Contradiction[]
}

/**
 * What is missing before an opinion may be sent for signature: every review point answered, every step answer
 * judged, every item with its place, problem and ground, a conclusion, what a flagged risk is, and nothing that
 * contradicts another part (Decree 713 art. 25, 27; 国办发〔2018〕115号 (六)). What the drafter has answered anew is judged anew.
 */
export function judgeReadiness(
	body: OpinionBody | null,
	points: readonly { code: string }[],
	beside: Beside,
): Readiness {
	const { stepAnswerIds } = beside
	if (!body)
		return {
			unansweredPoints: points.length,
			unjudgedSteps: stepAnswerIds.length,
			incompleteItems: 0,
			hasConclusion: false,
			isRiskStated: true,
			contradictions: [],
		}
	return {
		unansweredPoints: points.filter(
			(point) => !body.points.some((answer) => answer.point === point.code && isAnswered(answer)),
		).length,
		unjudgedSteps: stepAnswerIds.filter(
			(id) => !body.steps.some((step) => step.stepAnswerId === id && isJudged(step)),
		).length,
		incompleteItems: body.items.filter((item) => !isComplete(item, points)).length,
		hasConclusion: body.conclusion !== null,
		isRiskStated: isRiskStated(body),
		contradictions: contradictionsIn(body, beside),
	}
}

/**
 * An item needs its place and its problem; a mandatory one its ground in law too, and a review point of this matter
 * that it answers.
 */
export function isComplete(
	item: {
		kind: ItemKind
		anchor: string
		problem: string
		ground: string
		points: readonly string[]
	},
	points: readonly { code: string }[],
): boolean {
	if (item.anchor === '' || item.problem === '') return false
	return (
		item.kind === 'advice' || (item.ground !== '' && points.some(({ code }) => item.points.includes(code)))
	)
}

/** A problem and a 不适用 need a word why. */
export function isAnswered(point: PointBody): boolean {
	return point.answer === 'in-order' || point.note !== ''
}

/** A rejection needs a word why. */
export function isJudged(step: StepBody): boolean {
	return step.verdict === 'confirmed' || step.note !== ''
}
