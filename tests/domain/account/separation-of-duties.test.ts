import { expect, test } from 'vitest'
import { judgeDuties } from '#app/domain/account/separation-of-duties.ts'
import { ADMINISTRATOR_ROLES, ROLES } from '#app/domain/permission/role.ts'

test.each(ADMINISTRATOR_ROLES)('the %s holds no other role', (administrator) => {
	for (const role of ROLES.filter((each) => each !== administrator)) {
		expect(judgeDuties(administrator, [role]).ok).toBe(false)
		expect(judgeDuties(role, [administrator]).ok).toBe(false)
	}
})

test('who supervises does not sign, draft or keep the agenda', () => {
	for (const role of ['signing-officer', 'drafter', 'secretary'] as const)
		expect(judgeDuties('supervisor', [role])).toEqual({
			ok: false,
			reason: { code: 'duties-clash', role: 'supervisor', other: role },
		})
})

test('registering and reviewing may be one person’s posts; on one matter separation is judged there', () => {
	expect(judgeDuties('reviewer', ['registrar'])).toEqual({ ok: true, value: 'reviewer' })
})
