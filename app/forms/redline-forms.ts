import { NAME_LIMIT } from '#app/domain/matter/written-words.ts'
import { fileOrNone, pastedText, rowId, rowIdOrNone, wholeNumber, wordsOrNone } from './field.ts'
import { form, forms } from './form.ts'

const MOST_VERSIONS = 1_000_000
const PAIR = { from: wholeNumber(1, MOST_VERSIONS), to: wholeNumber(1, MOST_VERSIONS) }
const CLAUSE = wordsOrNone(NAME_LIMIT)

/** Which old clause became which new ones; taken back, the comparison's own match counts again. */
export const CORRECTION = forms({
	correct: { ...PAIR, old: CLAUSE, new: CLAUSE, also: CLAUSE },
	withdraw: { ...PAIR, correctionId: rowId() },
})

/** What a reader ticks of the changes of a block, and takes back; `next` is where they go on. */
const TICKS = { ...PAIR, block: CLAUSE, digest: CLAUSE, next: CLAUSE }

/** A reader's ledger: what was seen, and the end of a sitting. */
export const LEDGER = forms({ see: TICKS, unsee: TICKS, end: {} })

/** One text that belongs to no matter, for the pre-check: a file or pasted. */
export const LOOSE_PRECHECK = form({ file: fileOrNone(), pasted: pastedText(), secrecy: wordsOrNone(20) })

/** Two texts that belong to no matter: each a file or pasted, or the older one a published document. */
export const COMPARISON = form({
	oldFile: fileOrNone(),
	oldPasted: pastedText(),
	newFile: fileOrNone(),
	newPasted: pastedText(),
	trackedFile: fileOrNone(),
	secrecy: wordsOrNone(20),
	document: rowIdOrNone(),
})
