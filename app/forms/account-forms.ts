import { NAME_LIMIT } from '#app/domain/matter/written-words.ts'
import { each, password, passwordOrNone, words, wordsOrNone } from './field.ts'
import { form } from './form.ts'

/** What was left out is no slip here: it opens no account, as a wrong name does. */
export const SIGN_IN = form({
	loginName: wordsOrNone(NAME_LIMIT),
	password: passwordOrNone(),
	to: wordsOrNone(2000),
})

/** One's own password: the one that holds, and the new one twice. */
export const OWN_PASSWORD = form({ password: password(), newPassword: password(), repeat: password() })

/** A one-time code, or a spare one: six digits or twenty-four letters, however they were grouped. */
export const ONE_TIME_CODE = form({ oneTimeCode: words(40), to: wordsOrNone(2000) })

/** A second factor that is set up: the first code of the telephone, and one's password. */
export const SECOND_FACTOR = form({ oneTimeCode: words(40), password: password() })

export const NEW_PASSWORD = form({ password: password(), repeat: password() })

/** A new house: its district, its first organ, and the three administrators, each by their role. */
export const SETUP = form({
	jurisdictionName: words(NAME_LIMIT),
	jurisdictionCode: words(NAME_LIMIT),
	organName: words(NAME_LIMIT),
	organShortName: words(NAME_LIMIT),
	name: each(words(NAME_LIMIT)),
	code: each(words(NAME_LIMIT)),
	login: each(words(NAME_LIMIT)),
})
