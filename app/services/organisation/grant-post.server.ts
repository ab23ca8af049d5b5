import { roleOf } from '#app/db/code-columns.server.ts'
import { loadHolders } from '#app/db/load-holders.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type Role, HEAD_ROLES } from '#app/domain/permission/role.ts'
import { isSecondAdministrator } from '#app/domain/account/second-administrator.ts'
import { judgeDuties } from '#app/domain/account/separation-of-duties.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { commandOnJurisdiction } from '#app/services/command/command-on-jurisdiction.server.ts'
import { loadAdministratorPosts } from './confirm-grants.server.ts'
import { isLastAdministrator } from './last-administrator.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

export type GrantForm = {
	readonly personId: string
	readonly organId: string
	readonly unitId: string | null
	readonly role: Role
}

/**
 * Asks for a post (security administrator). It counts only once a second administrator has confirmed it; posts
 * that one person may not hold together are refused here already.
 */
export async function requestGrant(
	shell: Shell,
	actor: Actor,
	key: string,
	form: GrantForm,
): Promise<Result<Done<{ postId: string }>, Refusal>> {
	return commandOnJurisdiction(shell, actor, { key, body: form }, 'grant.requested', async (work) => {
		const { jurisdictionId } = work
		const person = await work.tx.person.findFirst({
			where: { jurisdictionId, id: form.personId, disabledAt: null },
			include: { posts: { where: { state: { in: ['requested', 'active'] } } } },
		})
		if (!person) return refuse({ code: 'unfitting', field: 'personId', problem: 'unknown-person' })
		if (person.id === actor.personId)
			return refuse({ code: 'unfitting', field: 'personId', problem: 'own-grant' })
		const organ = await work.tx.organ.findFirst({ where: { jurisdictionId, id: form.organId } })
		if (!organ) return refuse({ code: 'unfitting', field: 'organId', problem: 'unknown-organ' })
		const unit = form.unitId
			? await work.tx.unit.findFirst({ where: { jurisdictionId, id: form.unitId, organId: form.organId } })
			: null
		if (form.unitId && !unit)
			return refuse({ code: 'unfitting', field: 'unitId', problem: 'unit-of-other-organ' })
		// A drafter drafts for a unit: without one the post would open nothing.
		if (form.role === 'drafter' && !unit)
			return refuse({ code: 'unfitting', field: 'unitId', problem: 'unit-needed' })
		if (person.posts.some((post) => isSamePost(post, form)))
			return refuse({ code: 'unfitting', field: 'role', problem: 'already-held' })
		const duties = judgeDuties(
			form.role,
			person.posts.map((post) => roleOf(post.role)),
		)
		if (!duties.ok) return duties
		const postId = shell.newId()
		await work.tx.post.create({
			data: {
				jurisdictionId,
				id: postId,
				personId: form.personId,
				organId: form.organId,
				unitId: form.unitId,
				role: form.role,
				state: 'requested',
				requestedBy: actor.personId,
				requestedAt: work.at,
			},
		})
		work.note({
			post: postId,
			person: form.personId,
			role: form.role,
			organ: form.organId,
			unit: form.unitId,
		})
		work.tell(await toldOfGrant(work.tx, { ...form, jurisdictionId, requestedBy: null }))
		return accept({ postId })
	})
}

function isSamePost(
	post: { organId: string; unitId: string | null; role: string },
	form: GrantForm,
): boolean {
	return post.role === form.role && post.organId === form.organId && post.unitId === form.unitId
}

/** The act of each answer: what a table asks for, the security administrator declines, and confirms with all the rest. */
const ANSWERS = {
	confirmed: 'grant.confirmed',
	declined: 'grant.declined',
	'declined-of-table': 'grants.declined',
} as const

/** Confirms or declines a requested post: a second pair of eyes, never the first again. */
export async function decideGrant(
	shell: Shell,
	actor: Actor,
	key: string,
	postId: string,
	decision: keyof typeof ANSWERS,
): Promise<Result<Done<{ postId: string }>, Refusal>> {
	const act = ANSWERS[decision]
	return commandOnJurisdiction(shell, actor, { key, body: { postId } }, act, async (work) => {
		const { jurisdictionId } = work
		const post = await work.tx.post.findFirst({ where: { jurisdictionId, id: postId, state: 'requested' } })
		if (!post) return refuse({ code: 'unfitting', field: 'postId', problem: 'already-decided' })
		if (post.requestedBy === actor.personId || post.personId === actor.personId)
			return refuse({ code: 'unfitting', field: 'postId', problem: 'own-grant' })
		const held = await loadAdministratorPosts(work.tx, jurisdictionId, [post.requestedBy])
		const asked = held.get(post.requestedBy ?? '') ?? []
		if (!isSecondAdministrator([work.post.role], asked, post.requestedAt))
			return refuse({ code: 'unfitting', field: 'postId', problem: 'own-grant' })
		if (decision === 'confirmed') {
			const others = await work.tx.post.findMany({
				where: { jurisdictionId, personId: post.personId, state: 'active' },
			})
			const duties = judgeDuties(
				roleOf(post.role),
				others.map((other) => roleOf(other.role)),
			)
			if (!duties.ok) return duties
		}
		await work.tx.post.update({
			where: { jurisdictionId_id: { jurisdictionId, id: postId } },
			data: {
				state: decision === 'confirmed' ? 'active' : 'declined',
				confirmedBy: actor.personId,
				confirmedAt: work.at,
			},
		})
		work.note({ post: postId, person: post.personId, role: post.role })
		work.tell(await toldOfGrant(work.tx, post))
		return accept({ postId })
	})
}

/** Ends a post (security administrator): with the next request its holder can no longer act under it. */
export async function endGrant(
	shell: Shell,
	actor: Actor,
	key: string,
	postId: string,
): Promise<Result<Done<{ postId: string }>, Refusal>> {
	return commandOnJurisdiction(shell, actor, { key, body: { postId } }, 'grant.ended', async (work) => {
		const { jurisdictionId } = work
		const post = await work.tx.post.findFirst({ where: { jurisdictionId, id: postId, state: 'active' } })
		if (!post) return refuse({ code: 'unfitting', field: 'postId', problem: 'already-ended' })
		if (post.personId === actor.personId)
			return refuse({ code: 'unfitting', field: 'postId', problem: 'own-grant' })
		if (await isLastAdministrator(work.tx, jurisdictionId, post.personId, [post.role]))
			return refuse({ code: 'unfitting', field: 'postId', problem: 'last-administrator' })
		await work.tx.post.update({
			where: { jurisdictionId_id: { jurisdictionId, id: postId } },
			data: { state: 'ended', endedBy: actor.personId, endedAt: work.at },
		})
		work.note({ post: postId, person: post.personId, role: post.role })
		work.tell(await toldOfGrant(work.tx, post))
		return accept({ postId })
	})
}

/** A post as far as it is told of. */
type ToldPost = {
	readonly jurisdictionId: string
	readonly organId: string
	readonly personId: string
	readonly requestedBy: string | null
}

/** The person, whoever leads the organ, the audit administrator, and who asked: no post comes or goes behind their backs. */
async function toldOfGrant(tx: Pick<Tx, 'post'>, post: ToldPost) {
	const { jurisdictionId, organId, personId, requestedBy } = post
	const heads = await loadHolders(tx, jurisdictionId, HEAD_ROLES, organId)
	const auditors = await loadHolders(tx, jurisdictionId, ['audit-administrator'])
	const asked = requestedBy === null ? [] : [requestedBy]
	return { personIds: [personId, ...heads, ...auditors, ...asked], matterId: null, aboutId: personId }
}
