/**
 * Every role that a post may carry. A person acts under one post at a time; the trail keeps which.
 * The three administrators (三员) stand apart from each other and from every business role.
 */
export const ROLES = [
	'drafter',
	'department-head',
	'legal-unit',
	'registrar',
	'review-lead',
	'reviewer',
	'checker',
	'signing-officer',
	'counsel',
	'public-lawyer',
	'secretary',
	'leader',
	'supervisor',
	'system-administrator',
	'security-administrator',
	'audit-administrator',
] as const

export type Role = (typeof ROLES)[number]

/** The three administrators (三员): system, security, audit. */
export const ADMINISTRATOR_ROLES = [
	'system-administrator',
	'security-administrator',
	'audit-administrator',
] as const satisfies readonly Role[]

type AdministratorRole = (typeof ADMINISTRATOR_ROLES)[number]

/** Every role but the three administrators. */
export const BUSINESS_ROLES = ROLES.filter(
	(role): role is Exclude<Role, AdministratorRole> => !ADMINISTRATOR_ROLES.some((each) => each === role),
)

/** Whether somebody with these roles has to do with matters; the three administrators have not. */
export function hasBusiness(roles: readonly Role[]): boolean {
	return BUSINESS_ROLES.some((role) => roles.includes(role))
}

/** Who leads an organ: a department's head, the lead of a review body, a leader of the government. */
export const HEAD_ROLES = ['department-head', 'review-lead', 'leader'] as const satisfies readonly Role[]
