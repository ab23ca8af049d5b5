import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** As what somebody speaks: 居民, 企业, 社会组织. */
export const COMMENTER_STANDINGS = ['resident', 'enterprise', 'organisation'] as const

export type CommenterStanding = (typeof COMMENTER_STANDINGS)[number]

/** The longest comment, and the longest wording that it proposes, in UTF-16 code units; the page says 2000. */
export const COMMENT_LIMIT = 2000

/** The longest name or telephone number of somebody who comments, in UTF-16 code units. */
export const COMMENTER_LIMIT = 50

/** What is said and by whom; what may be left out is the empty text. */
export type CommentGiven = {
	readonly words: string
	readonly wish: string
	readonly standing: CommenterStanding
	readonly name: string
	readonly contact: string
}

/** Letters and digits that nobody takes for one another. */
const RECEIPT_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const RECEIPT_LENGTH = 16

/**
 * The number of a receipt, in four groups of four, from at least sixteen random bytes. Nobody finds another's by trying:
 * there are 31^16 of them.
 */
export function receiptOf(bytes: Uint8Array): string {
	const letters = [...bytes.slice(0, RECEIPT_LENGTH)].map(
		(byte) => RECEIPT_LETTERS[byte % RECEIPT_LETTERS.length],
	)
	return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

/** A receipt's number as it was typed, as it is kept: capitals, without blanks, its groups apart. */
export function foldReceipt(typed: string): string {
	const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
	return letters.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** Whether a comment came after the last day (逾期意见). It is kept and answered all the same, and named as late. */
export function isLate(receivedOn: string, { toDay }: { readonly toDay: string }): boolean {
	return receivedOn > toDay
}

/** Judges the day on which a contact point or the unit received a comment that is entered now. */
export function judgeReceivedOn(
	receivedOn: PlainDate,
	{ fromDay }: { readonly fromDay: string },
	today: PlainDate,
): Result<PlainDate, Unfitting> {
	const unfitting = (problem: Unfitting['problem']) =>
		refuse({ code: 'unfitting' as const, field: 'receivedOn', problem })
	if (receivedOn > today) return unfitting('in-the-future')
	return receivedOn < fromDay ? unfitting('before-consultation') : accept(receivedOn)
}
