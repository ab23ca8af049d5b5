import { ORDER_GROUND_LIMIT, RECEIPT_LIMIT } from '#app/domain/matter/emergency-order.ts'
import { day, matching, password, rowId, ticked, words } from './field.ts'
import { forms } from './form.ts'

/** The hash of what the page showed, and the hand that signs it. */
const SIGNATURE = { shown: matching(/^[0-9a-f]{64}$/), read: ticked('not-read'), password: password() }

/** The forms of an emergency order (应急签发): asking, signing, declining, and what it leaves owed. */
export const EMERGENCY = forms({
	ask: { leaderId: rowId(), words: words(), ground: words(ORDER_GROUND_LIMIT) },
	sign: SIGNATURE,
	decline: { words: words() },
	amend: SIGNATURE,
	revoke: { words: words(), read: ticked('not-read'), password: password() },
	file: { receivedOn: day(), receipt: words(RECEIPT_LIMIT) },
	conclude: { words: words() },
})
