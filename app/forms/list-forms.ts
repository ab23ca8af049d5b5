import { rowId, words, wordsOrNone } from './field.ts'
import { forms } from './form.ts'

const FILTER_NAME_LIMIT = 30

/** The filters of a list that somebody names for themselves: name the present one, or remove one. */
export const SAVED_FILTERS = forms({
	save: { name: words(FILTER_NAME_LIMIT), search: wordsOrNone(1000) },
	remove: { filterId: rowId() },
})
