import { ADOPTION_WORDS_LIMIT } from '#app/domain/consultation/adoption.ts'
import { ENTERED_SOURCES } from '#app/domain/consultation/comment-source.ts'
import { COMMENT_LIMIT, COMMENTER_LIMIT, COMMENTER_STANDINGS } from '#app/domain/consultation/comment.ts'
import { CONTACT_LIMIT, SHORTER_REASON_LIMIT } from '#app/domain/consultation/consultation.ts'
import { NAME_LIMIT } from '#app/domain/matter/written-words.ts'
import { REPLY_ANSWERS } from '#app/domain/opinion/reply.ts'
import { ROW_ID, day, oneOf, rowId, severalMatching, ticked, words, wordsOrNone } from './field.ts'
import { form, forms } from './form.ts'

/** What is said of a draft, and by whom: the same on the public page and where the unit enters it. */
const COMMENT = {
	words: words(COMMENT_LIMIT),
	wish: wordsOrNone(COMMENT_LIMIT),
	standing: oneOf(COMMENTER_STANDINGS),
	name: wordsOrNone(COMMENTER_LIMIT),
	contact: wordsOrNone(COMMENTER_LIMIT),
}

/** 公开征求意见: opening one on the current text, what came of it, and how it ends. */
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
	enter: {
		...COMMENT,
		source: oneOf(ENTERED_SOURCES),
		pointName: wordsOrNone(NAME_LIMIT),
		receivedOn: day(),
	},
	judge: {
		comments: severalMatching(ROW_ID),
		answer: oneOf(REPLY_ANSWERS),
		gist: wordsOrNone(ADOPTION_WORDS_LIMIT),
		reason: words(ADOPTION_WORDS_LIMIT),
	},
	close: { isFitForPublic: ticked('missing') },
})

/** What a visitor sends from the public page; `key` is the page's own, so that a form sent twice is one comment. */
export const PUBLIC_COMMENT = form({ ...COMMENT, key: rowId(), article: wordsOrNone(NAME_LIMIT) })
