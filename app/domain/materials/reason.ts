import { type Track, mayNeedNoReview } from '#app/domain/matter/track.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Reason } from './checklist.ts'

/**
 * The reasons for which a matter of these tracks may need no review: those of papers kept inside the administration
 * (国办发〔2018〕115号 (三)), and only where no track asks for a review by its own law. A decision, a normative document
 * and a contract leave their track by a return (走错流程) and come back as 其他涉法文件; another statutory procedure
 * (Decree 713 art. 3) changes the steps, not the review.
 */
export function exclusionsFor(reasons: readonly Reason[], tracks: readonly Track[]): Reason[] {
	if (!mayNeedNoReview(tracks)) return []
	return reasons.filter((reason) => reason.use === 'exclusion' && reason.scope === 'internal')
}

/** The reason of a list that a form names by its code; a code that the list does not know is refused. */
export function findReason(
	reasons: readonly Reason[],
	use: Reason['use'],
	code: string,
): Result<Reason, Unfitting> {
	const reason = reasons.find((candidate) => candidate.use === use && candidate.code === code)
	return reason ? accept(reason) : refuse({ code: 'unfitting', field: 'reasonCode', problem: 'missing' })
}
