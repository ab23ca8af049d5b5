import type { Actor } from '#app/domain/permission/relation.ts'
import { countTurns } from './read-worklist.server.ts'
import type { Shell } from './shell.server.ts'

/** The names that the frame of a page shows, and how many matters wait for the person. One query each. */
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
		countTurns(shell, actor),
	])
	return { organ: organ?.name ?? '', district: jurisdiction?.name ?? '', turns }
}
