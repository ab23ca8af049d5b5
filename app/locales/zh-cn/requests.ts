/** The page on which the drafting head objects (异议), and the signing officer answers. */
export const objection = {
	title: '异议',
	lead: '对审查意见、不需审查的认定或者退回有异议的，起草单位负责人在 {{days}} 个工作日内写明法律依据提出；审查机构在 {{days}} 个工作日内答复。答复以前，原意见照常有效。',
	record: '异议和答复',
	none: '没有人提出过异议。',
	filed: '{{by}} {{at}}提出异议。法律依据：{{basis}}；{{words}}',
	answerDue: '等审查机构答复，{{day}} 前答复',
	granted: '{{by}} {{at}}采纳：{{reason}}',
	maintained: '{{by}} {{at}}不采纳，维持原意见，已报区领导：{{reason}}',
	file: '提出异议',
	until: '{{day}} 以前可以提出。',
	tooLate: '提出异议的期限 {{day}} 已经届满。',
	basis: '法律依据',
	basisHint: '写明法律、法规、规章的名称和条文。',
	words: '对哪一处有异议、为什么',
	answerLead:
		'采纳的，请另行撤销或者更正原意见；不采纳的，原意见维持，系统报区领导协调，只有审查机构新的签署意见才能通过。',
	reason: '答复的理由',
	grant: '采纳异议',
	maintain: '不采纳，维持原意见',
} as const

/** The page on which the drafting head asks to end a matter, and the lead of the review body decides. */
export const ending = {
	title: '终止、并案',
	lead: '会议作出决定以前，起草单位负责人可以申请终止事项，或者并入本单位的另一个事项；由审查机构负责人决定。已列入议程的，先由会议秘书移出。',
	record: '申请和决定',
	none: '没有人申请过。',
	asked: {
		termination: '{{by}} {{at}}申请终止：{{words}}',
		merger: '{{by}} {{at}}申请并入《{{into}}》：{{words}}',
	},
	open: '等审查机构负责人决定',
	granted: '{{by}} {{at}}同意：{{reason}}',
	declined: '{{by}} {{at}}不同意：{{reason}}',
	terminate: '申请终止',
	merge: '申请并案',
	into: '并入哪一个事项',
	choose: '请选择',
	words: '理由',
	decideLead: '同意的，事项随即结束，通过确认失效，期限不再计算，记录都保留。',
	reason: '决定的理由',
	grantTermination: '同意终止',
	grantMerger: '同意并案',
	decline: '不同意',
} as const
