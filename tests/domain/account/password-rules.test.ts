import { expect, test } from 'vitest'
import { unmetPasswordRules } from '#app/domain/account/password-rules.ts'

const NAMES = ['wangxh', '王晓禾', '青禾区', '青农']

test.each([
	['a long password of three kinds is taken', 'Hetao-2071-lou', []],
	['words that mean something to one person are taken', 'Quiet-River-7', []],
	['nine characters are too few', 'Hetaolo-7', ['at-least-10']],
	['two kinds are too few', 'hetaolou2071', ['three-kinds']],
	['the account’s name is no password', 'X9-wangxh-77ktrd', ['not-the-name']],
	['nor is it with a suffix', 'Wangxh@8412kt', ['not-the-name']],
	['nor in disguise', 'W@ngxh-8412kt', ['not-the-name']],
	['nor is the person’s name', '王晓禾-Ab8412kt', ['not-the-name']],
	['nor the district’s with a year', '青禾区-Ktmrvq-2026', ['not-the-name']],
	['nor the product’s', 'Yiqian-8412-kt', ['not-the-name']],
	['a password may be long, not endless', `aB1${'xkqvz'.repeat(26)}`, ['at-most-128']],
	[
		'everything wrong is said at once',
		'wangxh',
		['at-least-10', 'three-kinds', 'not-the-name', 'not-common'],
	],
] as const)('%s', (_rule, password, unmet) => {
	expect(unmetPasswordRules(password, NAMES)).toEqual(unmet)
})

test.each([
	'Password123',
	'P@ssw0rd2026!',
	'Passw0rd!!!',
	'Admin@12345',
	'Admin888888!',
	'Qwerty123456!',
	'1qaz@WSX3edc',
	'Qwer1234!@#$',
	'Abcd1234!@#$',
	'Aa123456789!',
	'Welcome@2025',
	'Huawei@123456',
	'Woaini1314!',
	'Test-987654321',
	'China2026!!',
	'Zxcvbnm,.123A',
])('T51 %s is what everybody would try first', (password) => {
	expect(unmetPasswordRules(password, [])).toEqual(['not-common'])
})
