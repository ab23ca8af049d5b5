import { expect, test } from 'vitest'
import { judgeDuties } from '#app/domain/account/separation-of-duties.ts'
import { ADMINISTRATOR_ROLES, ROLES } from '#app/domain/permission/role.ts'

test.each([...ADMINISTRATOR_ROLES, 'supervisor'] as const)('the %s holds no other role', (alone) => {
	for (const role of ROLES.filter((each) => each !== alone)) {
		expect(judgeDuties(alone, [role])).toEqual({
			ok: false,
			reason: { code: 'duties-clash', role: alone, other: role },
		})
		expect(judgeDuties(role, [alone]).ok).toBe(false)
	}
})

test('registering and reviewing may be one person’s posts; on one matter separation is judged there', () => {
	expect(judgeDuties('reviewer', ['registrar'])).toEqual({ ok: true, value: 'reviewer' })
})
