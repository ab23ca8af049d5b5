import { NAME_LIMIT, TITLE_LIMIT } from '#app/domain/matter/written-words.ts'
import { TEXT_SOURCES } from '#app/domain/register/text-source.ts'
import { day, dayOrNone, exactly, fileOrNone, oneOf, pastedText, words, wordsOrNone } from './field.ts'
import { form, forms } from './form.ts'

export const DOCUMENT = form({
	source: oneOf(TEXT_SOURCES),
	file: fileOrNone(),
	pasted: pastedText(),
	matterId: wordsOrNone(60),
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
