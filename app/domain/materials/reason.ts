import type { Unfitting } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import type { Reason } from './checklist.ts'

/** The reason of a list that a form names by its code; a code that the list does not know is refused. */
export function findReason(
	reasons: readonly Reason[],
	use: Reason['use'],
	code: string,
): Result<Reason, Unfitting> {
	const reason = reasons.find((candidate) => candidate.use === use && candidate.code === code)
	return reason ? accept(reason) : refuse({ code: 'unfitting', field: 'reasonCode', problem: 'missing' })
}
