import { z } from 'zod'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { CONCLUSIONS, ITEM_KINDS } from '#app/domain/opinion/conclusion.ts'
import { type OpinionChange, SUMMARY_LIMIT } from '#app/domain/opinion/edit-opinion.ts'
import { WORDS_LIMIT } from '#app/domain/matter/written-words.ts'
import { fieldsFrom, wordsAt, wordsOrNone } from './form-schema.server.ts'

const POINT_ANSWERS = ['in-order', 'problem', 'not-applicable'] as const
const STEP_VERDICTS = ['confirmed', 'rejected'] as const

const text = wordsOrNone(WORDS_LIMIT)
const itemId = z.string().regex(/^[A-Za-z0-9-]{1,120}$/)
const anchor = z
	.string()
	.regex(/^[a-z]+(-[a-z]?\d+)*$/)
	.max(60)

const pointCode = z.string().regex(/^[a-z0-9-]{1,60}$/)
/** Boxes of one name come as a list, one ticked box as its word, none not at all. */
const citedPoints = z.union([z.array(pointCode), pointCode.transform((code) => [code])]).default([])

/** The parts of an opinion that the editor saves one by one; each may still be half written. */
export const OpinionPart = z.discriminatedUnion('intent', [
	z.object({
		intent: z.literal('item'),
		id: itemId,
		kind: z.enum(ITEM_KINDS),
		anchor,
		quote: text,
		problem: text,
		ground: text,
		suggestion: text,
		points: citedPoints,
	}),
	z.object({ intent: z.literal('item-dropped'), id: itemId }),
	z.looseObject({ intent: z.literal('points') }),
	z.looseObject({ intent: z.literal('steps') }),
	z.object({
		intent: z.literal('conclusion'),
		conclusion: z.enum(CONCLUSIONS).nullable().default(null),
		summary: wordsOrNone(SUMMARY_LIMIT),
	}),
])

/** The change of the opinion that a form of one part asks for; points and steps without an answer stay as they were. */
export function opinionChangeOf(form: z.output<typeof OpinionPart>): OpinionChange {
	switch (form.intent) {
		case 'item': {
			const { intent: _intent, ...item } = form
			return { part: 'item', item: { ...item, place: placeLabel(item.anchor) } }
		}
		case 'item-dropped':
			return { part: 'item-dropped', id: form.id }
		case 'points':
			return { part: 'points', points: pointsIn(form) }
		case 'steps':
			return { part: 'steps', steps: stepsIn(form) }
		case 'conclusion':
			return { part: 'conclusion', conclusion: form.conclusion, summary: form.summary }
	}
}

/** Answers to review points: `answer-<code>` and `note-<code>`. */
function pointsIn(form: Readonly<Record<string, unknown>>) {
	return fieldsFrom(form, 'answer-').flatMap(([point, word]) => {
		const answer = POINT_ANSWERS.find((each) => each === word)
		return answer ? [{ point, answer, note: wordsAt(form, `note-${point}`) }] : []
	})
}

/** Words on step answers: `verdict-<id>` and `note-<id>`. */
function stepsIn(form: Readonly<Record<string, unknown>>) {
	return fieldsFrom(form, 'verdict-').flatMap(([stepAnswerId, word]) => {
		const verdict = STEP_VERDICTS.find((each) => each === word)
		return verdict ? [{ stepAnswerId, verdict, note: wordsAt(form, `note-${stepAnswerId}`) }] : []
	})
}
