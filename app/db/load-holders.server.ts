import type { Role } from '#app/domain/permission/role.ts'
import type { Tx } from './open-database.server.ts'

/** The persons who hold one of these roles in an organ today (and in one unit of it, when given). */
export async function loadHolders(
	tx: Pick<Tx, 'post'>,
	jurisdictionId: string,
	roles: readonly Role[],
	organId?: string | null,
	unitId?: string | null,
): Promise<string[]> {
	const posts = await tx.post.findMany({
		where: {
			jurisdictionId,
			role: { in: [...roles] },
			state: 'active',
			person: { disabledAt: null },
			...(organId ? { organId } : {}),
			...(unitId ? { unitId } : {}),
		},
		select: { personId: true },
	})
	return [...new Set(posts.map((post) => post.personId))]
}
