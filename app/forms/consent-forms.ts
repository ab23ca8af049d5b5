import { SIGNER_NAME_LIMIT } from '#app/domain/meeting/leader-consent.ts'
import { day, fileOrNone, matching, password, rowId, ticked, words, wordsOrNone } from './field.ts'
import { forms } from './form.ts'

/** A paper that somebody signed outside the system, with who and when. */
const PAPER = { signedOn: day(), file: fileOrNone(), secrecy: wordsOrNone(20) }
/** The hash of what the page showed, and the hand that signs it. */
const SIGNATURE = { shown: matching(/^[0-9a-f]{64}$/), read: ticked('not-read'), password: password() }

/** The forms of a leader's consent (分管领导同意上会): asking, attaching a signed paper, consenting, sending back. */
export const CONSENT = forms({
	ask: { leaderId: rowId() },
	file: { leaderName: words(SIGNER_NAME_LIMIT), ...PAPER },
	give: SIGNATURE,
	decline: { words: words() },
})

/** The forms of the chair's approval of an agenda (审定议程). */
export const APPROVAL = forms({
	ask: { leaderId: wordsOrNone(100) },
	file: { approverName: words(SIGNER_NAME_LIMIT), ...PAPER },
	approve: SIGNATURE,
	back: { words: words() },
})
