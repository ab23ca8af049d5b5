import { CONCLUSIONS, ITEM_KINDS } from '#app/domain/opinion/conclusion.ts'
import { SUMMARY_LIMIT } from '#app/domain/opinion/edit-opinion.ts'
import { STEP_VERDICTS } from '#app/domain/materials/step.ts'
import { POINT_ANSWERS } from '#app/domain/opinion/opinion-body.ts'
import { RECHECK_NOTE_LIMIT } from '#app/domain/matter/written-words.ts'
import { RECHECK_KINDS } from '#app/domain/opinion/recheck-kind.ts'
import { RECHECK_VERDICTS } from '#app/domain/opinion/reply.ts'
import { each, matching, oneOf, oneOfOrNone, severalMatching, tickedOrNot, wordsOrNone } from './field.ts'
import { forms } from './form.ts'

const ITEM_ID = matching(/^[A-Za-z0-9-]{1,120}$/)

/** Words on step answers, by the answer's id; a step without a verdict is not judged yet. */
const STEPS = { verdict: each(oneOfOrNone(STEP_VERDICTS)), note: each(wordsOrNone()) }

/** The parts of an opinion that the editor saves one by one; each may still be half written. */
export const PARTS_OF_OPINION = forms({
	item: {
		id: ITEM_ID,
		kind: oneOf(ITEM_KINDS),
		anchor: matching(/^(?=.{1,60}$)[a-z]+(-[a-z]?\d+)*$/),
		quote: wordsOrNone(),
		problem: wordsOrNone(),
		ground: wordsOrNone(),
		suggestion: wordsOrNone(),
		points: severalMatching(/^[a-z0-9-]{1,60}$/),
	},
	'item-dropped': { id: ITEM_ID },
	points: { answer: each(oneOfOrNone(POINT_ANSWERS)), note: each(wordsOrNone()) },
	steps: STEPS,
	conclusion: {
		conclusion: oneOfOrNone(CONCLUSIONS),
		summary: wordsOrNone(SUMMARY_LIMIT),
		riskGround: wordsOrNone(),
		risks: wordsOrNone(),
		measures: wordsOrNone(),
		isUnprohibited: tickedOrNot(),
	},
})

/** The editor: its parts, and sending the whole for signature. */
export const OPINION = { ...PARTS_OF_OPINION, ...forms({ send: {} }) }

/** A re-check: a verdict on each item and step, by their ids, and how it ends. */
const RECHECKED = {
	...STEPS,
	kind: oneOfOrNone(RECHECK_KINDS),
	item: each(oneOfOrNone(RECHECK_VERDICTS)),
	remark: wordsOrNone(RECHECK_NOTE_LIMIT),
}

export const RECHECK = forms({ propose: RECHECKED, fail: RECHECKED, round: RECHECKED })
