import { CONTACT_LIMIT, SHORTER_REASON_LIMIT } from '#app/domain/consultation/consultation.ts'
import { day, ticked, words, wordsOrNone } from './field.ts'
import { forms } from './form.ts'

/** 公开征求意见: opening one on the current text, and taking one back. */
export const CONSULTATION = forms({
	open: {
		from: day(),
		to: day(),
		shorterReason: wordsOrNone(SHORTER_REASON_LIMIT),
		introduction: words(),
		contact: wordsOrNone(CONTACT_LIMIT),
		isFitForPublic: ticked('missing'),
	},
	cancel: { words: words() },
})
