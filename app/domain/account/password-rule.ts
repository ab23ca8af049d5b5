/**
 * What a password has to be (GB/T 22239-2019 8.1.4.1, as assessors read it): long, mixed, not made of the names of its
 * house, and not one that everybody would try first (ASVS 6.2.4, 6.2.11).
 */
export const PASSWORD_RULES = [
	'at-least-10',
	'at-most-128',
	'three-kinds',
	'not-the-name',
	'not-common',
] as const

export type PasswordRule = (typeof PASSWORD_RULES)[number]
