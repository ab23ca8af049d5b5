import type { Conclusion } from './conclusion.ts'
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
	| { readonly code: 'lawful-with-problem'; readonly point: string }
	| { readonly code: 'lawful-with-must-item'; readonly item: string }
	| { readonly code: 'lawful-with-rejected-step'; readonly step: string }
	| { readonly code: 'lawful-against-counsel'; readonly counselOpinion: string }
	| { readonly code: 'unlawful-without-problem' }
	| { readonly code: 'amend-without-must-item' }
	| { readonly code: 'amend-without-problem' }

export type ContradictionCode = Contradiction['code']

/** What the opinion is read beside: the step answers that stand now, and counsel's 不合法 that nobody disposed of. */
export type Beside = { readonly stepAnswerIds: readonly string[]; readonly holds: readonly string[] }

type Cited = Pick<ItemBody, 'kind'> & { readonly points: readonly string[] }

/**
 * Everything in an opinion that contradicts something else in it, in the order in which a reviewer should mend it. The
 * points are the review (Decree 713 art. 27; 国办发〔2018〕115号 (六)), so items, step verdicts and conclusion follow them.
 * What is not answered yet contradicts nothing; readiness names it.
 */
export function contradictionsIn(body: OpinionBody, { stepAnswerIds, holds }: Beside): Contradiction[] {
	const rejected = body.steps
		.filter((step) => step.verdict === 'rejected' && stepAnswerIds.includes(step.stepAnswerId))
		.map((step) => step.stepAnswerId)
	return [
		...stepsAgainstPoints(body.points, rejected),
		...itemsAgainstPoints(body),
		...unboundProblems(body.conclusion, body.points, body.items).map((point): Contradiction => {
			const code = body.conclusion === 'lawful' ? 'lawful-with-problem' : 'problem-without-item'
			return { code, point }
		}),
		...againstConclusion(body, rejected, holds),
	]
}

/**
 * The points with a problem that the rest of the opinion leaves without consequence: each needs a 必须修改 item that
 * cites it; 不合法 is itself the consequence, and beside 合法 none may stand.
 */
export function unboundProblems(
	conclusion: Conclusion | null,
	points: readonly Pick<PointBody, 'point' | 'answer'>[],
	items: readonly Cited[],
): string[] {
	if (conclusion === 'unlawful') return []
	const problems = points.filter(({ answer }) => answer === 'problem').map(({ point }) => point)
	if (conclusion === 'lawful') return problems
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
	if (conclusion === 'lawful')
		return [
			...must.map(({ id }): Contradiction => ({ code: 'lawful-with-must-item', item: id })),
			...rejected.map((step): Contradiction => ({ code: 'lawful-with-rejected-step', step })),
			...holds.map((id): Contradiction => ({ code: 'lawful-against-counsel', counselOpinion: id })),
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
