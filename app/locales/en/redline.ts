import type { SameShape } from '#app/locales/same-shape.ts'
import type { redline as zh } from '#app/locales/zh-cn/redline.ts'

export const redline: SameShape<typeof zh> = {
	title: 'Comparison',
	identical: 'The two texts are the same.',
	bounded: 'Some parts differ too much; they are shown as replaced.',
	inserted: 'Inserted: ',
	deleted: 'Deleted: ',
	outline: 'Outline',
	item: 'item {{number}}',
	top: 'Title and preamble',
	edits: '{{deleted}} characters deleted, {{inserted}} inserted',
	previous: 'Previous',
	following: 'Next',
	keys: 'Keys n and p: next and previous change',
	folded: '{{names}}: wording unchanged',
	foldedRange: '{{first}} to {{last}}, {{count}} place{{count, s}}: wording unchanged',
	foldedRenumbered: '{{count}} of them renumbered',
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
