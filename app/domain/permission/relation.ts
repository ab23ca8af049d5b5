import type { Role } from './role.ts'

/** A post that counts today: confirmed by a second administrator and not ended. */
export type Post = {
	readonly id: string
	readonly role: Role
	readonly organId: string
	readonly unitId: string | null
	/** It is another's, in whose place the actor stands today (受委托): whatever is done under it says so. */
	readonly standsFor?: StandsFor
}

/** In whose place somebody stands, by which delegation, and on which days (plain dates, both included). */
export type StandsFor = {
	readonly delegationId: string
	readonly personId: string
	readonly name: string
	readonly startsOn: string
	readonly endsOn: string
}

/** Who acts: a signed-in person with the posts that count now. */
export type Actor = {
	readonly jurisdictionId: string
	readonly accountId: string
	readonly personId: string
	readonly name: string
	/** Posts of others in whose place the actor stands come first. */
	readonly posts: readonly Post[]
	/** Those in whose place the actor stands today, and who stand in the actor's: in separation all are one person. */
	readonly oneWith?: readonly string[]
	/** The session through which they act; a job has none. */
	readonly sessionId?: string
}

/** Whether a person is the actor, or one with the actor while a delegation runs. */
export function isOneWith({ personId, oneWith = [] }: Actor, other: string | null): boolean {
	return other !== null && (other === personId || oneWith.includes(other))
}

/** What an act is about, as far as permission asks. Absent fields mean: no such tie. */
export type Subject = {
	readonly jurisdictionId: string
	readonly organId?: string
	readonly unitId?: string
	readonly reviewOrganId?: string | null
	readonly reviewUnitId?: string | null
	readonly wasSubmitted?: boolean
	/** The intake was asked to let invisible characters stand in its text. */
	readonly isWaiverAsked?: boolean
	readonly reviewerId?: string | null
	/** Counsel who have said that they have no interest in it. */
	readonly counselIds?: readonly string[]
	/** Counsel who were assigned and have said nothing yet. */
	readonly askedCounselIds?: readonly string[]
	/** Whose recusal (回避) was granted, or who declared an interest as counsel: they have no part in its review any more, and do not see it. */
	readonly recusedIds?: readonly string[]
	readonly agendaOrganIds?: readonly string[]
	/** The leaders who were asked to consent that it is brought up. */
	readonly askedLeaderIds?: readonly string[]
	/** The leaders who were asked for an emergency order on it. */
	readonly orderLeaderIds?: readonly string[]
	readonly meetingOrganId?: string
	readonly meetingChairId?: string | null
	/** The units that a meeting gave a task. */
	readonly taskOrganIds?: readonly string[]
	/** Of an account: the organs of whoever holds it, and the roles there. */
	readonly holderOrganIds?: readonly string[]
	readonly holderRoles?: readonly Role[]
}

/** The ties between a post and a subject that a grant may ask for. */
export const RELATIONS = {
	jurisdiction: () => true,
	'own-organ': (_actor, post, subject) => subject.meetingOrganId === post.organId,
	'drafting-unit': (_actor, post, subject) =>
		subject.organId === post.organId && subject.unitId !== undefined && subject.unitId === post.unitId,
	'drafting-organ': (_actor, post, subject) => subject.organId === post.organId,
	'review-body': (actor, post, subject) => isOfReviewBody(actor, post, subject),
	'review-body-once-submitted': (actor, post, subject) =>
		subject.wasSubmitted === true && isOfReviewBody(actor, post, subject),
	'review-body-once-asked': (actor, post, subject) =>
		subject.isWaiverAsked === true && isOfReviewBody(actor, post, subject),
	'jurisdiction-once-submitted': (_actor, _post, subject) => subject.wasSubmitted === true,
	'assigned-reviewer': (actor, post, subject) =>
		isOfReviewBody(actor, post, subject) && subject.reviewerId === actor.personId,
	'assigned-counsel': (actor, _post, subject) => (subject.counselIds ?? []).includes(actor.personId),
	'asked-counsel': (actor, _post, subject) => (subject.askedCounselIds ?? []).includes(actor.personId),
	'asked-leader': (actor, _post, subject) => (subject.askedLeaderIds ?? []).includes(actor.personId),
	'asked-for-order': (actor, _post, subject) => (subject.orderLeaderIds ?? []).includes(actor.personId),
	'on-own-agenda': (_actor, post, subject) => (subject.agendaOrganIds ?? []).includes(post.organId),
	'chairs-meeting': (actor, _post, subject) => subject.meetingChairId === actor.personId,
	'account-of-system-administrator': (_actor, _post, { holderRoles = [] }) =>
		holderRoles.includes('system-administrator'),
	'account-of-administrator': (_actor, _post, { holderRoles = [] }) =>
		holderRoles.includes('system-administrator') || holderRoles.includes('security-administrator'),
	'account-in-own-organ': (_actor, post, { holderOrganIds = [] }) => holderOrganIds.includes(post.organId),
	'holds-task': (_actor, post, subject) => (subject.taskOrganIds ?? []).includes(post.organId),
	'meeting-organ': (_actor, post, subject) => subject.meetingOrganId === post.organId,
} as const satisfies Record<string, (actor: Actor, post: Post, subject: Subject) => boolean>

export type Relation = keyof typeof RELATIONS

/**
 * Whether a post is of the body that reviews it: the organ, or one unit of it; never of somebody who stepped back, nor of
 * a substitute in the place of one who did.
 */
export function isOfReviewBody(
	{ personId }: Pick<Actor, 'personId'>,
	post: Post,
	subject: Omit<Subject, 'jurisdictionId'>,
): boolean {
	const hands = [personId, post.standsFor?.personId ?? personId]
	if (hands.some((hand) => subject.recusedIds?.includes(hand))) return false
	if (!subject.reviewOrganId || post.organId !== subject.reviewOrganId) return false
	return !subject.reviewUnitId || post.unitId === subject.reviewUnitId
}
