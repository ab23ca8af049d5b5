/** The words of the printed opinion. Papers are Chinese in every language of the screen. */
export const OPINION_PAPER = {
	kind: (isNormative: boolean) => (isNormative ? '合法性审核' : '合法性审查'),
	verb: (isNormative: boolean) => (isNormative ? '审核' : '审查'),
	pendingNumber: '（文号签发时取得）',
	opening: (day: string, title: string, version: number, hash: string, verb: string) =>
		`你单位${day === '' ? '' : `于${day}`}送审的《${title}》（第${version}稿，校验码${hash}）收悉。经${verb}，提出如下意见：`,
	parts: [
		'依据和材料',
		'主体、权限和内容要点',
		'程序履行情况',
		'内容意见',
		'法律顾问、公职律师意见',
		'结论',
		'提示',
	],
	basis: {
		normative:
			'依据《国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见》（国办发〔2018〕115号）等规定',
		decision: '依据《重大行政决策程序暂行条例》（国务院令第713号）等规定',
	},
	materials: (names: readonly string[]) =>
		names.length === 0 ? '，审阅了送审稿。' : `，审阅了送审稿及${names.join('、')}等材料${names.length}件。`,
	answer: { 'in-order': '未发现问题', problem: '存在问题', 'not-applicable': '不适用' },
	verdict: { confirmed: '予以确认', rejected: '不予确认', none: '未作确认' },
	stepDone: '送审单位称已履行',
	stepNot: (reason: string) => `送审单位称不适用（${reason.replace(/[。；]$/, '')}）`,
	noItems: '未提出修改意见。',
	must: '必须修改',
	advice: '建议修改',
	quote: (words: string) => `“${words}”。`,
	ground: (words: string) => `依据：${words}`,
	suggestion: (words: string) => `建议改为：${words}`,
	noCounsel: '本轮没有法律顾问、公职律师的书面意见。',
	counsel: (name: string, conclusion: string) => `${name}出具书面意见，认为：${conclusion}。`,
	disposition: (words: string) => `对该不合法意见的处理：${words}`,
	conclusion: { lawful: '合法', amend: '应当予以修改', unlawful: '不合法' },
	noConclusion: '（尚未选择结论）',
	notice:
		'本意见仅对所附版本作出。稿件变动的，应当重新送审；不得以征求意见、会签、参加审议等方式代替合法性审查。',
	hands: { reviewer: '承办人', checker: '复核人', signer: '签发人', pending: '（待签）' },
	twoPerson: '（本机关按两人审查办理，复核、签发为同一人）',
	seal: '（印章）',
	revoked: (reason: string) => `本意见已撤销。撤销理由：${reason}`,
	step: {
		'fair-competition': '公平竞争审查',
		'risk-assessment': '风险评估',
		'public-consultation': '公开征求意见',
		'expert-argumentation': '专家论证',
		'department-consultation': '征求部门意见',
	},
} as const
