/** The papers that the redline page hands over. */
export const redlinePapers = {
	title: '下载',
	markedDraft: '花脸稿（.docx）',
	markedOlder: '花脸稿，标在旧稿上（.docx）',
	table: '修改对照表（.docx）',
	sheet: '修改对照表（.xlsx）',
	note: '在新稿的 Word 文件里用修订方式标出改动，样式、表格、图片和页眉保持原样：全部接受即为新稿，全部拒绝即为旧稿。',
	olderNote: '在旧稿的 Word 文件里标出同样的改动。旧稿不是 .docx 时，重新排版。',
} as const
