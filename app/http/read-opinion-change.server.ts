import { z } from 'zod'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { CONCLUSIONS, ITEM_KINDS } from '#app/domain/opinion/conclusion.ts'
import type { OpinionChange } from '#app/domain/opinion/edit-opinion.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { GivenCommand } from './take-command.server.ts'

const Words = z.string().trim()
const Anchor = z
	.string()
	.regex(/^[a-z]+(-[a-z]?\d+)*$/)
	.max(60)
const ItemId = z.string().regex(/^[A-Za-z0-9-]{1,120}$/)

const Item = z.object({
	id: ItemId,
	kind: z.enum(ITEM_KINDS),
	anchor: Anchor,
	quote: Words,
	problem: Words,
	ground: Words,
	suggestion: Words,
})

const Conclusion = z.object({ conclusion: z.enum(CONCLUSIONS).nullable(), summary: Words })

/** Reads the form of one part of the opinion: an item, the points, the steps, or the conclusion. */
export function readOpinionChange({ text, fields }: GivenCommand): Result<OpinionChange, Refusal> {
	switch (text('intent')) {
		case 'item':
			return readItem(fields)
		case 'item-dropped': {
			const id = ItemId.safeParse(text('id'))
			return id.success ? accept({ part: 'item-dropped', id: id.data }) : refuse(unfitting('id'))
		}
		case 'points':
			return accept({ part: 'points', points: readAnswers(fields) })
		case 'steps':
			return accept({ part: 'steps', steps: readVerdicts(fields) })
		default: {
			const said = Conclusion.safeParse({ conclusion: text('conclusion') || null, summary: text('summary') })
			return said.success ? accept({ part: 'conclusion', ...said.data }) : refuse(unfitting('conclusion'))
		}
	}
}

function readItem(fields: FormData): Result<OpinionChange, Refusal> {
	const item = Item.safeParse(Object.fromEntries(fields))
	if (!item.success) return refuse(unfitting(String(item.error.issues[0]?.path[0] ?? 'kind')))
	return accept({ part: 'item', item: { ...item.data, place: placeLabel(item.data.anchor) } })
}

/** Answers to review points: `answer-<code>` and `note-<code>`; a point without an answer stays as it was. */
function readAnswers(fields: FormData) {
	const answers = ['in-order', 'problem', 'not-applicable'] as const
	return named(fields, 'answer-').flatMap(([point, word]) => {
		const answer = answers.find((each) => each === word)
		return answer ? [{ point, answer, note: wordsOf(fields, `note-${point}`) }] : []
	})
}

/** Words on step answers: `verdict-<id>` and `note-<id>`. */
function readVerdicts(fields: FormData) {
	const verdicts = ['confirmed', 'rejected'] as const
	return named(fields, 'verdict-').flatMap(([stepAnswerId, word]) => {
		const verdict = verdicts.find((each) => each === word)
		return verdict ? [{ stepAnswerId, verdict, note: wordsOf(fields, `note-${stepAnswerId}`) }] : []
	})
}

/** The fields whose names begin with a prefix, by the rest of their names. */
export function named(fields: FormData, prefix: string): [string, string][] {
	return [...fields].flatMap(([name, value]) =>
		name.startsWith(prefix) && typeof value === 'string'
			? [[name.slice(prefix.length), value] as [string, string]]
			: [],
	)
}

/** The trimmed words of a field. */
export function wordsOf(fields: FormData, name: string): string {
	const value = fields.get(name)
	return typeof value === 'string' ? value.trim() : ''
}

function unfitting(field: string): Refusal {
	return { code: 'unfitting', field, problem: 'missing' }
}
