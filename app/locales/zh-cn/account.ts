/** Signing in, passwords, sessions. */
export const account = {
	title: '登录',
} as const
