import type { SameShape } from '#app/locales/same-shape.ts'
import type { review as zh } from '#app/locales/zh-cn/review.ts'

export const review: SameShape<typeof zh> = {
	title: 'Review',
}
