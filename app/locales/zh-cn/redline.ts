/** The comparison of two versions. */
export const redline = {
	title: '稿件比对',
	identical: '两稿文字完全相同。',
	bounded: '两稿有的部分差别过大，按整段替换显示。',
	inserted: '插入：',
	deleted: '删除：',
	kind: {
		unchanged: '未变',
		renumbered: '仅条号变化',
		modified: '修改',
		moved: '移动',
		split: '拆分',
		merged: '合并',
		added: '新增',
		deleted: '删除',
	},
} as const
