import { REFERENCE_MARKS } from '#app/domain/reference/reference-kind.ts'
import { day, each, oneOf, rowId, ticked, wholeNumber, words, wordsOrNone } from './field.ts'
import { forms } from './form.ts'

/** A source, or a reason of a few sentences, and a list of days, in UTF-16 code units. */
const WORDS_LIMIT = 500
const DAYS_LIMIT = 2000
/** Which bounds a number has, its entry says; no entry has more. */
const MOST = 999

const PROPOSED = { source: words(WORDS_LIMIT), reason: words(WORDS_LIMIT), from: day() }

/** What is proposed of one entry: its numbers, that it was compared with its source, or a year of the calendar. */
export const PROPOSAL = forms({
	numbers: { ...PROPOSED, mark: oneOf(REFERENCE_MARKS), numbers: each(wholeNumber(0, MOST)) },
	check: PROPOSED,
	year: { ...PROPOSED, rest: words(DAYS_LIMIT), work: wordsOrNone(DAYS_LIMIT) },
})

/** The second person's two answers to a proposal. */
export const REFERENCE_ANSWER = forms({
	confirm: { proposalId: rowId(), sure: ticked('not-sure') },
	decline: { proposalId: rowId(), reason: words(WORDS_LIMIT) },
})
