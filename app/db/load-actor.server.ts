import { roleOf } from './code-columns.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { findTree } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

const POST_PARTS = { organ: { select: { name: true } } } as const

const SESSION_PARTS = {
	account: {
		include: {
			jurisdiction: { select: { name: true } },
			person: {
				include: { posts: { where: { state: 'active' }, orderBy: { id: 'asc' }, include: POST_PARTS } },
			},
		},
	},
} as const

/** A session with the account behind it, and the actor that it stands for: the posts that count at this moment. */
export type SessionRecord = NonNullable<Awaited<ReturnType<typeof loadSession>>>

/** Loads a session with its account, person and active posts: a changed or ended post counts with the next request. */
export function loadSession(tx: Pick<Tx, '$queryRaw'>, sessionId: string) {
	return findTree(tx, 'session', { where: { id: sessionId }, include: SESSION_PARTS })
}

/** The actor behind a session. */
export function actorOf({ account }: SessionRecord): Actor {
	return {
		jurisdictionId: account.jurisdictionId,
		accountId: account.id,
		personId: account.personId,
		name: account.person.name,
		posts: account.person.posts.map((post) => ({
			id: post.id,
			role: roleOf(post.role),
			organId: post.organId,
			unitId: post.unitId,
		})),
	}
}
