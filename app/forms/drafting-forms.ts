import { TITLE_LIMIT, NAME_LIMIT } from '#app/domain/matter/written-words.ts'
import { REPLY_ANSWERS } from '#app/domain/opinion/reply.ts'
import {
	each,
	fileOrNone,
	files,
	oneOfOrNone,
	pastedText,
	rowId,
	wholeNumber,
	wholeNumbers,
	words,
	wordsOrNone,
} from './field.ts'
import { forms } from './form.ts'

/** The longest declaration of secrecy; which there are the command says, with the right refusal. */
const SECRECY = wordsOrNone(20)
const MOST_VERSIONS = 1_000_000
/** The title of a cleared matter, typed before its clearance falls; longer than any, so that a slip is told as one. */
const TYPED_TITLE = wordsOrNone(TITLE_LIMIT * 2)

export const VERSION = forms({
	upload: {
		main: fileOrNone(),
		pasted: pastedText(),
		'main-secrecy': SECRECY,
		annexes: files(),
		'annexes-secrecy': SECRECY,
		keptAnnexes: wholeNumbers(0, 10_000),
		typedTitle: TYPED_TITLE,
	},
	restore: { versionNo: wholeNumber(1, MOST_VERSIONS), typedTitle: TYPED_TITLE },
})

/** One paper or step: many stand on one page, so that each field bears the code of its row. */
const ITEM = { item: words(NAME_LIMIT) }
const WITH_FILE = { ...ITEM, file: each(fileOrNone()), secrecy: each(SECRECY) }

export const MATERIALS = forms({
	file: WITH_FILE,
	'not-applicable': { ...ITEM, reason: each(wordsOrNone()) },
	'step-done': { ...WITH_FILE, fact: each(wordsOrNone()) },
	'step-not': { ...ITEM, reason: each(wordsOrNone()) },
	bulk: { bulk: files(), 'bulk-secrecy': SECRECY },
	place: { unplacedId: rowId(), to: words(NAME_LIMIT) },
	remove: { unplacedId: rowId() },
})

/** The answers to a supplement list, by the position of what was asked. */
const ANSWERS = { answer: each(wordsOrNone()) }

export const SUPPLEMENT = forms({ save: ANSWERS, send: ANSWERS })

/** The answer to one item of an opinion, whose fields bear its position. */
export const REPLIES = forms({
	send: {},
	reply: {
		opinionItemId: rowId(),
		position: wholeNumber(1, 9999),
		answer: each(oneOfOrNone(REPLY_ANSWERS)),
		text: each(wordsOrNone()),
		reason: each(wordsOrNone()),
	},
})
