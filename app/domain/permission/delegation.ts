import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Problem } from '#app/domain/problem.ts'
import { type Actor, type Post, isOneWith } from './relation.ts'
import type { Role } from './role.ts'

/** The roles whose holder may name a substitute (委托, AB 岗): those that any holder of the role in the organ may take up. */
export const DELEGABLE_ROLES = [
	'department-head',
	'review-lead',
	'checker',
	'signing-officer',
	'secretary',
] as const satisfies readonly Role[]

export type DelegableRole = (typeof DELEGABLE_ROLES)[number]

/** Whether posts with this role may be delegated. */
export function isDelegable(role: Role): role is DelegableRole {
	return DELEGABLE_ROLES.some((each) => each === role)
}

/** A delegation as it is judged: of which post, from whom to whom, on which days (both included), and what became of it. */
export type Delegation = {
	readonly id: string
	readonly role: Role
	readonly organId: string
	readonly delegatorId: string
	readonly substituteId: string
	/** Plain dates, YYYY-MM-DD. */
	readonly startsOn: string
	readonly endsOn: string
	readonly isConfirmed: boolean | null
	readonly withdrawnAt: Date | null
}

/** 等确认 · 未获确认 · 未确认已过期 · 未到期 · 委托中 · 已到期 · 已撤回 */
export type DelegationStanding =
	| 'waiting'
	| 'declined'
	| 'lapsed'
	| 'coming'
	| 'running'
	| 'over'
	| 'withdrawn'

/** How a delegation stands on a day: it runs from its first day and ends by itself with its last. */
export function delegationStanding(
	delegation: Pick<Delegation, 'startsOn' | 'endsOn' | 'isConfirmed' | 'withdrawnAt'>,
	today: PlainDate,
): DelegationStanding {
	const { startsOn, endsOn, isConfirmed, withdrawnAt } = delegation
	if (withdrawnAt !== null) return 'withdrawn'
	if (isConfirmed === false) return 'declined'
	if (isConfirmed === null) return endsOn < today ? 'lapsed' : 'waiting'
	if (endsOn < today) return 'over'
	return startsOn <= today ? 'running' : 'coming'
}

/** Whether it still counts on this day or may yet. */
export function isOpen(standing: DelegationStanding): boolean {
	return standing === 'waiting' || standing === 'coming' || standing === 'running'
}

/** What is asked for: the delegator's post, the substitute with the posts that count today, and the days. */
export type AskedDelegation = {
	readonly id: string
	readonly delegatorId: string
	readonly post: Pick<Post, 'role' | 'organId'>
	readonly substituteId: string
	readonly substitutePosts: readonly Pick<Post, 'role' | 'organId'>[]
	readonly startsOn: string
	readonly endsOn: string
}

type Misfitting = { readonly code: 'unfitting'; readonly field: string; readonly problem: Problem }

/**
 * Whether a delegation may stand beside the others that count: the substitute holds the same role in the same organ, so
 * that no right is made; the days lie ahead; and of one role in one organ nobody is in two delegations on one day, so that
 * it is always said for whom somebody acts, and nobody hands on what was handed to them.
 */
export function judgeDelegation(
	asked: AskedDelegation,
	others: readonly Delegation[],
	today: PlainDate,
): Result<'fitting', Misfitting> {
	const { role, organId } = asked.post
	if (!isDelegable(role)) return misfit('substitute', 'not-in-role')
	if (asked.startsOn < today) return misfit('startsOn', 'day-not-ahead')
	if (asked.endsOn < asked.startsOn) return misfit('endsOn', 'before-start')
	const holdsSame = asked.substitutePosts.some((post) => post.role === role && post.organId === organId)
	if (!holdsSame || asked.substituteId === asked.delegatorId) return misfit('substitute', 'not-in-role')
	const persons = [asked.delegatorId, asked.substituteId]
	const clash = others.some(
		(other) =>
			other.id !== asked.id &&
			other.role === role &&
			other.organId === organId &&
			isOpen(delegationStanding(other, today)) &&
			other.startsOn <= asked.endsOn &&
			asked.startsOn <= other.endsOn &&
			(persons.includes(other.delegatorId) || persons.includes(other.substituteId)),
	)
	return clash ? misfit('substitute', 'already-delegated') : accept('fitting')
}

function misfit(field: string, problem: Problem): Result<never, Misfitting> {
	return refuse({ code: 'unfitting', field, problem })
}

/** Who confirms the delegation of a role, each in the organ of the post; a government leader where an organ has nobody above it. */
const CONFIRMERS: Readonly<Record<DelegableRole, readonly Role[]>> = {
	checker: ['review-lead', 'department-head'],
	'signing-officer': ['review-lead', 'department-head'],
	'review-lead': ['department-head', 'leader'],
	'department-head': ['department-head', 'leader'],
	secretary: ['department-head', 'leader'],
}

/** The roles that may confirm the delegation of a role: those in the same organ, and those anywhere in the district. */
export function confirmersOf(role: Role): {
	readonly inOrgan: readonly Role[]
	readonly anywhere: readonly Role[]
} {
	const roles = isDelegable(role) ? CONFIRMERS[role] : []
	return {
		inOrgan: roles.filter((each) => each !== 'leader'),
		anywhere: roles.filter((each) => each === 'leader'),
	}
}

/** Whether somebody may confirm or decline a delegation: the lead, for the lead the organ's head; never one of the two. */
export function mayConfirm(
	actor: Actor,
	delegation: Pick<Delegation, 'role' | 'organId' | 'delegatorId' | 'substituteId'>,
): boolean {
	const { role, organId, delegatorId, substituteId } = delegation
	if (isOneWith(actor, delegatorId) || isOneWith(actor, substituteId)) return false
	const { inOrgan, anywhere } = confirmersOf(role)
	return actor.posts.some(
		(post) => anywhere.includes(post.role) || (inOrgan.includes(post.role) && post.organId === organId),
	)
}
