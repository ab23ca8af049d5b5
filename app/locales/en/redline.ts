import type { SameShape } from '#app/locales/same-shape.ts'
import type { redline as zh } from '#app/locales/zh-cn/redline.ts'

export const redline: SameShape<typeof zh> = {
	title: 'Comparison',
	identical: 'The two texts are the same.',
	bounded: 'Some parts differ too much; they are shown as replaced.',
	inserted: 'Inserted: ',
	deleted: 'Deleted: ',
	kind: {
		unchanged: 'unchanged',
		renumbered: 'renumbered only',
		modified: 'modified',
		moved: 'moved',
		split: 'split',
		merged: 'merged',
		added: 'added',
		deleted: 'deleted',
	},
}
