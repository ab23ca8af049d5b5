import { RECEIPT_LIMIT } from '#app/domain/matter/emergency-order.ts'
import { NAME_LIMIT, TITLE_LIMIT } from '#app/domain/matter/written-words.ts'
import { FILING_ORGANS } from '#app/domain/register/filing.ts'
import { day, dayOrNone, exactly, fileOrNone, oneOf, rowId, words, wordsOrNone } from './field.ts'
import { form, forms } from './form.ts'

export const DOCUMENT = form({
	file: fileOrNone(),
	origin: words(),
	title: words(TITLE_LIMIT),
	documentNumber: words(NAME_LIMIT),
	issuer: words(TITLE_LIMIT),
	publishedOn: day(),
	effectiveOn: day(),
	validUntil: dayOrNone(),
	publishedIn: wordsOrNone(TITLE_LIMIT),
	secrecy: exactly('public', 'not-published'),
})

export const ENDING = forms({
	repeal: { repealedOn: day(), basis: words() },
	withdraw: { reason: words() },
})

/** 登记 → 编号 → 印发 → 公布 → 备案: the steps of a decided text, each a form of its own. */
export const ISSUING = forms({
	register: { issuer: words(TITLE_LIMIT) },
	number: { organCode: words(NAME_LIMIT) },
	issue: { contentSha256: words(64), issuedOn: day() },
	publish: {
		publishedOn: day(),
		effectiveOn: day(),
		validUntil: dayOrNone(),
		publishedIn: words(TITLE_LIMIT),
	},
	file: {
		filedWith: oneOf(FILING_ORGANS),
		reportNumber: words(NAME_LIMIT),
		filedOn: day(),
		receipt: words(RECEIPT_LIMIT),
	},
})

/** What the second person says of an old document. */
export const IMPORT_DECISION = forms({
	confirm: { importId: rowId() },
	decline: { importId: rowId(), words: words() },
})

/** What is signed or handed out instead of published. */
export const CONCLUSION = form({ concludedOn: day(), words: words() })
