import type { Role } from '#app/domain/permission/role.ts'
import { foldLoginName } from './login-name.ts'
import type { ImportFault, ImportRow } from './import-table.ts'
import { judgeDuties } from './separation-of-duties.ts'

/** A post as a row of a table asks for it: whose, where, as what. The unit is empty where the post is the organ's. */
export type NewPost = {
	readonly staffCode: string
	readonly loginName: string
	readonly organ: string
	readonly unit: string
	readonly role: Role
}

/** A post that counts or waits, or that a row before asks for. */
export type PresentPost = Pick<NewPost, 'staffCode' | 'organ' | 'unit' | 'role'>

/**
 * The posts that a row asks for beside those that are there, and what is wrong with them: the same as is asked of one
 * request (`grant-post`). A post that its holder has already is not asked for again.
 */
export function planPosts(
	{ cells, roles }: ImportRow,
	present: readonly PresentPost[],
	ownStaffCode: string,
	faults: ImportFault[],
): NewPost[] {
	const { organ, unit, staffCode } = cells
	if (roles.length === 0) return []
	if (cells.person === '' && staffCode === '') {
		faults.push({ column: 'role', problem: 'no-person' })
		return []
	}
	if (roles.includes(null)) faults.push({ column: 'role', problem: 'unknown-role' })
	const known = [...new Set(roles)].filter((role) => role !== null)
	// A drafter drafts for a unit: without one the post would open nothing.
	if (known.includes('drafter') && unit === '') faults.push({ column: 'unit', problem: 'unit-needed' })
	const own = present.filter((post) => post.staffCode === staffCode)
	const isHeld = (role: Role) =>
		own.some((post) => post.role === role && post.organ === organ && post.unit === unit)
	const asked = known.filter((role) => !isHeld(role))
	if (asked.length > 0 && staffCode === ownStaffCode) faults.push({ column: 'role', problem: 'own-post' })
	const together = [...own.map((post) => post.role), ...known]
	if (asked.some((role) => !judgeDuties(role, together).ok))
		faults.push({ column: 'role', problem: 'duties-clash' })
	const loginName = foldLoginName(cells.loginName)
	return asked.map((role) => ({ staffCode, loginName, organ, unit, role }))
}
