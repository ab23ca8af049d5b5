import { judgeDuties } from './separation-of-duties.ts'
import { type Act, ACTS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import { grantsOf } from '#app/domain/permission/permission-table.ts'
import { type Role, ROLES } from '#app/domain/permission/role.ts'

/** The acts of a role, in the order of the permission table: read from the very table that decides. */
export function actsOf(role: Role): Act[] {
	return namesOf(ACTS).filter((act) => grantsOf(act).some((grant) => grant.role === role))
}

/** The roles that nobody may hold together with this one. */
export function rolesApartFrom(role: Role): Role[] {
	return ROLES.filter((other) => other !== role && !judgeDuties(role, [other]).ok)
}
