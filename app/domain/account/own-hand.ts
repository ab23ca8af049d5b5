import { ACTS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ActDefinition } from '#app/domain/act/definition.ts'
import { type Role, ROLES } from '#app/domain/permission/role.ts'

/** Whether an act counts because of who did it. */
export function isOwnHand(act: keyof typeof ACTS): boolean {
	const definition: ActDefinition = ACTS[act]
	return definition.isOwnHand === true
}

/** The roles whose accounts one administrator alone does not recover: whoever may sign, check or confirm. */
export const GUARDED_ROLES: readonly Role[] = ROLES.filter((role) =>
	namesOf(ACTS).some((act) => isOwnHand(act) && ACTS[act].who.some((grant) => grant.role === role)),
)

/** Whether the account of somebody with these roles is recovered only under two pairs of eyes. */
export function isGuarded(roles: readonly Role[]): boolean {
	return roles.some((role) => GUARDED_ROLES.includes(role))
}
