import { roleOf } from '#app/db/code-columns.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { type HeldPost, isSecondAdministrator } from '#app/domain/account/second-administrator.ts'
import { judgeDuties } from '#app/domain/account/separation-of-duties.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { ADMINISTRATOR_ROLES } from '#app/domain/permission/role.ts'
import type { Misfit } from '#app/domain/problem.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** So many requests are confirmed by one press: as many as a page shows. */
export const MOST_CONFIRMED = 100

/** The posts that administrators held, by person, to know as what somebody asked. */
export async function loadAdministratorPosts(
	tx: Pick<Tx, 'post'>,
	jurisdictionId: string,
	personIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, readonly HeldPost[]>> {
	const ids = [...new Set(personIds.filter((id) => id !== null))]
	const posts = await tx.post.findMany({
		where: {
			jurisdictionId,
			personId: { in: ids },
			role: { in: [...ADMINISTRATOR_ROLES] },
			state: { in: ['active', 'ended'] },
		},
	})
	const held = new Map<string, HeldPost[]>()
	for (const { personId, role, confirmedAt, endedAt } of posts)
		held.set(personId, [
			...(held.get(personId) ?? []),
			{ role: roleOf(role), from: confirmedAt, until: endedAt },
		])
	return held
}

/**
 * Confirms the posts that wait, all that were named or none: each by another administrator than who asked, of another of
 * the administrators' roles, and for nobody who would hold what excludes it by now.
 */
export async function confirmGrants(
	shell: Shell,
	actor: Actor,
	key: string,
	postIds: readonly string[],
): Promise<Result<Done<{ confirmed: number }>, Refusal>> {
	const body = { postIds: [...postIds] }
	return commandOnJurisdiction(shell, actor, { key, body }, 'grants.confirmed', async (work) => {
		const { tx, jurisdictionId, at } = work
		if (postIds.length === 0) return misfit('already-decided')
		if (postIds.length > MOST_CONFIRMED)
			return refuse({ code: 'unfitting', field: 'posts', problem: 'too-many' })
		const ids = { in: [...new Set(postIds)] }
		const posts = await tx.post.findMany({ where: { jurisdictionId, id: ids, state: 'requested' } })
		if (posts.length < ids.in.length) return misfit('already-decided')
		const held = await loadAdministratorPosts(
			tx,
			jurisdictionId,
			posts.map((post) => post.requestedBy),
		)
		const own = [work.post.role]
		const isOwn = (post: (typeof posts)[number]) =>
			post.requestedBy === actor.personId ||
			post.personId === actor.personId ||
			!isSecondAdministrator(own, held.get(post.requestedBy ?? '') ?? [], post.requestedAt)
		if (posts.some(isOwn)) return misfit('own-grant')
		const clash = await findClash(tx, jurisdictionId, posts)
		if (clash) return clash
		await tx.post.updateMany({
			where: { jurisdictionId, id: ids, state: 'requested' },
			data: { state: 'active', confirmedBy: actor.personId, confirmedAt: at },
		})
		work.note({ grants: posts.map(({ id, personId, role }) => ({ post: id, person: personId, role })) })
		const requesters = posts.flatMap((post) => (post.requestedBy ? [post.requestedBy] : []))
		work.tell({
			personIds: [...new Set([...posts.map((post) => post.personId), ...requesters])],
			matterId: null,
		})
		return accept({ confirmed: posts.length })
	})
}

function misfit(problem: Misfit): Result<never, Refusal> {
	return refuse({ code: 'unfitting', field: 'posts', problem })
}

/** What one of the holders could not hold together, beside what counts already and what is confirmed with it. */
async function findClash(
	tx: Pick<Tx, 'post'>,
	jurisdictionId: string,
	posts: readonly { readonly personId: string; readonly role: string }[],
): Promise<Result<never, Refusal> | null> {
	const active = await tx.post.findMany({
		where: { jurisdictionId, personId: { in: posts.map((post) => post.personId) }, state: 'active' },
	})
	const all = [...active, ...posts]
	for (const { personId, role } of posts) {
		const others = all.filter((post) => post.personId === personId).map((post) => roleOf(post.role))
		const duties = judgeDuties(roleOf(role), others)
		if (!duties.ok) return duties
	}
	return null
}
