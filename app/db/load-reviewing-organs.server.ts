import type { ReviewingOrgan } from '#app/domain/issuer/review-body.ts'
import { organKindOf } from './code-columns.server.ts'
import { findTrees } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

/** An organ as the choice of a review body asks for it, with its name and those of its legal units. */
export type NamedReviewingOrgan = ReviewingOrgan & {
	readonly name: string
	readonly legalUnits: readonly { readonly id: string; readonly name: string }[]
}

const ORGAN = {
	id: true,
	name: true,
	kind: true,
	units: {
		where: { kind: 'legal', disabledAt: null },
		orderBy: { id: 'asc' },
		select: { id: true, name: true },
	},
} as const

const DESIGNATION = { organId: true, designatedId: true } as const

/** The organs of a jurisdiction that are not disabled, with their legal units and whom the district has designated. */
export async function loadReviewingOrgans(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
): Promise<NamedReviewingOrgan[]> {
	const organs = await findTrees(tx, 'organ', {
		where: { jurisdictionId, disabledAt: null },
		orderBy: { id: 'asc' },
		select: ORGAN,
	})
	const designations = await findTrees(tx, 'reviewDesignation', {
		where: { jurisdictionId, decision: { isConfirmed: true } },
		orderBy: { id: 'asc' },
		select: DESIGNATION,
	})
	// Only what a second person confirmed, and of that the newest of an organ: a later one takes the place of an earlier one in the map.
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
