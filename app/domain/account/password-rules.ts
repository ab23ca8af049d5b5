/** What a password has to be (GB/T 22239-2019 8.1.4.1, as assessors read it): long, mixed, and not the account's name. */
export const PASSWORD_RULES = ['at-least-10', 'at-most-128', 'three-kinds', 'not-the-name'] as const

export type PasswordRule = (typeof PASSWORD_RULES)[number]

const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]

/** The rules that a password does not keep, all at once. */
export function unmetPasswordRules(password: string, loginName: string): PasswordRule[] {
	const kept: Record<PasswordRule, boolean> = {
		'at-least-10': [...password].length >= 10,
		'at-most-128': password.length <= 128,
		'three-kinds': KINDS.filter((kind) => kind.test(password)).length >= 3,
		'not-the-name': loginName === '' || !password.toLowerCase().includes(loginName.toLowerCase()),
	}
	return PASSWORD_RULES.filter((rule) => !kept[rule])
}
