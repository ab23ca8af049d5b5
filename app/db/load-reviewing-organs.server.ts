import type { ReviewingOrgan } from '#app/domain/issuer/review-body.ts'
import { organKindOf } from './code-columns.server.ts'
import type { Tx } from './open-database.server.ts'

/** An organ as the choice of a review body asks for it, with its name and those of its legal units. */
export type NamedReviewingOrgan = ReviewingOrgan & {
	readonly name: string
	readonly legalUnits: readonly { readonly id: string; readonly name: string }[]
}

/** The organs of a jurisdiction that are not disabled, with their legal units and whom the district has designated. */
export async function loadReviewingOrgans(
	tx: Pick<Tx, 'organ' | 'reviewDesignation'>,
	jurisdictionId: string,
): Promise<NamedReviewingOrgan[]> {
	const organs = await tx.organ.findMany({
		where: { jurisdictionId, disabledAt: null },
		orderBy: { id: 'asc' },
		select: {
			id: true,
			name: true,
			kind: true,
			units: {
				where: { kind: 'legal', disabledAt: null },
				orderBy: { id: 'asc' },
				select: { id: true, name: true },
			},
		},
	})
	const designations = await tx.reviewDesignation.findMany({
		where: { jurisdictionId },
		orderBy: { id: 'asc' },
		select: { organId: true, designatedId: true },
	})
	// The newest of an organ counts: a later one takes the place of an earlier one in the map.
	const designated = new Map(designations.map((each) => [each.organId, each.designatedId]))
	return organs.map(({ id, name, kind, units }) => ({
		id,
		name,
		kind: organKindOf(kind),
		legalUnits: units,
		legalUnitIds: units.map((unit) => unit.id),
		designatedId: designated.get(id) ?? null,
	}))
}
