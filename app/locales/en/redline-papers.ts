import type { SameShape } from '#app/locales/same-shape.ts'
import type { redlinePapers as zh } from '#app/locales/zh-cn/redline-papers.ts'

export const redlinePapers: SameShape<typeof zh> = {
	title: 'Download',
	markedDraft: 'Marked-up draft (.docx)',
	table: 'Comparison table (.docx)',
	sheet: 'Comparison table (.xlsx)',
	note: 'The marked-up draft holds tracked changes: accept all for the new text, reject all for the old one.',
}
