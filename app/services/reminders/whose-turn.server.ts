import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import { roleOf } from '#app/db/code-columns.server.ts'
import type { TurnRow } from '#app/db/load-turns.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { turnFactsOf } from '#app/domain/matter-record/turn-facts.ts'
import { isTurnOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { turnsOf } from '#app/domain/review-workflow/turn.ts'

/** Those who hold one of these roles today, each with every post that counts, those of whom they stand in for with them. */
export async function loadHoldersOf(
	tx: Pick<Tx, 'post' | 'delegation'>,
	jurisdictionId: string,
	roles: readonly Role[],
	today: PlainDate,
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
	for (const { substituteId, post, standsFor } of await loadStandingPosts(tx, jurisdictionId, roles, today)) {
		const before = actors.get(substituteId)
		// Who holds the role in that organ no longer stands in for nobody there.
		if (before?.posts.some(({ role, organId }) => role === post.role && organId === post.organId))
			actors.set(substituteId, { ...before, posts: [...before.posts, { ...post, standsFor }] })
	}
	return [...actors.values()]
}

/** The posts of these roles that somebody stands in for today, and who. */
async function loadStandingPosts(
	tx: Pick<Tx, 'delegation'>,
	jurisdictionId: string,
	roles: readonly Role[],
	today: PlainDate,
) {
	const rows = await tx.delegation.findMany({
		where: {
			...{ jurisdictionId, isConfirmed: true, withdrawnAt: null },
			...{ startsOn: { lte: today }, endsOn: { gte: today } },
			post: { role: { in: [...roles] }, state: 'active' },
		},
		orderBy: { id: 'asc' },
		include: { post: true },
	})
	return rows.map(({ id: delegationId, delegatorId, substituteId, startsOn, endsOn, post }) => ({
		substituteId,
		post: { id: post.id, role: roleOf(post.role), organId: post.organId, unitId: post.unitId },
		standsFor: { delegationId, personId: delegatorId, name: '', startsOn, endsOn },
	}))
}

/**
 * Everybody whose turn it is with a matter, as the permission table has it: nobody is reminded of what they may not see.
 */
export async function whoseTurnItIs(
	tx: Pick<Tx, 'post' | 'delegation'>,
	matter: TurnRow,
	today: PlainDate,
): Promise<string[]> {
	const turns = turnsOf(turnFactsOf(matter))
	const roles = turns.flatMap(({ role }): Role[] => (role === 'counsel' ? [role, 'public-lawyer'] : [role]))
	const holders = await loadHoldersOf(tx, matter.jurisdictionId, roles, today)
	return holders
		.filter((holder) => turns.some((turn) => isTurnOf(holder, turn, matter)))
		.map(({ personId }) => personId)
}
