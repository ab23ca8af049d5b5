import type { SameShape } from '#app/locales/same-shape.ts'
import type { meeting as zh } from '#app/locales/zh-cn/meeting.ts'

export const meeting: SameShape<typeof zh> = {
	title: 'Meetings',
}
