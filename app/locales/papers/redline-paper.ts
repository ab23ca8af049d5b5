import type { BlockKind } from '#app/domain/redline/redline.ts'

/** What a cell takes of the rows and columns of its table. */
type TakenSpan = { readonly rows: number; readonly columns: number }

/** The words of the marked-up draft and of the comparison table. Papers are Chinese in every language of the screen. */
export const REDLINE_PAPER = {
	/** What differs beside the text. */
	beside: {
		header: (where: string, old: string, fresh: string) => `页眉${where}：${old || '无'} → ${fresh || '无'}`,
		footer: (where: string, old: string, fresh: string) => `页脚${where}：${old || '无'} → ${fresh || '无'}`,
		section: (section: number) => `（第 ${section} 节）`,
		inserted: (position: number) => `新稿的第 ${position} 张图片旧稿没有。`,
		deleted: (position: number) => `旧稿的第 ${position} 张图片新稿没有。`,
	},
	markedDraft: '花脸稿',
	markedOlder: '花脸稿（标在旧稿上）',
	table: '修改对照表',
	titleOf: (title: string) => `《${title}》`,
	version: (no: number) => `第${no}稿`,
	/** A text that a meeting has passed, in heads and in names of files. */
	decided: (title: string) => `会议议定的《${title}》`,
	decidedText: '议定文本',
	/** A published document of the register. */
	published: (title: string, documentNumber: string) => `已公布的《${title}》（${documentNumber}）`,
	publishedText: '已公布文件',
	/** Two pasted texts that belong to no matter. */
	loose: { old: '原稿', new: '新稿' },
	/** One version as it stands in the heads: 第2稿（2026年11月23日，校验码 9f2c…）. */
	named: (name: string, day: string | null, hash: string) =>
		`${name}（${day === null ? '' : `${day}，`}校验码 ${hash}）`,
	oldSide: (named: string) => `原　稿：${named}`,
	newSide: (named: string) => `修改稿：${named}`,
	columns: ['原条款', '修改后', '说明／依据'],
	legend: '加粗并加下划线的是新增的文字，加灰底的是删去的文字；表中未列的条款没有改动。',
	sheetLegend: '蓝色加粗并加下划线的是新增的文字，棕色斜体的是删去的文字；表中未列的条款没有改动。',
	redline: '稿件比对',
	printLegend: '下划线的是新增的文字，加斜线的是删去的文字。',
	foldedLegend: '没有改动的条款收在一起，点开可看全文。',
	spoken: { inserted: '插入：', deleted: '删除：' },
	folded: (range: string) => `${range}没有改动`,
	top: '标题和引言',
	identical: '两稿文字完全相同。',
	onlyBlanks: '两稿条文相同，只有编号的写法或空白不同。',
	bounded: '两稿有的部分差别过大，按整段替换显示。',
	elided: '……',
	/** Beside words that stand elsewhere in the other text. */
	movedFrom: (place: string) => `移自${place}`,
	movedTo: (place: string) => `移至${place}`,
	/** Counted once, never marked unless asked for. */
	quiet: (count: number) => `另有${count}处只是书写方式不同（全半角、数字写法、繁简等），未作标注。`,
	/** What became of a table, of its rows and of its columns. */
	tableKind: { added: '新增的表格', deleted: '删除的表格', moved: '移动的表格' },
	tableLines: {
		row: { added: '新增行', deleted: '删除行', moved: '移动行' },
		column: { added: '新增列', deleted: '删除列', moved: '移动列' },
	},
	/** A merged cell that stands for other rows or columns than before, though no word of it changed. */
	respanned: (old: TakenSpan, fresh: TakenSpan) =>
		`（合并变化：原占 ${old.rows} 行 ${old.columns} 列，现占 ${fresh.rows} 行 ${fresh.columns} 列）`,
	paragraphMark: '¶',
	/** Of an article whose paragraphs begin elsewhere while its words stayed. */
	rearranged: '分段变化',
	none: '—',
	/** The first and the last of clauses that only changed their numbers. */
	range: (first: string, last: string) => `${first}至${last}`,
	between: '、',
	counts: {
		before: '共',
		kind: (word: string, count: number) => `${word}${count}处`,
		between: '，',
		end: '。',
	},
	kind: {
		unchanged: '未变',
		renumbered: '条序调整',
		modified: '修改',
		moved: '移动',
		split: '拆分',
		merged: '合并',
		added: '新增',
		deleted: '删除',
	} satisfies Record<BlockKind, string>,
	note: {
		/** 顺延 is said of numbers that move on; those that close up are 改为 others. */
		renumbered: (old: string, fresh: string, isLater: boolean) =>
			`${old}${isLater ? '顺延' : '改'}为${fresh}，内容未改。`,
		renumberedRun: (count: number, isLater: boolean) =>
			`共${count}条，条序${isLater ? '顺延' : '提前'}，内容未改。`,
		moved: (old: string, fresh: string, isChanged: boolean) =>
			`移动：由原${old}移为${fresh}${isChanged ? '，并有修改' : '，内容未改'}。`,
		split: (old: string, fresh: string) => `拆分：原${old}分为${fresh}。`,
		merged: (old: string, fresh: string) => `合并：原${old}合为${fresh}。`,
		modified: '修改。',
		rearranged: '款、项的分段或者顺序有变，文字未改。',
		modifiedAndRenumbered: (old: string, fresh: string, isLater: boolean) =>
			`修改；原${old}${isLater ? '顺延' : '改'}为${fresh}。`,
		added: '新增。',
		deleted: '删除。',
	},
	nature: {
		typography: '仅标点、字形等书写调整。',
		references: '仅所引条款的序号随条序调整。',
	},
	/** What a reader has to look at beside the changes themselves. */
	found: {
		stale: (cited: string, expected: string) => `所引${cited}已调整为${expected}，没有随之修改。`,
		missing: (cited: string) => `所引${cited}不存在。`,
		invisible: (codes: string) => `有看不见的字符：${codes}。`,
		lookAlike: (character: string, codes: string, other: string | null) =>
			`“${character}”是${codes}${other === null ? '，不是常用的字符' : `，形似“${other}”`}。`,
	},
	item: {
		head: (position: number, kind: string) => `审查意见第${position}条（${kind}）`,
		quote: (words: string) => `针对：“${words}”`,
		problem: (words: string) => `问题：${words}`,
		ground: (words: string) => `依据：${words}`,
		suggestion: (words: string) => `建议：${words}`,
		place: (place: string) => `位置：${place}`,
	},
	reply: {
		head: (answer: string) => `采纳情况：${answer}`,
		reason: (words: string) => `理由：${words}`,
		none: '采纳情况：尚未答复',
	},
} as const
