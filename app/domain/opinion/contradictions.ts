import { type Conclusion, type PassingConclusion as Passing, passes } from './conclusion.ts'
import type { ItemBody, OpinionBody, PointBody } from './opinion-body.ts'
import { asksAbout, asksAboutProcedure, type Subject, subjectsOf } from './subjects.ts'

/**
 * Two places of an opinion that cannot both stand. A point is named by its code, an item by its id, a step by the id of
 * its answer; where neither is named, the other side is the conclusion.
 */
export type Contradiction =
	| { readonly code: 'problem-without-item'; readonly point: string }
	| { readonly code: 'item-against-point'; readonly item: string; readonly point: string }
	| {
			readonly code: 'subject-against-point'
			readonly item: string
			readonly point: string
			readonly subject: Subject
	  }
	| { readonly code: 'step-against-point'; readonly step: string; readonly point: string }
	| { readonly code: `${Passing}-with-problem`; readonly point: string }
	| { readonly code: `${Passing}-with-must-item`; readonly item: string }
	| { readonly code: `${Passing}-with-rejected-step`; readonly step: string }
	| { readonly code: `${Passing}-against-counsel`; readonly counselOpinion: string }
	| { readonly code: 'risk-flagged-on-other-track' }
	| { readonly code: 'unlawful-without-problem' }
	| { readonly code: 'amend-without-must-item' }
	| { readonly code: 'amend-without-problem' }

export type ContradictionCode = Contradiction['code']

/**
 * What the opinion is read beside: the step answers that stand now, counsel's 不合法 that nobody disposed of, and whether
 * every track is a major decision.
 */
export type Beside = {
	readonly stepAnswerIds: readonly string[]
	readonly holds: readonly string[]
	readonly isDecision: boolean
}

type Cited = Pick<ItemBody, 'kind'> & { readonly points: readonly string[] }

/**
 * Everything in an opinion that contradicts something else in it, in the order in which a reviewer should mend it. The
 * points are the review (Decree 713 art. 27; 国办发〔2018〕115号 (六)), so items, step verdicts and conclusion follow them.
 * What is not answered yet contradicts nothing; readiness names it.
 */
export function contradictionsIn(
	body: OpinionBody,
	{ stepAnswerIds, holds, isDecision }: Beside,
): Contradiction[] {
	const rejected = body.steps
		.filter((step) => step.verdict === 'rejected' && stepAnswerIds.includes(step.stepAnswerId))
		.map((step) => step.stepAnswerId)
	return [
		...stepsAgainstPoints(body.points, rejected),
		...itemsAgainstPoints(body),
		...unboundProblems(body.conclusion, body.points, body.items).map((point): Contradiction => {
			return {
				code: passes(body.conclusion) ? `${body.conclusion}-with-problem` : 'problem-without-item',
				point,
			}
		}),
		...againstConclusion(body, rejected, holds),
		// Decree 713 art. 25 speaks of decisions; 国办发〔2018〕115号 (六) knows no such conclusion.
		...(body.conclusion === 'risk-flagged' && !isDecision
			? [{ code: 'risk-flagged-on-other-track' } as const]
			: []),
	]
}

/**
 * The points with a problem that the rest of the opinion leaves without consequence: each needs a 必须修改 item that
 * cites it; 不合法 is itself the consequence, and beside 合法 and a flagged risk none may stand: what a law forbids is
 * no risk (Decree 713 art. 25).
 */
export function unboundProblems(
	conclusion: Conclusion | null,
	points: readonly Pick<PointBody, 'point' | 'answer'>[],
	items: readonly Cited[],
): string[] {
	if (conclusion === 'unlawful') return []
	const problems = points.filter(({ answer }) => answer === 'problem').map(({ point }) => point)
	if (passes(conclusion)) return problems
	return problems.filter(
		(point) => !items.some((item) => item.kind === 'must' && item.points.includes(point)),
	)
}

function stepsAgainstPoints(points: readonly PointBody[], rejected: readonly string[]): Contradiction[] {
	const clean = points.filter((point) => isClean(point) && asksAboutProcedure(point.point))
	return rejected.flatMap((step) =>
		clean.map(({ point }): Contradiction => ({ code: 'step-against-point', step, point })),
	)
}

function itemsAgainstPoints({ items, points }: OpinionBody): Contradiction[] {
	const clean = points.filter(isClean).map(({ point }) => point)
	return items.flatMap((item) => {
		const subjects = subjectsOf(item)
		return clean.flatMap((point): Contradiction[] => {
			const subject = subjects.find((each) => asksAbout(point, each))
			if (subject) return [{ code: 'subject-against-point', item: item.id, point, subject }]
			const isCited = item.kind === 'must' && item.points.includes(point)
			return isCited ? [{ code: 'item-against-point', item: item.id, point }] : []
		})
	})
}

function againstConclusion(
	{ conclusion, items, points }: OpinionBody,
	rejected: readonly string[],
	holds: readonly string[],
): Contradiction[] {
	const must = items.filter((item) => item.kind === 'must')
	if (passes(conclusion))
		return [
			...must.map(({ id }): Contradiction => ({ code: `${conclusion}-with-must-item`, item: id })),
			...rejected.map((step): Contradiction => ({ code: `${conclusion}-with-rejected-step`, step })),
			...holds.map((id): Contradiction => ({ code: `${conclusion}-against-counsel`, counselOpinion: id })),
		]
	if (conclusion === 'amend' && must.length === 0) return [{ code: 'amend-without-must-item' }]
	const isUnanswered = conclusion === null || points.length === 0
	if (isUnanswered || points.some(({ answer }) => answer === 'problem')) return []
	return [{ code: conclusion === 'amend' ? 'amend-without-problem' : 'unlawful-without-problem' }]
}

/** 不适用 says as little of a problem as 未发现问题 does. */
function isClean({ answer }: PointBody): boolean {
	return answer !== 'problem'
}
