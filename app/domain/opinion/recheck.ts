import type { StepVerdictKind } from '#app/domain/materials/step.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { ItemKind } from './conclusion.ts'
import type { RecheckKind } from './recheck-kind.ts'
import type { ChangedBeyond, PlaceBeyond, SettledUnchanged, StepsRejected } from './recheck-refusals.ts'
import { asksAboutProcedure } from './subjects.ts'
import type { RecheckVerdict, ReplyAnswer } from './reply.ts'

/** What the reviewer makes of a re-check: proposes to clear, sends back, or opens a new round. */
export const RECHECK_RESULTS = ['proposed', 'failed', 'new-round'] as const

export type RecheckResult = (typeof RECHECK_RESULTS)[number]

/** What the signing officer makes of a re-check that proposes to clear. */
export const RECHECK_DECISIONS = ['signed', 'refused'] as const

export type RecheckDecision = (typeof RECHECK_DECISIONS)[number]

/** The reviewer's word on one opinion item. */
export type ItemVerdict = {
	readonly opinionItemId: string
	readonly verdict: RecheckVerdict
	readonly note: string
}

/** The reviewer's word on one step answer. */
export type StepVerdict = {
	readonly stepAnswerId: string
	readonly verdict: StepVerdictKind
	readonly note: string
}

/** What a re-check says. */
export type RecheckBody = {
	readonly note: string
	readonly items: readonly ItemVerdict[]
	readonly steps: readonly StepVerdict[]
}

/** What a re-check is about: the opinion's items with the newest reply, and the step answers not confirmed yet. */
export type RecheckSubject = {
	readonly items: readonly {
		readonly id: string
		readonly kind: ItemKind
		readonly answer: ReplyAnswer | null
		readonly place: string
		readonly points: readonly string[]
	}[]
	readonly openStepIds: readonly string[]
}

/** A must item that stays open stands in the way of clearance. */
export type ItemsUnsettled = { readonly code: 'items-unsettled'; readonly items: number }

/** The kinds that fit a text in re-check; the first is the one that the facts suggest. */
export function recheckKinds(facts: {
	isExpired: boolean
	changedAfterClearance: boolean
}): readonly RecheckKind[] {
	if (facts.isExpired) return ['expiry']
	return facts.changedAfterClearance ? ['correction', 'revision'] : ['revision']
}

/**
 * Whether a re-check can stand. A proposal to clear leaves no mandatory item open and no statutory step unconfirmed
 * or rejected; 保留不同意见 fits only where the drafter did not wholly adopt (国办发〔2018〕115号 (六)); a re-check that
 * fails names what is not settled. 未落实, 保留 and a rejection each need their word.
 */
export function judgeRecheck(
	subject: RecheckSubject,
	result: RecheckResult,
	body: RecheckBody,
): Result<RecheckResult, Unfitting | StepsRejected | ItemsUnsettled> {
	const fault = faultOf(subject, body)
	if (fault) return refuse({ code: 'unfitting', ...fault })
	if (result === 'new-round') return body.note === '' ? refuse(missing('note')) : accept(result)
	const open = openItems(subject, body)
	const rejected = body.steps.filter((step) => step.verdict === 'rejected').length
	if (result === 'failed')
		return body.items.some((item) => item.verdict === 'unsettled') || rejected > 0
			? accept(result)
			: refuse({ code: 'unfitting', field: 'items', problem: 'nothing-unsettled' })
	if (body.note === '') return refuse(missing('note'))
	if (open > 0) return refuse({ code: 'items-unsettled', items: open })
	if (rejected > 0) return refuse({ code: 'steps-rejected', steps: rejected })
	const isEveryStepJudged = subject.openStepIds.every((id) =>
		body.steps.some((step) => step.stepAnswerId === id),
	)
	return isEveryStepJudged ? accept(result) : refuse(missing('steps'))
}

/** What became of the text since it was last reviewed. */
export type TextChanges = {
	/** Changes of wording or substance at places that no item names. */
	readonly beyond: readonly PlaceBeyond[]
	/** The items, by id, at whose places nothing changed. */
	readonly untouched: readonly string[]
}

/** More places would be no list that anybody reads; the page has them all. */
const PLACES_NAMED = 20

/**
 * Whether a text may be cleared by a re-check at all. What was changed beyond the items was never reviewed and goes into
 * a new round; a correction may change nothing but typography, numbers and what follows from them; and an item at whose
 * place nothing changed is not settled, unless it is about the procedure (Decree 713 art. 25, 28; 国办发〔2018〕115号 (六)).
 */
export function judgeTextChanges(
	kind: RecheckKind,
	subject: RecheckSubject,
	body: RecheckBody,
	{ beyond, untouched }: TextChanges,
): Result<null, ChangedBeyond | SettledUnchanged> {
	if (beyond.length > 0)
		return refuse({
			code: 'changed-beyond-items',
			kind,
			count: beyond.length,
			places: beyond.slice(0, PLACES_NAMED).map(({ place, nature }) => ({ place, nature })),
		})
	if (kind !== 'revision') return accept(null)
	const settled = body.items.filter(({ verdict }) => verdict === 'settled').map((each) => each.opinionItemId)
	const places = subject.items
		.filter(
			({ id, points }) => settled.includes(id) && untouched.includes(id) && !points.some(asksAboutProcedure),
		)
		.map(({ place }) => place)
	return places.length > 0 ? refuse({ code: 'settled-unchanged', places }) : accept(null)
}

function faultOf(subject: RecheckSubject, body: RecheckBody): { field: string; problem: Problem } | null {
	for (const verdict of body.items) {
		const item = subject.items.find((candidate) => candidate.id === verdict.opinionItemId)
		const field = `item-${verdict.opinionItemId}`
		if (!item) return { field: 'items', problem: 'unknown' }
		if (verdict.verdict === 'retained' && (item.answer === null || item.answer === 'adopted'))
			return { field, problem: 'was-adopted' }
		if (verdict.verdict !== 'settled' && verdict.note === '') return { field, problem: 'missing' }
	}
	for (const verdict of body.steps) {
		if (!subject.openStepIds.includes(verdict.stepAnswerId)) return { field: 'steps', problem: 'unknown' }
		if (verdict.verdict === 'rejected' && verdict.note === '')
			return { field: `step-${verdict.stepAnswerId}`, problem: 'missing' }
	}
	return null
}

function openItems(subject: RecheckSubject, body: RecheckBody): number {
	return subject.items.filter((item) => {
		const verdict = body.items.find((each) => each.opinionItemId === item.id)?.verdict
		return item.kind === 'must' && verdict !== 'settled' && verdict !== 'retained'
	}).length
}

function missing(field: string): Unfitting {
	return { code: 'unfitting', field, problem: 'missing' }
}
