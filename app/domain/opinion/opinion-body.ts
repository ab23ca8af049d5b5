import { jsonText } from '#app/domain/json-text.ts'
import type { StepVerdictKind } from '#app/domain/materials/step.ts'
import type { Conclusion, ItemKind } from './conclusion.ts'
import type { FlaggedRisk } from './flagged-risk.ts'

/** What a reviewer may answer to a review point. */
export const POINT_ANSWERS = ['in-order', 'problem', 'not-applicable'] as const

export type PointAnswer = (typeof POINT_ANSWERS)[number]

/** One item of an opinion: where, what is wrong, on what ground, and what to write instead. */
export type ItemBody = {
	readonly id: string
	readonly kind: ItemKind
	readonly anchor: string
	readonly place: string
	readonly quote: string
	readonly problem: string
	readonly ground: string
	readonly suggestion: string
	/** The review points that it answers, by their codes: what is wrong here is a problem there. */
	readonly points: readonly string[]
}

/** The answer to one review point: nothing found, a problem, or 不适用 with a word why. */
export type PointBody = {
	readonly point: string
	readonly answer: PointAnswer
	readonly note: string
}

/** The reviewer's word on one step answer. */
export type StepBody = {
	readonly stepAnswerId: string
	readonly verdict: StepVerdictKind
	readonly note: string
}

/** An opinion in the making: the reviewer's working paper, which is frozen by hash while it is out for signature. */
export type OpinionBody = {
	readonly items: readonly ItemBody[]
	readonly points: readonly PointBody[]
	readonly steps: readonly StepBody[]
	readonly conclusion: Conclusion | null
	readonly summary: string
	/** What is said of the risk, where anything is. */
	readonly risk?: FlaggedRisk
}

/** An opinion with nothing in it yet. */
export const EMPTY_OPINION: OpinionBody = { items: [], points: [], steps: [], conclusion: null, summary: '' }

type StoredBody = Omit<OpinionBody, 'items'> & {
	readonly items: readonly (Omit<ItemBody, 'points'> & { readonly points?: readonly string[] })[]
}

const BODY = jsonText<StoredBody>()

/** A working paper as it is stored. */
export function writeBody(body: OpinionBody): string {
	return BODY.write(body)
}

/** A working paper as it was stored. One that was begun before items cited points cites none. */
export function readBody(json: string): OpinionBody {
	const body = BODY.read(json)
	return { ...body, items: body.items.map((item) => ({ ...item, points: item.points ?? [] })) }
}
