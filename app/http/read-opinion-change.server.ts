import { placeLabel } from '#app/domain/legal-text/place.ts'
import type { OpinionChange } from '#app/domain/opinion/edit-opinion.ts'
import type { Given } from '#app/forms/form.ts'
import type { PARTS_OF_OPINION } from '#app/forms/opinion-forms.ts'

/** A part of an opinion as a form brings it. */
export type OpinionPart = Given<typeof PARTS_OF_OPINION>

/** The change of the opinion that a form of one part asks for; points and steps without an answer stay as they were. */
export function opinionChangeOf(form: OpinionPart): OpinionChange {
	switch (form.intent) {
		case 'item': {
			const { intent: _intent, ...item } = form
			return { part: 'item', item: { ...item, place: placeLabel(item.anchor) } }
		}
		case 'item-dropped':
			return { part: 'item-dropped', id: form.id }
		case 'points':
			return {
				part: 'points',
				points: said(form.answer, form.note).map(({ key, said: answer, note }) => ({
					point: key,
					answer,
					note,
				})),
			}
		case 'steps':
			return { part: 'steps', steps: stepsOf(form) }
		case 'conclusion':
			return { part: 'conclusion', conclusion: form.conclusion, summary: form.summary, ...riskOf(form) }
	}
}

/** What is said of the risk; a form that says nothing of it leaves it as it was. */
function riskOf(form: Given<typeof PARTS_OF_OPINION.conclusion>) {
	const { riskGround: ground, risks, measures, isUnprohibited } = form
	const isSaid = isUnprohibited || [ground, risks, measures].some((words) => words !== '')
	return isSaid || form.conclusion === 'risk-flagged'
		? { risk: { ground, risks, measures, isUnprohibited } }
		: {}
}

/** The verdicts on step answers that a form brings. */
export function stepsOf({ verdict, note }: Pick<Given<typeof PARTS_OF_OPINION.steps>, 'verdict' | 'note'>) {
	return said(verdict, note).map(({ key, said: word, note: words }) => ({
		stepAnswerId: key,
		verdict: word,
		note: words,
	}))
}

/** What was said of each row of a page, with its note; a row without an answer is left out. */
export function said<Word extends string>(
	words: Readonly<Record<string, Word | null>>,
	notes: Readonly<Record<string, string>>,
): { readonly key: string; readonly said: Word; readonly note: string }[] {
	return Object.entries(words).flatMap(([key, word]) =>
		word === null ? [] : [{ key, said: word, note: notes[key] ?? '' }],
	)
}
