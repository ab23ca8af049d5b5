import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Tx } from './open-database.server.ts'

/** A session with the account behind it, and the actor that it stands for: the posts that count at this moment. */
export type SessionRecord = NonNullable<Awaited<ReturnType<typeof loadSession>>>

/** Loads a session with its account, person and active posts: a changed or ended post counts with the next request. */
export function loadSession(tx: Pick<Tx, 'session'>, sessionId: string) {
	return tx.session.findUnique({
		where: { id: sessionId },
		include: {
			account: {
				include: { person: { include: { posts: { where: { state: 'active' }, orderBy: { id: 'asc' } } } } },
			},
		},
	})
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
			role: post.role as Role,
			organId: post.organId,
			unitId: post.unitId,
		})),
	}
}
