import type { SameShape } from '#app/locales/same-shape.ts'
import type { administration as zh } from '#app/locales/zh-cn/administration.ts'

export const administration: SameShape<typeof zh> = {
	title: 'Administration',
}
