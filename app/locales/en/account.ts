import type { SameShape } from '#app/locales/same-shape.ts'
import type { account as zh } from '#app/locales/zh-cn/account.ts'

export const account: SameShape<typeof zh> = {
	title: 'Sign in',
}
