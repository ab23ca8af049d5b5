/** Opening a matter. Part of `intake`. */
export const opening = {
	title: '新建审查事项',
	lead: '写名称，选审查类型和制定机关。保存后可以随时回来接着填。',
	name: '事项名称',
	nameHint: '与送审稿的标题一致，例如“青禾区集市管理办法（送审稿）”。',
	tracks: '审查类型（可以多选）',
	tracksHint: '一件稿件同时属于几类的，都要选；审查按其中较严的办理。',
	example: {
		'government-decision': '例如：重要规划、重大公共建设项目、重大公共政策。',
		'department-decision': '例如：部门年度重大政策措施。',
		'normative-document': '例如：办法、规定、通告，公开发布并反复适用的。',
		'other-document': '例如：涉及权利义务的函件、方案。',
		'government-contract': '例如：投资协议、特许经营协议。',
	},
	issuer: '制定机关',
	issuerHint: '以谁的名义制定、由谁决定。审查机构、上什么会由此确定。',
	reviewedBy: '审查机构：{{body}}；{{meeting}}',
	meeting: {
		government: '上政府常务会议或者全体会议',
		'approved-by-government': '上政府常务会议或者全体会议',
		'own-organ': '上本单位办公会议',
	},
	days: '审查一般 {{days}} 个工作日',
	assumed: '（默认值，待确认）',
	submit: '新建，去上传稿件',
	saveHeading: '名称、类型和制定机关',
	save: '保存名称、类型和制定机关',
} as const
