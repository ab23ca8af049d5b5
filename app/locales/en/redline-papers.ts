import type { SameShape } from '#app/locales/same-shape.ts'
import type { redlinePapers as zh } from '#app/locales/zh-cn/redline-papers.ts'

export const redlinePapers: SameShape<typeof zh> = {
	title: 'Download',
	markedDraft: 'Marked-up draft (.docx)',
	markedOlder: 'Marked-up draft in the older file (.docx)',
	table: 'Comparison table (.docx)',
	sheet: 'Comparison table (.xlsx)',
	note: 'Tracked changes in the Word file of the newer draft, with its styles, tables, images and headers: accept all for the new text, reject all for the old one.',
	olderNote: 'The same changes in the Word file of the older draft; set anew where that is no .docx.',
}
