/** The words of the printed meeting papers. Papers are Chinese in every language of the screen. */
export const MEETING_PAPER = {
	agenda: (title: string) => `${title}议程`,
	time: '时　　间：',
	place: '地　　点：',
	chair: '主 持 人：',
	items: '议题',
	column: { number: '序', title: '议题名称', organ: '汇报单位', review: '合法性审查' },
	conclusion: {
		lawful: '合法',
		amended: '应当予以修改，经复核已修改到位',
		retained: '应当予以修改，未完全采纳（说明见附）',
	},
	concluded: (opinion: string, words: string) => `${opinion}　${words}`,
	kind: {
		'risk-flagged': '明示法律风险提请讨论，须宣读',
		'out-of-scope': '不需审查',
		emergency: '突发事件应急',
	},
	approved: (name: string, day: string) => `以上议程经会议主持人${name}于${day}审定同意。`,
	notApproved: '本议程尚未锁定，送会议主持人审定。',
	notPrinted: '未通过核验，不能打印',
	sheet: (number: string) => `议题${number}情况表`,
	fact: {
		title: '议题名称',
		organ: '汇报单位',
		minutes: '时　长',
		review: '合法性审查',
		retained: '保留的意见',
		tracks: '事项类型',
	},
	version: (title: string, version: number) => `${title}（第${version}稿）`,
	minutes: (minutes: number) => `${minutes}分钟`,
	issued: (number: string, day: string) => `${number}，${day}签发`,
	gate: '上会准入条件核验',
	gateColumn: { number: '序', rule: '条件', ground: '依据（条款）', fact: '事实', status: '结果' },
	sign: { met: '√', unmet: '×', 'not-applicable': '—', 'signed-fact': '签', unverified: '○' },
	mark: { shortened: '△ 缩短', declared: '签 凭声明', 'not-tested': '○ 未核验' },
	termGround: '地方议事规则',
	term: { 'lead-time': '会前时限', 'leader-consent': '分管领导同意上会' },
	leadTime: (days: number, lead: number) =>
		days >= lead
			? `会前${days}个工作日申报。`
			: `会前${days}个工作日申报，少于${lead}个工作日（默认值，待确认；不影响合法性准入）。`,
	consentTyped: (words: string) => `申报单位填写：“${words}”本系统没有核验。`,
	noConsent: '没有同意记录。',
	sum: (counts: {
		all: number
		met: number
		shortened: number
		notApplicable: number
		signed: number
		unverified: number
		unmet: number
	}) =>
		`共${counts.all}项：已满足${counts.met}项（其中缩短${counts.shortened}项），不适用${counts.notApplicable}项，凭签署、声明${counts.signed}项，未核验${counts.unverified}项，未满足${counts.unmet}项。`,
	hash: (hash: string) =>
		`议题文本校验码 ${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} ${hash.slice(12, 16)}`,
	verified: (time: string) => `${time}核验，与通过审查的版本一致`,
	text: (number: string) => `议题${number}文本`,
	replies: (number: string) => `议题${number}意见采纳情况`,
	changes: (number: string) => `议题${number}修改对照`,
	changesLead: (from: number, to: number) =>
		`审查意见所附第${from}稿与通过审查的第${to}稿对照：增加的加下划线，删去的加斜线。`,
	clauses: (old: string, now: string) =>
		now === ''
			? `原${old}（删去）`
			: old === ''
				? `${now}（新增）`
				: old === now
					? now
					: `原${old}，现${now}`,
	replyColumn: { place: '位置', problem: '审查意见', answer: '起草单位答复', verdict: '复核' },
	excluded: (words: string) => `不需审查的理由：${words}`,
} as const
