import type { Tx } from '#app/db/open-database.server.ts'
import { ADMINISTRATOR_ROLES } from '#app/domain/permission/role.ts'

/**
 * Whether a person is the only one left in one of the three administrator roles (among these roles). Without a system
 * and a security administrator nobody could ever be given a post again, and there is no way in beside the tool.
 */
export async function isLastAdministrator(
	tx: Pick<Tx, 'post'>,
	jurisdictionId: string,
	personId: string,
	roles: readonly string[],
): Promise<boolean> {
	const administered = ADMINISTRATOR_ROLES.filter((role) => roles.includes(role))
	const others = await tx.post.findMany({
		where: {
			jurisdictionId,
			role: { in: administered },
			state: 'active',
			personId: { not: personId },
			person: { disabledAt: null, account: { disabledAt: null } },
		},
		select: { role: true },
	})
	return administered.some((role) => !others.some((post) => post.role === role))
}
