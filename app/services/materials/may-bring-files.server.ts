import { permit } from '#app/domain/permission/permit.ts'
import type { NotPermitted } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Result } from '#app/domain/result.ts'
import { accept } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Whether somebody is of the unit that brings files to a matter: asked before a file is read or stored, so that nobody
 * else fills the disk or keeps the reader busy. The answer that they get is the command's, which asks again.
 */
export async function mayBringFiles(
	shell: Shell,
	actor: Actor,
	matterId: string,
	act: 'version.uploaded' | 'matter.edited',
): Promise<Result<true, NotPermitted>> {
	const { jurisdictionId } = actor
	const matter = await shell.db.matter.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id: matterId } },
		select: { organId: true, unitId: true },
	})
	const post = permit(actor, act, { jurisdictionId, ...matter })
	return post.ok ? accept(true) : post
}
