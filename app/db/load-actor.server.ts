import { roleOf } from './code-columns.server.ts'
import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Actor, Post } from '#app/domain/permission/relation.ts'
import { findTree } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

const POST_PARTS = { organ: { select: { name: true } } } as const

/** The delegations that run on a day: confirmed, not withdrawn, and the day is one of theirs. */
function runningOn(today: PlainDate) {
	return { isConfirmed: true, withdrawnAt: null, startsOn: { lte: today }, endsOn: { gte: today } } as const
}

function sessionPartsOn(today: PlainDate) {
	const running = { where: runningOn(today), orderBy: { id: 'asc' } } as const
	return {
		account: {
			include: {
				jurisdiction: { select: { name: true } },
				secondFactors: { select: { setAt: true } },
				person: {
					include: {
						posts: { where: { state: 'active' }, orderBy: { id: 'asc' }, include: POST_PARTS },
						standsIn: { ...running, include: { post: true, delegator: { select: { name: true } } } },
						delegated: { ...running, select: { substituteId: true } },
					},
				},
			},
		},
	} as const
}

/** A session with the account behind it, and the actor that it stands for: the posts that count at this moment. */
export type SessionRecord = NonNullable<Awaited<ReturnType<typeof loadSession>>>

/**
 * Loads a session with its account, person, active posts and the delegations of the day: a changed or ended post counts
 * with the next request, and a delegation ends with its last day.
 */
export function loadSession(tx: Pick<Tx, '$queryRaw'>, sessionId: string, today: PlainDate) {
	return findTree(tx, 'session', { where: { id: sessionId }, include: sessionPartsOn(today) })
}

/** The actor behind a session. */
export function actorOf({ id, account }: SessionRecord): Actor {
	const { posts, standsIn, delegated } = account.person
	const own = posts.map(postOf)
	return {
		sessionId: id,
		jurisdictionId: account.jurisdictionId,
		accountId: account.id,
		personId: account.personId,
		name: account.person.name,
		posts: [...standsIn.flatMap((each) => standingPost(each, own)), ...own],
		oneWith: [
			...standsIn.map(({ delegatorId }) => delegatorId),
			...delegated.map(({ substituteId }) => substituteId),
		],
	}
}

type PostRow = SessionRecord['account']['person']['standsIn'][number]['post']

function postOf({ id, role, organId, unitId }: Pick<PostRow, 'id' | 'role' | 'organId' | 'unitId'>): Post {
	return { id, role: roleOf(role), organId, unitId }
}

/** The delegator's post, while they hold it and the substitute still has the same role in the same organ. */
function standingPost(
	delegation: SessionRecord['account']['person']['standsIn'][number],
	own: readonly Post[],
): Post[] {
	const { id: delegationId, delegatorId, delegator, startsOn, endsOn } = delegation
	const post = postOf(delegation.post)
	const isHeld = delegation.post.state === 'active'
	if (!isHeld || !own.some(({ role, organId }) => role === post.role && organId === post.organId)) return []
	return [
		{ ...post, standsFor: { delegationId, personId: delegatorId, name: delegator.name, startsOn, endsOn } },
	]
}
