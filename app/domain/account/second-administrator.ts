import { type Role, ADMINISTRATOR_ROLES } from '#app/domain/permission/role.ts'

/** An administrator's post over time: as what, and from when to when it counted. */
export type HeldPost = {
	readonly role: Role
	readonly from: Date | null
	readonly until: Date | null
}

/**
 * Whether an administrator may confirm a post that another asked for: the system administrator what the security
 * administrator asked for, and the security administrator what a table of the system administrator asks for. Two people
 * of one role are no second pair of eyes (三员分立, GB/T 22239-2019 8.1.5).
 *
 * @param held the posts of whoever asked
 */
export function isSecondAdministrator(
	own: readonly Role[],
	held: readonly HeldPost[],
	askedAt: Date,
): boolean {
	const asked = held.filter(
		({ role, from, until }) =>
			ADMINISTRATOR_ROLES.some((each) => each === role) &&
			from !== null &&
			from.getTime() <= askedAt.getTime() &&
			(until === null || until.getTime() >= askedAt.getTime()),
	)
	return !asked.some(({ role }) => own.includes(role))
}
