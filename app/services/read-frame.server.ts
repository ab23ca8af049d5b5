import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from './shell.server.ts'

/** The names that the frame of a page shows, and how many notices wait unread. One query each. */
export async function readFrame(
	shell: Shell,
	actor: Actor,
): Promise<{ organ: string; district: string; turns: number }> {
	const { jurisdictionId } = actor
	const organId = actor.posts[0]?.organId
	const [jurisdiction, organ, turns] = await Promise.all([
		shell.db.jurisdiction.findUnique({ where: { id: jurisdictionId }, select: { name: true } }),
		organId
			? shell.db.organ.findUnique({
					where: { jurisdictionId_id: { jurisdictionId, id: organId } },
					select: { name: true },
				})
			: null,
		shell.db.notice.count({ where: { jurisdictionId, personId: actor.personId, readAt: null } }),
	])
	return { organ: organ?.name ?? '', district: jurisdiction?.name ?? '', turns }
}
