/** 登记 → 编号 → 印发 → 公布: the page of a decided text on its way to the library. */
export const issuing = {
	title: '登记、编号、印发、公布',
	steps: '办到哪一步',
	rule: '统一登记、统一编号、统一印发（国办发〔2018〕37号（八））；公布以后入库',
	version: '第 {{version}} 稿',
	restsOn: {
		passed: '会议通过的文本：第 {{version}} 稿',
		'checked-after-the-meeting': '会议原则通过、会后核对签发的文本：第 {{version}} 稿',
	},
	noText: '没有可以印发的文本：会议没有通过，或者会后修改还没有核对签发。',
	step: { register: '统一登记', number: '统一编号', issue: '统一印发', publish: '公布并入库' },
	button: { register: '登记', number: '取号', issue: '登记印发', publish: '公布并入库' },
	published: '{{day}}公布，{{effective}}施行',
	inLibrary: '在规范性文件库中查看',
	notNow: '现在没有轮到您办的步骤。',
	issuerHint: '文件以谁的名义发布。议事协调机构和内设机构不能制定文件。',
	organCode: '机关代字',
	organCodeHint: '例如：青政规。同一机关代字按年连续编号，由系统取下一个号，不留空号。',
	bytes: '印发的必须就是上面这一稿，一字不改。印发稿以系统里的这一稿为准。',
	issuedOn: '印发日期',
	publishedOnHint: '不能晚于今天，也不能早于印发日期。',
} as const
