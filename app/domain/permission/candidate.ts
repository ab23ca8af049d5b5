import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type Post, type Subject, isOfReviewBody } from './relation.ts'
import type { Role } from './role.ts'
import { type Hands, type NotSeparate, judgeSeparation } from './separation.ts'

/** Somebody who may be asked to work on a matter: a person and the posts that count today. */
export type Candidate = { readonly personId: string; readonly posts: readonly Post[] }

/** The matter that somebody is to be assigned to, as far as the choice asks. */
export type Assignable = Omit<Subject, 'jurisdictionId'> & {
	readonly hands: Hands
}

/** Why somebody cannot be chosen. */
export type NotEligible =
	| NotSeparate
	| {
			readonly code: 'unfitting'
			readonly field: 'personId'
			readonly problem: 'not-in-role' | 'has-interest' | 'of-drafting-unit' | 'of-drafting-organ'
	  }

const COUNSEL_ROLES: readonly Role[] = ['counsel', 'public-lawyer']

/**
 * Whether somebody may be the reviewer (承办审查人) of a matter: a reviewer of its review body who has no post in the
 * drafting organ, or, where an organ reviews its own document, none in the drafting unit.
 */
export function judgeReviewer(candidate: Candidate, matter: Assignable): Result<'reviewer', NotEligible> {
	const isInRole = candidate.posts.some(
		(post) => post.role === 'reviewer' && isOfReviewBody(candidate, post, matter),
	)
	return judge(candidate, matter, isInRole, 'reviewer')
}

/** Whether somebody may be counsel on a matter: 法律顾问 or 公职律师, and no hand in the draft (Decree 713 art. 28). */
export function judgeCounsel(candidate: Candidate, matter: Assignable): Result<'counsel', NotEligible> {
	const isInRole = candidate.posts.some((post) => COUNSEL_ROLES.includes(post.role))
	if (isInRole && matter.recusedIds?.includes(candidate.personId))
		return refuse({ code: 'unfitting', field: 'personId', problem: 'has-interest' })
	return judge(candidate, matter, isInRole, 'counsel')
}

function judge<Hand extends 'reviewer' | 'counsel'>(
	candidate: Candidate,
	matter: Assignable,
	isInRole: boolean,
	hand: Hand,
): Result<Hand, NotEligible> {
	if (!isInRole) return refuse({ code: 'unfitting', field: 'personId', problem: 'not-in-role' })
	const problem = tieToDraft(candidate, matter)
	if (problem) return refuse({ code: 'unfitting', field: 'personId', problem })
	const apart = judgeSeparation(candidate.personId, hand, matter.hands)
	return apart.ok ? accept(hand) : apart
}

function tieToDraft(
	candidate: Candidate,
	matter: Assignable,
): 'of-drafting-unit' | 'of-drafting-organ' | null {
	if (candidate.posts.some((post) => post.organId === matter.organId && post.unitId === matter.unitId))
		return 'of-drafting-unit'
	if (matter.reviewOrganId === matter.organId) return null
	return candidate.posts.some((post) => post.organId === matter.organId) ? 'of-drafting-organ' : null
}
