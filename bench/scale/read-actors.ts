import { type SessionRecord, actorOf } from '#app/db/load-actor.server.ts'
import type { Database } from '#app/db/open-database.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'

/** Somebody of the demo who holds a post of this role, with all their posts. */
export async function actorWith(db: Database, role: Role): Promise<Actor> {
	const account = await db.account.findFirstOrThrow({
		where: { person: { posts: { some: { role, state: 'active' } } } },
		orderBy: { id: 'asc' },
		include: {
			jurisdiction: { select: { name: true } },
			person: {
				include: { posts: { where: { state: 'active' }, include: { organ: { select: { name: true } } } } },
			},
		},
	})
	const person = { ...account.person, standsIn: [], delegated: [] }
	return actorOf({ account: { ...account, person } } as unknown as SessionRecord)
}
