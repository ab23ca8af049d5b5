import { organKindOf, unitKindOf } from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
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

/** A designation that a second person has not answered. */
export type WaitingDesignation = {
	readonly id: string
	readonly organ: string
	/** Null: the designation of before ends. */
	readonly designated: string | null
	readonly by: string
	readonly at: string
	/** Whether this reader may answer. */
	readonly isTheirs: boolean
}

export type OrgansPage = {
	readonly organs: readonly OrganLine[]
	readonly mayEdit: boolean
	readonly waiting: readonly WaitingDesignation[]
}

/** The organs of the jurisdiction by name, with their units. */
export async function readOrgans(shell: Shell, actor: Actor): Promise<Result<OrgansPage, Refusal>> {
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
		waiting: await waitingDesignations(shell, actor),
	})
}

function reviewOfOwn(organId: string, organs: readonly NamedReviewingOrgan[]) {
	const body = reviewBodyFor('own-organ', { organId, unitId: '', drafterPlaces: [] }, organs)
	return {
		reviewedBy: body.ok ? nameOfBody(body.value, organs) : null,
		designatedId: organs.find(({ id }) => id === organId)?.designatedId ?? null,
	}
}

async function waitingDesignations(shell: Shell, actor: Actor): Promise<WaitingDesignation[]> {
	const { jurisdictionId } = actor
	const rows = await shell.db.reviewDesignation.findMany({
		where: { jurisdictionId, decision: null },
		orderBy: { id: 'asc' },
		include: { organ: { select: { name: true } }, designated: { select: { name: true } } },
	})
	const names = await loadPersonNames(
		shell.db,
		jurisdictionId,
		rows.map(({ designatedBy }) => designatedBy),
	)
	const mayDecide = permit(actor, 'designation.confirmed', { jurisdictionId }).ok
	return rows.map((row) => ({
		id: row.id,
		organ: row.organ.name,
		designated: row.designated?.name ?? null,
		by: names.get(row.designatedBy) ?? '',
		at: row.designatedAt.toISOString(),
		isTheirs: mayDecide && row.designatedBy !== actor.personId,
	}))
}
