import { PAUSE_CAUSES } from '#app/domain/matter/deadline.ts'
import { URGENCY_CAUSES } from '#app/domain/matter/matter-request.ts'
import { day, oneOf, tickedOrNot, wholeNumber, words } from './field.ts'
import { forms } from './form.ts'

/** No period of a review is longer; what a change may come to is held by the reference data. */
const MOST_DAYS = 200

/** The forms of the clock of a review (计时): pause, go on, extend, hurry. */
export const CLOCK = forms({
	'ask-pause': { cause: oneOf(PAUSE_CAUSES), until: day(), words: words() },
	'grant-pause': { words: words() },
	'decline-pause': { words: words() },
	resume: { words: words() },
	extend: { days: wholeNumber(1, MOST_DAYS), words: words() },
	'ask-urgency': { cause: oneOf(URGENCY_CAUSES), words: words() },
	'grant-urgency': { days: wholeNumber(1, MOST_DAYS), saysFewer: tickedOrNot(), words: words() },
	'decline-urgency': { words: words() },
})
