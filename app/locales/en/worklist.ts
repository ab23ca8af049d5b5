import type { SameShape } from '#app/locales/same-shape.ts'
import type { worklist as zh } from '#app/locales/zh-cn/worklist.ts'

export const worklist: SameShape<typeof zh> = {
	title: 'My work',
}
