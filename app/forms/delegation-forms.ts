import { NAME_LIMIT } from '#app/domain/matter/written-words.ts'
import { day, rowId, ticked, words } from './field.ts'
import { forms } from './form.ts'

/** A reason of one or two sentences, in UTF-16 code units. */
const REASON_LIMIT = 500

const DELEGATION_ID = { delegationId: rowId() }

/** 委托 (AB 岗): asking for it, the third person's two answers, and taking it back. */
export const DELEGATION = forms({
	/** The substitute is chosen with the post: both ids with a colon between. */
	request: { substitute: words(NAME_LIMIT), startsOn: day(), endsOn: day(), words: words(REASON_LIMIT) },
	confirm: { ...DELEGATION_ID, sure: ticked('not-sure') },
	decline: DELEGATION_ID,
	withdraw: { ...DELEGATION_ID, sure: ticked('not-sure') },
})
