import { type Role, ADMINISTRATOR_ROLES, BUSINESS_ROLES } from '#app/domain/permission/role.ts'
import type { IconName } from './icon.tsx'

/** A place that the bar leads to. `key` names its words. */
export type NavigationEntry = {
	readonly to: string
	readonly key:
		| 'work'
		| 'matters'
		| 'myMatters'
		| 'meetings'
		| 'people'
		| 'grants'
		| 'recoveries'
		| 'reference'
		| 'trail'
		| 'register'
		| 'compare'
		| 'precheck'
	readonly icon: IconName
	readonly roles: readonly Role[] | 'all'
}

const REVIEW: readonly Role[] = ['registrar', 'review-lead', 'reviewer', 'checker', 'signing-officer']
const MEETING: readonly Role[] = [
	'secretary',
	'department-head',
	'leader',
	'supervisor',
	...REVIEW.filter((role) => role !== 'registrar'),
]
const MATTERS: readonly Role[] = [
	'drafter',
	'department-head',
	'legal-unit',
	'secretary',
	'leader',
	'supervisor',
	...REVIEW,
]

/** Whom the bar leads to the register; everybody else may read it as well. */
const REGISTER: readonly Role[] = ['drafter', 'department-head', 'legal-unit', 'secretary', ...REVIEW]

const ENTRIES: readonly NavigationEntry[] = [
	{ to: '/work', key: 'work', icon: 'list', roles: 'all' },
	{ to: '/matters', key: 'matters', icon: 'folder', roles: MATTERS },
	{ to: '/matters', key: 'myMatters', icon: 'folder', roles: ['counsel', 'public-lawyer'] },
	{ to: '/meetings', key: 'meetings', icon: 'calendar', roles: MEETING },
	{
		to: '/admin/people',
		key: 'people',
		icon: 'person',
		roles: ['system-administrator', 'security-administrator'],
	},
	{
		to: '/admin/grants',
		key: 'grants',
		icon: 'lock',
		roles: ['system-administrator', 'security-administrator'],
	},
	{ to: '/recoveries', key: 'recoveries', icon: 'lock', roles: ADMINISTRATOR_ROLES },
	{ to: '/audit', key: 'trail', icon: 'shield-check', roles: ['audit-administrator', 'supervisor'] },
	{ to: '/admin/reference', key: 'reference', icon: 'book', roles: ADMINISTRATOR_ROLES },
	{ to: '/register', key: 'register', icon: 'book', roles: REGISTER },
	{ to: '/compare', key: 'compare', icon: 'columns', roles: BUSINESS_ROLES },
	{
		to: '/precheck',
		key: 'precheck',
		icon: 'shield-check',
		roles: ['drafter', 'department-head', 'legal-unit', ...REVIEW],
	},
]

/** The entries of a person with these roles, each address once. */
export function navigationFor(roles: readonly Role[]): NavigationEntry[] {
	const own = ENTRIES.filter(
		(entry) => entry.roles === 'all' || entry.roles.some((role) => roles.includes(role)),
	)
	return own.filter((entry, at) => own.findIndex((other) => other.to === entry.to) === at)
}

/** So many fit under a thumb; what comes after them is under the user's name. */
export const PHONE_ENTRIES = 4

/** Whether a page lies under an entry. */
export function isUnder(pathname: string, entry: NavigationEntry): boolean {
	return pathname === entry.to || pathname.startsWith(`${entry.to}/`)
}
