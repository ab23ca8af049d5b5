import type { Role } from '#app/domain/permission/role.ts'
import type { Tx } from './open-database.server.ts'

/** The persons who may chair a meeting of an organ: the leaders of the district, and the organ's own heads. */
export async function loadChairs(
	tx: Pick<Tx, 'post'>,
	jurisdictionId: string,
	organId: string,
): Promise<string[]> {
	const leaders = await loadHolders(tx, jurisdictionId, ['leader'])
	const heads = await loadHolders(tx, jurisdictionId, ['department-head'], organId)
	return [...new Set([...leaders, ...heads])]
}

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
