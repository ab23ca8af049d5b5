/** A draft as it was read. */
export const reading = {
	table: '表 {{number}} · {{rows}} 行 {{columns}} 列',
	tableMerged: '表 {{number}} · {{rows}} 行 {{columns}} 列，合并单元格 {{merged}} 处',
	image: '图 {{number}}',
	imageAlt: '图 {{number}}（{{alt}}）',
	imageNotShown: '〔{{words}}：这种格式不能在页面上显示，请下载原文件查看〕',
} as const
