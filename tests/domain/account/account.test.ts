import { expect, test } from 'vitest'
import { unmetPasswordRules } from '#app/domain/account/password-rules.ts'
import { judgeDuties } from '#app/domain/account/separation-of-duties.ts'
import { ABSOLUTE_MS, IDLE_MS, sessionStanding } from '#app/domain/account/session-limits.ts'
import { ADMINISTRATOR_ROLES, ROLES } from '#app/domain/permission/role.ts'

test.each([
	['a long password of three kinds is taken', 'Qinghe-2026', []],
	['nine characters are too few', 'Qinghe-26', ['at-least-10']],
	['two kinds are too few', 'qinghe2026', ['three-kinds']],
	['the account’s name is no password', 'X9-wangxh-77', ['not-the-name']],
	['a password may be long, not endless', `aB1${'x'.repeat(130)}`, ['at-most-128']],
	['everything wrong is said at once', 'wangxh', ['at-least-10', 'three-kinds', 'not-the-name']],
] as const)('%s', (_rule, password, unmet) => {
	expect(unmetPasswordRules(password, 'wangxh')).toEqual(unmet)
})

const begun = new Date('2026-11-23T00:00:00Z')
const after = (ms: number) => new Date(begun.getTime() + ms)

test.each([
	['a session in use is live', 0, 60_000, null, 'live'],
	['half an hour without a request ends it', 0, IDLE_MS, null, 'idle'],
	['twelve hours end it however much it was used', ABSOLUTE_MS - 1000, ABSOLUTE_MS, null, 'over'],
	['signing out ends it', 0, 1000, begun, 'over'],
] as const)('%s', (_rule, seenAfter, nowAfter, endedAt, standing) => {
	expect(sessionStanding({ createdAt: begun, lastSeenAt: after(seenAfter), endedAt }, after(nowAfter))).toBe(standing)
})

test.each(ADMINISTRATOR_ROLES)('the %s holds no other role', (administrator) => {
	for (const role of ROLES.filter((each) => each !== administrator)) {
		expect(judgeDuties(administrator, [role]).ok).toBe(false)
		expect(judgeDuties(role, [administrator]).ok).toBe(false)
	}
})

test('who supervises does not sign, draft or keep the agenda', () => {
	for (const role of ['signing-officer', 'drafter', 'secretary'] as const)
		expect(judgeDuties('supervisor', [role])).toEqual({ ok: false, reason: { code: 'duties-clash', role: 'supervisor', other: role } })
})

test('registering and reviewing may be one person’s posts; on one matter separation is judged there', () => {
	expect(judgeDuties('reviewer', ['registrar'])).toEqual({ ok: true, value: 'reviewer' })
})
