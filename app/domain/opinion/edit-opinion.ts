import { WORDS_LIMIT } from '#app/domain/matter/written-words.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Conclusion } from './conclusion.ts'
import type { FlaggedRisk } from './flagged-risk.ts'
import type { ItemBody, OpinionBody, PointBody, StepBody } from './opinion-body.ts'

/** One change to an opinion in the making: what a single form of the editor sends. */
export type OpinionChange =
	| { readonly part: 'item'; readonly item: ItemBody }
	| { readonly part: 'item-dropped'; readonly id: string }
	| { readonly part: 'points'; readonly points: readonly PointBody[] }
	| { readonly part: 'steps'; readonly steps: readonly StepBody[] }
	| {
			readonly part: 'conclusion'
			readonly conclusion: Conclusion | null
			readonly summary: string
			readonly risk?: FlaggedRisk
	  }
	| { readonly part: 'whole'; readonly body: OpinionBody }

/** More items than any real opinion has; a bound on what one form may store. */
const ITEMS_LIMIT = 300

/** More review points than any matter's tracks ask for together. */
const POINTS_LIMIT = 50

/** The longest summary of an opinion, in UTF-16 code units. */
export const SUMMARY_LIMIT = 20_000

/**
 * Applies one change to an opinion in the making. Nothing has to be complete yet: readiness is judged when it is
 * sent for signature. Words that are too long are refused by field.
 */
export function changeOpinion(body: OpinionBody, change: OpinionChange): Result<OpinionBody, Unfitting> {
	const changed = applied(body, change)
	const fault = faultOf(changed)
	return fault ? refuse({ code: 'unfitting', ...fault }) : accept(changed)
}

function applied(body: OpinionBody, change: OpinionChange): OpinionBody {
	switch (change.part) {
		case 'item':
			return { ...body, items: withEntry(body.items, change.item, (item) => item.id) }
		case 'item-dropped':
			return { ...body, items: body.items.filter((item) => item.id !== change.id) }
		case 'points':
			return { ...body, points: withEntries(body.points, change.points, (point) => point.point) }
		case 'steps':
			return { ...body, steps: withEntries(body.steps, change.steps, (step) => step.stepAnswerId) }
		case 'conclusion':
			return {
				...body,
				conclusion: change.conclusion,
				summary: change.summary,
				...(change.risk ? { risk: change.risk } : {}),
			}
		case 'whole':
			return change.body
	}
}

/** Replaces the entry of the same key where it stands, or adds it at the end. */
function withEntry<Entry>(entries: readonly Entry[], entry: Entry, keyOf: (entry: Entry) => string): Entry[] {
	const key = keyOf(entry)
	return entries.some((each) => keyOf(each) === key)
		? entries.map((each) => (keyOf(each) === key ? entry : each))
		: [...entries, entry]
}

function withEntries<Entry>(
	entries: readonly Entry[],
	added: readonly Entry[],
	keyOf: (entry: Entry) => string,
): Entry[] {
	return added.reduce<Entry[]>((all, entry) => withEntry(all, entry, keyOf), [...entries])
}

function faultOf(body: OpinionBody): { field: string; problem: Problem } | null {
	if (body.items.length > ITEMS_LIMIT) return { field: 'items', problem: 'too-many' }
	if (new Set(body.items.map((item) => item.id)).size < body.items.length)
		return { field: 'items', problem: 'twice' }
	if (body.items.some((item) => item.id === '')) return { field: 'items', problem: 'missing' }
	if (body.items.some((item) => item.points.length > POINTS_LIMIT))
		return { field: 'points', problem: 'too-many' }
	for (const item of body.items)
		for (const field of ['place', 'quote', 'problem', 'ground', 'suggestion'] as const)
			if (item[field].length > WORDS_LIMIT) return { field, problem: 'too-long' }
	if ([...body.points, ...body.steps].some(({ note }) => note.length > WORDS_LIMIT))
		return { field: 'note', problem: 'too-long' }
	for (const field of ['ground', 'risks', 'measures'] as const)
		if ((body.risk?.[field].length ?? 0) > WORDS_LIMIT) return { field, problem: 'too-long' }
	return body.summary.length > SUMMARY_LIMIT ? { field: 'summary', problem: 'too-long' } : null
}
