import { type Role, ADMINISTRATOR_ROLES } from '#app/domain/permission/role.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** Two duties that one person may not hold together. */
export type DutiesClash = { readonly code: 'duties-clash'; readonly role: Role; readonly other: Role }

/** Roles that stand alone: the three administrators, and the supervisor, who reads everything and changes nothing. */
const ALONE: readonly Role[] = [...ADMINISTRATOR_ROLES, 'supervisor']

/**
 * Whether a person who holds these roles may hold one more. The three administrators exclude each other and every
 * business role (三员分立, GB/T 22239-2019 8.1.5), and who supervises does not act; separation on one matter is
 * judged there, not here.
 */
export function judgeDuties(role: Role, held: readonly Role[]): Result<Role, DutiesClash> {
	const other = held.find((present) => present !== role && areApart(role, present))
	return other ? refuse({ code: 'duties-clash', role, other }) : accept(role)
}

function areApart(a: Role, b: Role): boolean {
	return ALONE.includes(a) || ALONE.includes(b)
}
