import type { SameShape } from '#app/locales/same-shape.ts'
import type { reading as zh } from '#app/locales/zh-cn/reading.ts'

/** A draft as it was read. */
export const reading: SameShape<typeof zh> = {
	table: 'Table {{number}} · {{rows}} rows, {{columns}} columns',
	tableMerged: 'Table {{number}} · {{rows}} rows, {{columns}} columns, {{merged}} merged cells',
	image: 'Image {{number}}',
	imageAlt: 'Image {{number}} ({{alt}})',
	imageNotShown: '[{{words}}: this format cannot be shown on the page; download the file to see it]',
}
