/** The papers that the redline page hands over. */
export const redlinePapers = {
	title: '下载',
	markedDraft: '花脸稿（.docx）',
	table: '修改对照表（.docx）',
	sheet: '修改对照表（.xlsx）',
	note: '花脸稿用修订方式标出改动：全部接受即为新稿，全部拒绝即为旧稿。',
} as const
