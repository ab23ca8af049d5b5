import { roleOf } from '#app/db/code-columns.server.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The roles without which no matter gets from its draft to a meeting. */
const NEEDED_ROLES: readonly Role[] = [
	'drafter',
	'department-head',
	'registrar',
	'review-lead',
	'reviewer',
	'checker',
	'signing-officer',
	'secretary',
	'leader',
]

/** How far a new house is set up: counts, for the two administrators who do it. */
export type FirstSteps = {
	readonly organs: number
	/** People beside the three administrators. */
	readonly people: number
	readonly waitingPosts: number
	readonly confirmedPosts: number
	readonly withoutPassword: number
	readonly missingRoles: readonly Role[]
	readonly isSystem: boolean
}

const ADMINISTRATORS = 3

/** What is left to set up, for the system and the security administrator of a house that has no matter yet; else null. */
export async function readFirstSteps(shell: Shell, actor: Actor): Promise<FirstSteps | null> {
	const { jurisdictionId } = actor
	const isSystem = isPermitted(actor, 'organisation.imported', { jurisdictionId })
	if (!isSystem && !isPermitted(actor, 'grants.confirmed', { jurisdictionId })) return null
	if ((await shell.db.matter.count({ where: { jurisdictionId }, take: 1 })) > 0) return null
	const where = { jurisdictionId, disabledAt: null }
	const organs = await shell.db.organ.count({ where: { jurisdictionId } })
	const people = await shell.db.person.count({ where })
	const withoutPassword = await shell.db.person.count({
		where: { ...where, account: { is: { passwordHash: null, disabledAt: null } } },
	})
	const posts = await shell.db.post.groupBy({
		by: ['role', 'state'],
		where: { jurisdictionId, state: { in: ['requested', 'active'] } },
		_count: { _all: true },
	})
	const count = (state: string) =>
		posts.reduce((sum, post) => sum + (post.state === state ? post._count._all : 0), 0)
	const present = posts.map((post) => roleOf(post.role))
	return {
		organs,
		people: people - ADMINISTRATORS,
		waitingPosts: count('requested'),
		confirmedPosts: count('active') - ADMINISTRATORS,
		withoutPassword,
		missingRoles: NEEDED_ROLES.filter((role) => !present.includes(role)),
		isSystem,
	}
}
