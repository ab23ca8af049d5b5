import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { isDepartmental } from '#app/domain/matter/track.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'

/** Who reviews a matter: an organ, and where it is the department's own legal unit, that unit. */
export type ReviewBody = { readonly organId: string; readonly unitId: string | null }

/**
 * The department's own legal unit for its own decisions (Decree 713 art. 42), otherwise the review body of the
 * government. Nobody reviews their own draft: another unit in the one case, another organ in the other.
 */
export async function findReviewBody({ tx, matter }: MatterWork): Promise<Result<ReviewBody, Refusal>> {
	const { jurisdictionId, organId } = matter
	if (isDepartmental(tracksOf(matter))) {
		const unit = await tx.unit.findFirst({
			where: { jurisdictionId, organId, kind: 'legal', disabledAt: null },
			orderBy: { id: 'asc' },
		})
		if (!unit) return refuse({ code: 'unfitting', field: 'tracks', problem: 'no-legal-unit' })
		if (unit.id === matter.unitId)
			return refuse({ code: 'unfitting', field: 'tracks', problem: 'reviews-itself' })
		return accept({ organId, unitId: unit.id })
	}
	const organ = await tx.organ.findFirst({
		where: { jurisdictionId, kind: 'review-body', disabledAt: null },
		orderBy: { id: 'asc' },
	})
	if (!organ) return refuse({ code: 'unfitting', field: 'tracks', problem: 'no-review-body' })
	if (organ.id === organId) return refuse({ code: 'unfitting', field: 'tracks', problem: 'reviews-itself' })
	return accept({ organId: organ.id, unitId: null })
}
