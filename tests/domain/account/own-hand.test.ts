import { expect, test } from 'vitest'
import { GUARDED_ROLES, isGuarded } from '#app/domain/account/own-hand.ts'
import { HOLD_HOURS, holdEnd } from '#app/domain/account/recovery-hold.ts'

test('T49 whoever signs, checks, fixes an agenda, leads an organ or administers is recovered under two pairs of eyes', () => {
	expect([...GUARDED_ROLES].sort()).toEqual([
		'audit-administrator',
		'checker',
		'counsel',
		'department-head',
		'leader',
		'public-lawyer',
		'review-lead',
		'secretary',
		'security-administrator',
		'signing-officer',
		'system-administrator',
	])
	expect(isGuarded(['drafter', 'reviewer', 'registrar', 'legal-unit', 'supervisor'])).toBe(false)
	expect(isGuarded(['drafter', 'checker'])).toBe(true)
})

test('a hold lasts a day from when the password was set, and ends when it is lifted', () => {
	expect(HOLD_HOURS).toBe(24)
	const usedAt = new Date('2026-11-23T01:00:00.000Z')
	const end = new Date('2026-11-24T01:00:00.000Z')
	expect(holdEnd({ usedAt, liftedAt: null }, new Date('2026-11-24T00:59:59.999Z'))).toEqual(end)
	expect(holdEnd({ usedAt, liftedAt: null }, end)).toBeNull()
	expect(holdEnd({ usedAt, liftedAt: usedAt }, usedAt)).toBeNull()
	expect(holdEnd({ usedAt: null, liftedAt: null }, usedAt)).toBeNull()
})
