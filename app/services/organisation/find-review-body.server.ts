import { type NamedReviewingOrgan, loadReviewingOrgans } from '#app/db/load-reviewing-organs.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { Issuer } from '#app/domain/issuer/issuer.ts'
import {
	type DraftingPlace,
	type NoReviewBody,
	type ReviewBody,
	reviewBodyFor,
} from '#app/domain/issuer/review-body.ts'
import type { MatterRow } from '#app/domain/matter-record/matter-record.ts'
import type { Result } from '#app/domain/result.ts'

/** What of a matter says who reviews it. */
export type Reviewable = Pick<MatterRow, 'jurisdictionId' | 'issuer' | 'organId' | 'unitId' | 'drafterId'>

type OrganTx = Pick<Tx, '$queryRaw'>

/** The body that reviews a matter as the district stands now, read within the command. */
export async function findReviewBody(
	tx: OrganTx & Pick<Tx, 'post'>,
	matter: Reviewable,
): Promise<Result<ReviewBody, NoReviewBody>> {
	const organs = await loadReviewingOrgans(tx, matter.jurisdictionId)
	return reviewBodyFor(matter.issuer, await draftingPlace(tx, matter), organs)
}

/** Who would review a matter under each issuer, by name; null where nobody would. */
export type IssuerBodies = Readonly<Record<Issuer, string | null>>

/** Who would review what is drafted in this place. */
export async function bodiesByIssuer(
	tx: OrganTx,
	jurisdictionId: string,
	drafting: DraftingPlace,
): Promise<IssuerBodies> {
	const organs = await loadReviewingOrgans(tx, jurisdictionId)
	const nameOf = (issuer: Issuer) => {
		const body = reviewBodyFor(issuer, drafting, organs)
		return body.ok ? nameOfBody(body.value, organs) : null
	}
	return {
		government: nameOf('government'),
		'approved-by-government': nameOf('approved-by-government'),
		'own-organ': nameOf('own-organ'),
	}
}

/** Who would review a matter that is there, with the posts that its drafter holds now. */
export async function bodiesOfMatter(
	tx: OrganTx & Pick<Tx, 'post'>,
	matter: Omit<Reviewable, 'issuer'>,
): Promise<IssuerBodies> {
	return bodiesByIssuer(tx, matter.jurisdictionId, await draftingPlace(tx, matter))
}

async function draftingPlace(
	tx: Pick<Tx, 'post'>,
	{ jurisdictionId, organId, unitId, drafterId }: Omit<Reviewable, 'issuer'>,
): Promise<DraftingPlace> {
	const drafterPlaces = await tx.post.findMany({
		where: { jurisdictionId, personId: drafterId, state: 'active' },
		select: { organId: true, unitId: true },
	})
	return { organId, unitId, drafterPlaces }
}

/** The organ's name, with the unit's where one unit of it reviews. */
export function nameOfBody({ organId, unitId }: ReviewBody, organs: readonly NamedReviewingOrgan[]): string {
	const organ = organs.find(({ id }) => id === organId)
	const unit = organ?.legalUnits.find(({ id }) => id === unitId)
	return unit ? `${organ?.name ?? ''} ${unit.name}` : (organ?.name ?? '')
}
