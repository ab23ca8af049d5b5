import { type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'

/** Where a matter lies with its drafter and is submitted anew: the rules of that day will hold for it. */
const TO_BE_SUBMITTED: readonly MatterState[] = ['draft', 'returned', 'not-passed']

/**
 * The day whose limits, periods and lists a matter keeps: that of its last submission, whatever has changed since; today
 * while it has yet to be submitted. What applies is what was known when the matter was handed in (法不溯及既往, 立法法
 * art. 104 says it of laws; for our own limits it is a decision of the product).
 */
export function rulesDay(
	{ state, submittedAt }: { readonly state: MatterState; readonly submittedAt: Date | null },
	today: PlainDate,
): PlainDate {
	return submittedAt === null || TO_BE_SUBMITTED.includes(state) ? today : plainDateIn(submittedAt)
}
