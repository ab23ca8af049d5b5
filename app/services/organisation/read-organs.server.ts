import { organKindOf, unitKindOf } from '#app/db/code-columns.server.ts'
import { type NamedReviewingOrgan, loadReviewingOrgans } from '#app/db/load-reviewing-organs.server.ts'
import type { OrganKind, UnitKind } from '#app/domain/account/organisation-kinds.ts'
import { reviewBodyFor } from '#app/domain/issuer/review-body.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { nameOfBody } from './find-review-body.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** An organ with its units, as its list shows it. */
export type OrganLine = {
	readonly id: string
	readonly name: string
	readonly shortName: string
	readonly kind: OrganKind
	readonly twoPersonReview: boolean
	readonly posts: number
	/** Who reviews what the organ issues alone; null where nobody is named. */
	readonly reviewedBy: string | null
	/** The organ that is designated to review for it. */
	readonly designatedId: string | null
	readonly units: readonly { readonly id: string; readonly name: string; readonly kind: UnitKind }[]
}

/** The organs of the jurisdiction by name, with their units. */
export async function readOrgans(
	shell: Shell,
	actor: Actor,
): Promise<Result<{ organs: readonly OrganLine[]; mayEdit: boolean }, Refusal>> {
	const { jurisdictionId } = actor
	const post = permit(actor, 'account.read', { jurisdictionId })
	if (!post.ok) return post
	const organs = await shell.db.organ.findMany({
		where: { jurisdictionId },
		orderBy: { name: 'asc' },
		include: {
			units: { orderBy: { name: 'asc' }, select: { id: true, name: true, kind: true } },
			_count: { select: { posts: { where: { state: 'active' } } } },
		},
	})
	const reviewing = await loadReviewingOrgans(shell.db, jurisdictionId)
	return accept({
		organs: organs.map(({ _count, units, ...organ }) => ({
			id: organ.id,
			name: organ.name,
			shortName: organ.shortName,
			kind: organKindOf(organ.kind),
			twoPersonReview: organ.twoPersonReview,
			posts: _count.posts,
			...reviewOfOwn(organ.id, reviewing),
			units: units.map((unit) => ({ ...unit, kind: unitKindOf(unit.kind) })),
		})),
		mayEdit: permit(actor, 'organisation.edited', { jurisdictionId }).ok,
	})
}

function reviewOfOwn(organId: string, organs: readonly NamedReviewingOrgan[]) {
	const body = reviewBodyFor('own-organ', { organId, unitId: '', drafterPlaces: [] }, organs)
	return {
		reviewedBy: body.ok ? nameOfBody(body.value, organs) : null,
		designatedId: organs.find(({ id }) => id === organId)?.designatedId ?? null,
	}
}
