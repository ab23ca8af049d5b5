import type { OrganKind } from '#app/domain/account/organisation-kinds.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type Issuer, isOwnDocument } from './issuer.ts'

/** An organ as the choice of a review body asks for it. Disabled organs and units are none. */
export type ReviewingOrgan = {
	readonly id: string
	readonly kind: OrganKind
	/** Its own legal units (法制机构), by id. */
	readonly legalUnitIds: readonly string[]
	/** The organ that the district has designated to review what this one may not review itself. */
	readonly designatedId: string | null
}

/** Where somebody stands: an organ, and a unit of it unless the post is of the whole organ. */
export type Place = { readonly organId: string; readonly unitId: string | null }

/** The drafting unit of a matter, and everywhere its drafter holds a post. */
export type DraftingPlace = {
	readonly organId: string
	readonly unitId: string
	readonly drafterPlaces: readonly Place[]
}

/** Who reviews a matter: a whole organ, or one unit of it. */
export type ReviewBody = Place

/** Why nobody reviews a matter yet: it has to be settled before work on it begins. */
export type NoReviewBody = {
	readonly code: 'unfitting'
	readonly field: 'issuer'
	readonly problem: 'no-review-body' | 'not-designated' | 'drafter-would-review'
}

/**
 * The body that reviews a matter (国办发〔2018〕115号 (四)): of the government's documents and of those that it approves,
 * the government's review body; of an organ's own, its legal unit. What the review body drafts itself, and what an
 * organ without a legal unit issues, goes to the organ that the district has designated. Nobody reviews at home what
 * they draft: neither the drafting unit, nor a body in which the drafter holds a post.
 */
export function reviewBodyFor(
	issuer: Issuer,
	drafting: DraftingPlace,
	organs: readonly ReviewingOrgan[],
): Result<ReviewBody, NoReviewBody> {
	const found = isOwnDocument(issuer) ? bodyOfOwn(drafting, organs) : bodyOfGovernment(drafting, organs)
	if (!found.ok) return found
	const body = found.value
	const isAtHome = drafting.drafterPlaces.some(
		(place) => place.organId === body.organId && (body.unitId === null || place.unitId === body.unitId),
	)
	return isAtHome ? none('drafter-would-review') : found
}

/**
 * The body that an organ gives when it reviews for others: the whole of a review body, the legal unit of any other;
 * null where it has none.
 */
export function bodyThatReviews(
	organ: ReviewingOrgan,
	exceptUnitId: string | null = null,
): ReviewBody | null {
	if (organ.kind === 'review-body') return { organId: organ.id, unitId: null }
	const unitId = organ.legalUnitIds.find((id) => id !== exceptUnitId)
	return unitId === undefined ? null : { organId: organ.id, unitId }
}

/** Why an organ cannot be designated to review for another. */
export type NotDesignable = {
	readonly code: 'unfitting'
	readonly field: 'organId' | 'designatedId'
	readonly problem: 'unknown-organ' | 'cannot-review'
}

/**
 * Whether the district may designate one organ to review for another: both are there, they are two, and the one that is
 * to review can, as a review body or with a legal unit of its own. Null ends a designation.
 */
export function judgeDesignation(
	organId: string,
	designatedId: string | null,
	organs: readonly ReviewingOrgan[],
): Result<string | null, NotDesignable> {
	const find = (id: string) => organs.find((organ) => organ.id === id)
	if (!find(organId)) return refuse({ code: 'unfitting', field: 'organId', problem: 'unknown-organ' })
	if (designatedId === null) return accept(null)
	const organ = find(designatedId)
	if (!organ) return refuse({ code: 'unfitting', field: 'designatedId', problem: 'unknown-organ' })
	return designatedId !== organId && bodyThatReviews(organ)
		? accept(designatedId)
		: refuse({ code: 'unfitting', field: 'designatedId', problem: 'cannot-review' })
}

function bodyOfOwn(
	drafting: DraftingPlace,
	organs: readonly ReviewingOrgan[],
): Result<ReviewBody, NoReviewBody> {
	const own = organs.find(({ id }) => id === drafting.organId)
	const body = own && own.kind !== 'review-body' ? bodyThatReviews(own, drafting.unitId) : null
	return body ? accept(body) : designated(drafting, organs)
}

function bodyOfGovernment(
	drafting: DraftingPlace,
	organs: readonly ReviewingOrgan[],
): Result<ReviewBody, NoReviewBody> {
	const bodies = organs.filter(({ kind }) => kind === 'review-body')
	const [only, another] = bodies
	if (!only) return none('no-review-body')
	// Of several the designation says which; the review body itself always needs one.
	if (another || only.id === drafting.organId) return designated(drafting, organs)
	return accept({ organId: only.id, unitId: null })
}

function designated(
	{ organId }: DraftingPlace,
	organs: readonly ReviewingOrgan[],
): Result<ReviewBody, NoReviewBody> {
	const designatedId = organs.find(({ id }) => id === organId)?.designatedId
	const organ = organs.find(({ id }) => id === designatedId && id !== organId)
	const body = organ ? bodyThatReviews(organ) : null
	return body ? accept(body) : none('not-designated')
}

function none(problem: NoReviewBody['problem']): Result<never, NoReviewBody> {
	return refuse({ code: 'unfitting', field: 'issuer', problem })
}
