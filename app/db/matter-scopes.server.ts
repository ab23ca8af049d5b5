import { ENDINGS } from '#app/domain/matter/matter-request.ts'
import { type MatterState, CLEARED_STATES, ISSUING_STATES } from '#app/domain/matter/matter-state.ts'
import { grantsOf } from '#app/domain/permission/permission-table.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Actor, Post, Relation } from '#app/domain/permission/relation.ts'
import type { Prisma } from './generated/sqlite/client.ts'

type Where = Prisma.MatterWhereInput

/** The ties of the permission table as conditions of the database; null where no matter can have the tie. */
const TIE: Record<Relation, (actor: Actor, post: Post) => Where | null> = {
	// Not an empty condition: within an OR that would be left out, not met by everything.
	jurisdiction: () => ({ id: { not: '' } }),
	'own-organ': () => null,
	'meeting-organ': () => null,
	'chairs-meeting': () => null,
	'holds-task': () => null,
	'account-of-system-administrator': () => null,
	'account-of-administrator': () => null,
	'account-in-own-organ': () => null,
	'drafting-unit': (_actor, post) => (post.unitId ? { organId: post.organId, unitId: post.unitId } : null),
	'drafting-organ': (_actor, post) => ({ organId: post.organId }),
	'review-body': (actor, post) => reviewBody(actor, post),
	'review-body-once-submitted': (actor, post) => ({ ...reviewBody(actor, post), submittedAt: { not: null } }),
	'review-body-once-asked': (actor, post) => ({ ...reviewBody(actor, post), waiverRequests: { some: {} } }),
	'jurisdiction-once-submitted': () => ({ submittedAt: { not: null } }),
	'assigned-reviewer': (actor, post) => ({ ...reviewBody(actor, post), reviewerId: actor.personId }),
	'assigned-counsel': (actor) => ({
		assignments: { some: { ...counselOf(actor), interests: { some: {} } } },
	}),
	'asked-counsel': (actor) => ({
		assignments: { some: { ...counselOf(actor), interests: { none: {} } } },
	}),
	'asked-leader': (actor) => ({ consents: { some: { leaderId: actor.personId } } }),
	'asked-for-order': (actor) => ({ emergency: { some: { leaderId: actor.personId } } }),
	'on-own-agenda': (_actor, post) => ({ agendaItems: { some: { organId: post.organId } } }),
}

/**
 * The matters that an actor may see, as one condition: read off the permission table itself, so that a list and the
 * page behind it can never disagree.
 */
export function readableMatters(actor: Actor): Where {
	return anyOf(actor, readableTies(actor))
}

/**
 * The same, tie by tie: a long list goes through each tie by its own index, which knows the matters of one organ, of one
 * person or of one agenda in their order. Of all ties together no index knows anything.
 */
export function readableTies(actor: Actor): readonly Where[] {
	const ties = grantsOf('matter.read').flatMap((grant) =>
		actor.posts
			.filter((post) => post.role === grant.role)
			.flatMap((post) => TIE[grant.where](actor, post) ?? []),
	)
	return [...new Map(ties.map((tie) => [JSON.stringify(tie), tie])).values()]
}

const DRAFTING_STATES: MatterState[] = ['draft', 'returned', 'not-passed', 'revising']
const BEING_ISSUED: MatterState[] = [...ISSUING_STATES]
/** What the secretary waits for once a meeting has decided: a ruling from above, and the issue. */
const AFTER_DECISION: MatterState[] = ['decided', ...ISSUING_STATES]
const CLEARED: MatterState[] = [...CLEARED_STATES]
const BEFORE_FIXING = ['proposed', 'blocked', 'listed']
const OPEN_ITEMS = [...BEFORE_FIXING, 'notified']

const URGENCY_ASKED = {
	state: { in: ['accepted', 'reviewing'] },
	requests: { some: { kind: 'urgency', decision: null } },
} satisfies Where

const MAY_BE_ORDERED: MatterState[] = ['draft', 'submitted', 'supplement', 'accepted', 'reviewing']
/** A leader has signed that it takes effect before its review. */
const ORDERED = { emergency: { some: { step: 'signed' } } } satisfies Where

/** The matters that may wait for this actor: a first choice by index, which the turn itself then judges. */
export function mattersThatMayWaitFor(actor: Actor): Where {
	return anyOf(
		actor,
		actor.posts.flatMap((post) => WAITING[post.role]?.(actor, post) ?? []),
	)
}

/** An empty OR is left out where it stands inside an AND: who has no tie at all must be given a condition that none meets. */
function anyOf(actor: Actor, ties: readonly Where[]): Where {
	return { jurisdictionId: actor.jurisdictionId, ...(ties.length > 0 ? { OR: [...ties] } : { id: '' }) }
}

const OF_COUNSEL = (actor: Actor): Where => ({
	state: 'reviewing',
	assignments: { some: counselOf(actor) },
})

/** What may wait for whoever holds a post, by its role; for the other roles nothing waits. */
const WAITING: Partial<Record<Role, (actor: Actor, post: Post) => Where>> = {
	drafter: (_, post) => ({
		organId: post.organId,
		unitId: post.unitId ?? '',
		OR: [
			{ state: { in: ['supplement', 'amending', 'issuing'] } },
			{ state: { in: DRAFTING_STATES }, awaitingHead: false },
			ORDERED,
		],
	}),
	'department-head': (_, post) => ({
		organId: post.organId,
		OR: [
			{ state: { in: DRAFTING_STATES }, awaitingHead: true },
			{ state: { in: CLEARED }, agendaItems: { none: { state: { in: OPEN_ITEMS } } } },
			{ state: 'cleared', ...ORDERED },
			// A consent to what goes before another organ may be missing; the turn judges it.
			{
				state: { in: CLEARED },
				agendaItems: { some: { organId: { not: post.organId }, state: { in: BEFORE_FIXING } } },
			},
		],
	}),
	registrar: (actor, post) => ({
		...reviewBody(actor, post),
		OR: [{ state: { in: ['submitted', ...BEING_ISSUED] } }, { waiverRequests: { some: { decision: null } } }],
	}),
	'review-lead': (actor, post) => ({
		...reviewBody(actor, post),
		OR: [
			{ state: 'accepted' },
			{ state: 'reviewing', assignments: { none: { role: 'counsel', endedAt: null } } },
			{ state: 'reviewing', interests: { some: { hasInterest: true } } },
			{ state: { in: ['reviewing', 'recheck', 'post-check'] }, reviewerId: null },
			{ recusals: { some: { decision: null } } },
			{ state: 'reviewing', requests: { some: { kind: 'pause', decision: null } } },
			URGENCY_ASKED,
			{ requests: { some: { kind: { in: [...ENDINGS] }, decision: null } } },
		],
	}),
	leader: (actor) => ({
		// Also said once for all, or no index of the states is used.
		state: { in: [...CLEARED, ...MAY_BE_ORDERED, 'not-passed'] },
		OR: [
			URGENCY_ASKED,
			{ state: { in: CLEARED }, consents: { some: { leaderId: actor.personId } } },
			{ emergency: { some: { leaderId: actor.personId } } },
		],
	}),
	reviewer: (actor, post) => ({
		...reviewBody(actor, post),
		reviewerId: actor.personId,
		OR: [{ state: 'reviewing' }, { state: { in: ['recheck', 'post-check'] }, awaitingSignature: false }],
	}),
	checker: (actor, post) => ({ ...reviewBody(actor, post), state: 'signoff' }),
	'signing-officer': (actor, post) => ({
		...reviewBody(actor, post),
		OR: [
			{ state: 'signoff' },
			{ state: 'reviewing', counselOpinions: { some: { conclusion: 'unlawful', disposition: null } } },
			{ state: { in: ['recheck', 'post-check'] }, awaitingSignature: true },
			{ state: 'revising', changedAfterClearance: true },
			{ requests: { some: { kind: 'objection', decision: null } } },
		],
	}),
	counsel: OF_COUNSEL,
	'public-lawyer': OF_COUNSEL,
	secretary: (_, post) => ({
		// Also said once for both, or no index of the states is used.
		state: { in: [...CLEARED, ...AFTER_DECISION] },
		OR: [
			{
				state: { in: CLEARED },
				// What is listed already waits with its meeting, which has a line of its own.
				agendaItems: { some: { organId: post.organId, state: { in: ['proposed', 'blocked'] } } },
			},
			{ state: { in: AFTER_DECISION }, agendaItems: { some: { organId: post.organId } } },
		],
	}),
}

/** Who said that they have an interest is assigned no longer. */
function counselOf({ personId }: Actor) {
	return { role: 'counsel', personId, endedAt: null }
}

/** Of the body that reviews it, and not one whose recusal was granted, or who has an interest as counsel; nor for such a one. */
function reviewBody(actor: Actor, post: Post): Where {
	const personId = post.standsFor ? { in: [actor.personId, post.standsFor.personId] } : actor.personId
	return {
		reviewOrganId: post.organId,
		recusals: { none: { personId, decision: { isGranted: true } } },
		interests: { none: { personId, hasInterest: true } },
		AND: [{ OR: [{ reviewUnitId: null }, ...(post.unitId ? [{ reviewUnitId: post.unitId }] : [])] }],
	}
}
