import { ISSUERS } from '#app/domain/issuer/issuer.ts'
import { CHECK_RESULTS } from '#app/domain/meeting/meeting-check.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { COUNSEL_TEXT_LIMIT, NAME_LIMIT, TITLE_LIMIT } from '#app/domain/matter/written-words.ts'
import { COUNSEL_CONCLUSIONS } from '#app/domain/opinion/conclusion.ts'
import { each, oneOf, password, rowId, someOf, ticked, words, wordsOrNone } from './field.ts'
import { form, forms } from './form.ts'

/** What a signature asks for: 我已阅读, and the password again. */
const SIGNED = { read: ticked('not-read'), password: password() }

/** 会后修改稿: handed in, checked with one of three findings, and signed or refused. */
export const AFTER_MEETING = forms({
	submit: { words: words() },
	check: { result: oneOf(CHECK_RESULTS), words: words() },
	sign: SIGNED,
	refuse: { words: words() },
})

/** A reason from a list, and words to it. */
const REASONED = { reasonCode: words(NAME_LIMIT), words: words() }

/** One consolidated list (补正): what is missing and why, in rows. */
const SUPPLEMENT_ROWS = { what: each(wordsOrNone()), reason: each(wordsOrNone()) }

const HEADING = { title: words(TITLE_LIMIT), tracks: someOf(TRACKS), issuer: oneOf(ISSUERS) }

export const OPENING = form(HEADING)

export const CONFIRMATION = forms({
	heading: HEADING,
	ask: {},
	decline: { words: words() },
	sign: { read: ticked('not-read') },
})

/** 核对读入: what the page showed, by its hash, and that it was compared with the file. */
export const READING = form({ readAs: words(64), same: ticked('not-read') })

export const WITHDRAWAL = form(REASONED)

export const WAIVER = forms({
	request: { reason: words() },
	granted: { reason: words() },
	declined: { reason: words() },
})

export const INTAKE = forms({ accept: {}, supplement: SUPPLEMENT_ROWS, return: REASONED })

export const RECUSAL = forms({
	request: { words: words() },
	grant: { words: words() },
	decline: { words: words() },
})

/** 利害关系: none, or one in words. */
export const INTEREST = forms({ none: {}, interest: { words: words() } })

/** 不需审查 is signed on three tests (国办发〔2018〕37号, the definition; 115号 (三)): one that does not hold keeps the paper under review. */
export const EXCLUSION = form({
	...REASONED,
	staysInside: ticked('missing'),
	touchesNoRights: ticked('missing'),
	isAppliedOnce: ticked('missing'),
	...SIGNED,
})

export const REVOCATION = form({ reason: words(), ...SIGNED })

/** [28] A clearance stands although laws behind it have changed. */
export const LAW_CONFIRMATION = form({ words: words(), ...SIGNED })

export const DISPOSAL = form({ counselOpinionId: rowId(), text: words() })

export const SIGNING = forms({
	back: { words: words() },
	check: { read: ticked('not-read') },
	sign: SIGNED,
})

export const RECHECK_SIGNING = forms({
	refuse: { words: words() },
	reissue: SIGNED,
	sign: { explanation: wordsOrNone(), ...SIGNED },
})

export const COUNSEL_OPINION = form({
	hasNoConflict: ticked('missing'),
	conclusion: oneOf(COUNSEL_CONCLUSIONS),
	text: words(COUNSEL_TEXT_LIMIT),
})

const CANDIDATE = { personId: rowId() }

/** Whoever takes a matter from its reviewer says that they know what follows. */
export const ASSIGNMENT = forms({
	reviewer: CANDIDATE,
	'reviewer-anew': { ...CANDIDATE, sure: ticked('not-sure') },
	counsel: CANDIDATE,
	release: { ...CANDIDATE, words: words() },
})
