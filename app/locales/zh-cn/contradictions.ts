/** What contradicts what in an opinion, in words. */
export const contradiction = {
	title: '前后不一致 {{count}} 处',
	lead: '改好以后才能送复核、核对和签发。每一处都写明两边，按哪一边改由您判断。',
	none: '要点、意见、程序和结论互相对应，没有前后不一致。',
	against: '与，不一致',
	newItem: '新增一条必须修改的意见',
	noItem: '没有对应的必须修改意见',
	clean: '没有记为存在问题',
	allClean: '没有一个要点存在问题',
	rejected: '不予确认',
	conclusion: '结论：{{conclusion}}',
	item: '意见 {{number}}（{{kind}}，{{place}}）',
	counsel: '{{name}}的法律意见：不合法',
	subject: {
		penalty: '行政处罚',
		licence: '行政许可',
		compulsion: '行政强制',
		fee: '收费、征收',
		'local-protection': '地方保护、公平竞争',
	},
	'problem-without-item': '要点说有问题，没有意见写到它',
	'item-against-point': '要点说没有问题，意见说有',
	'subject-against-point': '意见的依据是{{subject}}，要点却没有问题',
	'step-against-point': '程序没有确认，程序要点却没有问题',
	'lawful-with-problem': '结论是合法，要点存在问题',
	'lawful-with-must-item': '结论是合法，还有必须修改的意见',
	'lawful-with-rejected-step': '结论是合法，有程序不予确认',
	'lawful-against-counsel': '法律顾问认为不合法，没有写明怎么处理，结论却是合法',
	'unlawful-without-problem': '结论是不合法，没有一个要点存在问题',
	'amend-without-must-item': '结论是应当予以修改，没有必须修改的意见',
	'amend-without-problem': '结论是应当予以修改，没有一个要点存在问题',
} as const

/** What a revised text changes that no item asked for. */
export const beyond = {
	title: '意见之外的文字和实质改动 {{count}} 处',
	ofSubstance: '其中实质 {{count}} 处',
	waiting: '意见之外的改动',
	none: '没有意见之外的文字、实质改动。编号、引用顺延和标点不计。',
	rule: '这些是文字或者实质改动，没有意见提出过，不能在复核中通过。请进入新的一轮审查，或者退回起草单位改回原文。',
} as const
