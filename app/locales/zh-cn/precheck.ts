/** The pre-check of a draft by rules. */
export const precheck = {
	title: '预检',
	lead: '按规则逐句核对，只作提示，不是结论，也不影响送审。',
	made: '规则 {{edition}} 版，法规表截至 {{lawsUntil}}',
	madeWithoutLaws: '规则 {{edition}} 版',
	none: '按规则没有发现需要看的地方。规则看不出的，仍要人工审查。',
	costly: '稿件过大，没有做预检。',
	count: '共 {{count}} 处',
	level: { E: '疑似违法', W: '需要核对', F: '格式' },
	ground: '依据：{{ground}}',
	mayBeFalse: '也可能是误报：{{words}}',
	detail: '核对：{{detail}}',
	left: '另有 {{count}} 处未列出，改后再看。',
	carry: '带入意见',
	carryAt: '把{{place}}的提示带入意见',
	more: '展开 {{count}} 处',
	problem: '{{name}}（预检 {{rule}}）。',
} as const
