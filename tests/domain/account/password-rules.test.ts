import { expect, test } from 'vitest'
import { unmetPasswordRules } from '#app/domain/account/password-rules.ts'

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
