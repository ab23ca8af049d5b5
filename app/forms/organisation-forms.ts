import { ORGAN_KINDS, UNIT_KINDS } from '#app/domain/account/organisation-kinds.ts'
import { NAME_LIMIT } from '#app/domain/matter/written-words.ts'
import { ROLES } from '#app/domain/permission/role.ts'
import {
	fileOrNone,
	oneOf,
	password,
	ROW_ID,
	rowId,
	rowIdOrNone,
	severalMatching,
	tableOfTexts,
	ticked,
	tickedOrNot,
	words,
} from './field.ts'
import { form, forms } from './form.ts'

const NAME = words(NAME_LIMIT)

/** A reason of one or two sentences, in UTF-16 code units. */
const REASON_LIMIT = 500

export const ORGANISATION = forms({
	organ: { name: NAME, shortName: NAME, kind: oneOf(ORGAN_KINDS), twoPersonReview: tickedOrNot() },
	unit: { organId: rowId(), name: NAME, kind: oneOf(UNIT_KINDS) },
	/** Which organ reviews what another may not review itself; none ends it. */
	designation: { organId: rowId(), designatedId: rowIdOrNone() },
	'confirm-designation': { designationId: rowId(), sure: ticked('not-sure') },
	'decline-designation': { designationId: rowId() },
})

export const NEW_PERSON = form({ name: NAME, staffCode: NAME, loginName: NAME })

export const ACCOUNT = forms({
	link: {},
	recover: { reason: words(REASON_LIMIT) },
	disable: { sure: ticked('missing') },
})

const RECOVERY_ID = { recoveryId: rowId() }

/** A recovery: the second administrator's two answers, and the hold that the head of the organ lifts by hand. */
export const RECOVERY = forms({
	confirm: { ...RECOVERY_ID, sure: ticked('missing') },
	decline: RECOVERY_ID,
	lift: { ...RECOVERY_ID, sure: ticked('missing'), password: password() },
})

export const GRANT = forms({
	/** The place is an organ, or an organ and a unit of it: both ids with a colon between. */
	request: { personId: rowId(), place: words(NAME_LIMIT), role: oneOf(ROLES) },
	confirm: { postId: rowId() },
	'confirm-all': { posts: severalMatching(ROW_ID), sure: ticked('not-sure') },
	decline: { postId: rowId() },
	'decline-one': { postId: rowId() },
	end: { postId: rowId(), sure: ticked('missing') },
})

export const IMPORT = forms({ preview: { file: fileOrNone() }, confirm: { table: tableOfTexts() } })

/** For whom a sheet of first links is made: the accounts that the page showed. */
export const FIRST_LINKS = form({ accounts: severalMatching(ROW_ID) })
