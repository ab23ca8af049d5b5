/** The page on which counsel say whether they have an interest, before they see a paper. */
export const interest = {
	title: '声明有无利害关系',
	back: '我的工作',
	lead: '法律顾问、公职律师与事项有利害关系的，应当回避。声明以前只能看到标题和起草单位。',
	about: '事项',
	from: '起草单位：{{organ}} {{unit}}',
	noneTitle: '没有利害关系',
	noneLead: '声明以后，就可以查看送审稿和材料，出具书面法律意见。',
	none: '声明没有利害关系',
	someTitle: '有利害关系',
	someLead: '提交以后，您不再参加这个事项，也不能再查看；由审查机构负责人另行指派。',
	words: '有什么利害关系',
	some: '声明有利害关系，回避',
	record: '法律顾问利害关系声明',
	nobody: '还没有人声明。',
	saidNone: '没有利害关系',
	saidSome: '有利害关系，已回避：{{words}}',
} as const

/** The page on which a reviewer asks to step back, and the lead decides. */
export const recusal = {
	title: '回避',
	lead: '承办审查人与事项有利害关系的，应当申请回避，由审查机构负责人决定。申请没有决定以前，不能送签、签发，也不能上会；审查期限照常计算。',
	record: '回避申请和决定',
	none: '没有人申请过回避。',
	colon: '：',
	open: '等审查机构负责人决定',
	granted: '同意回避',
	declined: '不同意回避',
	askLead: '同意以后，您不再承办这个事项，也不能再查看。',
	ground: '回避的理由',
	groundHint: '例如：本人或者近亲属与事项有利害关系。',
	ask: '提交回避申请',
	decideLead: '同意回避的，承办随即结束，请接着分办其他人；不同意的，由原承办审查人继续审查。',
	reason: '决定的理由',
	grant: '同意回避',
	decline: '不同意回避',
} as const
