import type { Told, ToldHand, ToldPost } from '#app/domain/act/told.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { type AgendaItemRow, openAgendaItems } from './agenda-records.ts'
import type { MatterRow } from './matter-record.ts'

/** What of a matter's record says who is told of it. */
export type ToldMatter = Pick<
	MatterRow,
	| 'organId'
	| 'reviewOrganId'
	| 'reviewUnitId'
	| 'drafterId'
	| 'headId'
	| 'reviewerId'
	| 'checkerId'
	| 'signerId'
> & {
	readonly clearances: readonly { readonly signedBy: string }[]
	readonly agendaItems: readonly Pick<AgendaItemRow, 'state' | 'organId'>[]
}

/** A role in an organ, and in one unit of it where that is known. */
export type PostAt = { readonly role: Role; readonly organId: string; readonly unitId: string | null }

const HANDS: Readonly<Record<ToldHand, (matter: ToldMatter) => string | null>> = {
	drafter: ({ drafterId }) => drafterId,
	head: ({ headId }) => headId,
	reviewer: ({ reviewerId }) => reviewerId,
	checker: ({ checkerId }) => checkerId,
	signer: ({ signerId }) => signerId,
	'clearance-signer': ({ clearances }) => clearances.at(-1)?.signedBy ?? null,
}

const POSTS: Readonly<Record<ToldPost, (matter: ToldMatter) => readonly PostAt[]>> = {
	'drafting-heads': ({ organId }) => [{ role: 'department-head', organId, unitId: null }],
	registrars: (matter) => inReviewBody(matter, 'registrar'),
	'review-leads': (matter) => inReviewBody(matter, 'review-lead'),
	checkers: (matter) => inReviewBody(matter, 'checker'),
	'signing-officers': (matter) => inReviewBody(matter, 'signing-officer'),
	'agenda-secretaries': (matter) =>
		[...new Set(openAgendaItems(matter).map((item) => item.organId))].map((organId) => ({
			role: 'secretary',
			organId,
			unitId: null,
		})),
}

function isHand(told: Told): told is ToldHand {
	return told in HANDS
}

function isPost(told: Told): told is ToldPost {
	return told in POSTS
}

/** The persons among those told whom the record itself names; each once. */
export function personsTold(matter: ToldMatter, told: readonly Told[]): string[] {
	return [...new Set(told.filter(isHand).flatMap((hand) => HANDS[hand](matter) ?? []))]
}

/** The posts whose holders are told; a review body that is not known yet has none. */
export function postsTold(matter: ToldMatter, told: readonly Told[]): PostAt[] {
	return told.filter(isPost).flatMap((post) => POSTS[post](matter))
}

function inReviewBody({ reviewOrganId, reviewUnitId }: ToldMatter, role: Role): PostAt[] {
	return reviewOrganId === null ? [] : [{ role, organId: reviewOrganId, unitId: reviewUnitId }]
}
