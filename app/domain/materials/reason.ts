import { type Track, isDecision } from '#app/domain/matter/track.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Reason } from './checklist.ts'

/**
 * The exclusions (不属审查范围) that a matter of these tracks may rest on. Decree 713 art. 3 excludes decisions and
 * 国办发〔2018〕115号 (三) documents; neither speaks for the other, so a matter that is both rests on neither: a
 * normative document is never exempt because it is urgent.
 */
export function exclusionsFor(reasons: readonly Reason[], tracks: readonly Track[]): Reason[] {
	const scope = isDecision(tracks)
		? 'decision'
		: tracks.some((track) => isDecision([track]))
			? null
			: 'document'
	return reasons.filter(
		(reason) => reason.use === 'exclusion' && (reason.scope === undefined || reason.scope === scope),
	)
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
