/** The page on which a text is changed and checked after a meeting has passed it in principle (原则通过). */
export const afterMeeting = {
	title: '会后修改和核对',
	decided: '会议意见：{{meeting}}',
	dissent: '不同意见：{{words}}',
	unchanged: '现稿就是上会的第 {{version}} 稿，还没有按会议意见修改。',
	passedText: '上会文本（第 {{version}} 稿）',
	newText: '会后修改稿（第 {{version}} 稿）',
	version: '第 {{version}} 稿',
	handedIn: '报送和核对',
	said: {
		submitted: '报送',
		open: '等承办审查人核对',
		'as-decided': '核对：与会议意见一致',
		'sent-back': '核对：退回修改',
		'new-round': '核对：超出会议意见，重新审查',
		signed: '签发会后核对',
		refused: '不同意核对结论，退回修改',
	},
	rule: {
		title: '会后怎么办',
		words:
			'会议原则通过的，起草单位按会议意见修改后报送，审查机构 {{days}} 个工作日内{{assumed}}对照上会文本核对，签发后才能登记、编号、印发。超出会议意见的修改，要重新审查、重新上会。',
		onlyOn: '只对这一稿',
	},
	withReviewer: '会后修改稿已报送，正在由承办审查人核对。',
	withSigner: '承办审查人已核对，正在等签发。',
	submit: {
		title: '报送会后修改稿',
		toDraft: '上传修改后的稿件',
		words: '会议意见怎么落实的',
		hint: '逐条写明会议提出了什么、改在哪一条。',
		button: '报送核对',
	},
	check: {
		title: '核对会后修改稿',
		result: '核对结论',
		choice: {
			'as-decided': '与会议意见一致，送签发',
			'sent-back': '没有改到位，退回起草单位',
			'new-round': '超出会议意见，进入新一轮审查，重新上会',
		},
		words: '核对说明',
		hint: '写明改动与会议意见怎么对应；退回的，写明还差什么。',
		button: '提交核对结论',
	},
	sign: {
		read: '我已对照会议意见看过全部改动，这一稿可以印发',
		button: '签发会后核对',
		note: '签发后只能印发这一稿。',
	},
	refuse: { title: '不同意，退回修改', words: '退回的理由' },
} as const
