import { roleOf } from '#app/db/code-columns.server.ts'
import type { TurnRow } from '#app/db/load-turns.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { turnFactsOf } from '#app/domain/matter-record/turn-facts.ts'
import { isTurnOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { turnsOf } from '#app/domain/review-workflow/turn.ts'

/** Those who hold one of these roles today, each with every post that counts. */
export async function loadHoldersOf(
	tx: Pick<Tx, 'post'>,
	jurisdictionId: string,
	roles: readonly Role[],
): Promise<Actor[]> {
	const posts = await tx.post.findMany({
		where: { jurisdictionId, role: { in: [...roles] }, state: 'active', person: { disabledAt: null } },
		orderBy: { id: 'asc' },
	})
	const actors = new Map<string, Actor>()
	for (const { id, personId, role, organId, unitId } of posts) {
		const before = actors.get(personId)?.posts ?? []
		const post = { id, role: roleOf(role), organId, unitId }
		actors.set(personId, { jurisdictionId, accountId: '', personId, name: '', posts: [...before, post] })
	}
	return [...actors.values()]
}

/**
 * Everybody whose turn it is with a matter, as the permission table has it: nobody is reminded of what they may not see.
 */
export async function whoseTurnItIs(tx: Pick<Tx, 'post'>, matter: TurnRow): Promise<string[]> {
	const turns = turnsOf(turnFactsOf(matter))
	const roles = turns.flatMap(({ role }): Role[] => (role === 'counsel' ? [role, 'public-lawyer'] : [role]))
	const holders = await loadHoldersOf(tx, matter.jurisdictionId, roles)
	return holders
		.filter((holder) => turns.some((turn) => isTurnOf(holder, turn, matter)))
		.map(({ personId }) => personId)
}
