import { RULING_BODIES, RULING_RESULTS } from '#app/domain/meeting/ruling.ts'
import { NAME_LIMIT } from '#app/domain/matter/written-words.ts'
import { day, oneOf, words, wordsOrNone } from './field.ts'
import { form } from './form.ts'

/** 报请决定的结果: who ruled, what, when, by which document if any, and in which words. */
export const RULING = form({
	body: oneOf(RULING_BODIES),
	result: oneOf(RULING_RESULTS),
	ruledOn: day(),
	documentNumber: wordsOrNone(NAME_LIMIT),
	words: words(),
})
