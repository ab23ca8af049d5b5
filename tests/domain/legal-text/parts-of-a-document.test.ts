import { expect, test } from 'vitest'
import { parseLegalText, textOf } from '#app/domain/legal-text/parse-legal-text.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'

const RULES = ['第一条　校车应当登记。', '第二条　本办法自发布之日起施行。']

const clausesOf = (lines: readonly string[]) => {
	const text = lines.join('\n')
	const parsed = parseLegalText(text)
	expect(textOf(parsed)).toBe(text)
	return parsed.clauses
}
const outline = (lines: readonly string[]) => clausesOf(lines).map(({ kind, key }) => [kind, key].join(' '))
const kindsOf = (lines: readonly string[]) =>
	clausesOf(lines).flatMap(({ paragraphs }) => paragraphs.map(({ kind }) => kind))

test.each([
	['a form', ['附件1', '校车登记表', '第一条 承诺如实填写', '第三条 承诺按期年检']],
	['a form named on the same line', ['附件：校车登记表', '第 2 条　填表人签字']],
	['a form with the next number', ['附表一　登记表', '第三条 本表一式两份']],
	[
		'an agreement of its own',
		['附件2：', '委托协议', '第一条 甲方委托乙方。', '第二条 期限一年。', '第三条 费用另付。'],
	],
	['a form without a number', ['附：承诺书', '第一条：不超员', '第二条：不超速']],
	['a list under a bracketed head', ['【附件】', '第1条 名单']],
	['a chapter', ['附录A', '第一章　术语', '第一条　术语如下。']],
])('no line of an annex begins an article or a heading of the text: %s', (_what, annex) => {
	expect(outline([...RULES, ...annex])).toEqual(['article 1', 'article 2', 'annex annex-1'])
	expect(parseLegalText([...RULES, ...annex].join('\n')).problems).toEqual([])
})

test('each annex is one of its own, and 抄送 and 印发 belong to none', () => {
	const lines = [
		...RULES,
		'附件1',
		'登记表',
		'附件2　收费标准',
		'一、大车 100元',
		'抄送：区委各部门，区人大常委会办公室，',
		'区政协办公室。',
		'青禾区人民政府办公室　　2026年5月1日印发',
	]
	expect(outline(lines)).toEqual([
		'article 1',
		'article 2',
		'annex annex-1',
		'annex annex-2',
		'imprint imprint-1',
	])
	expect(
		clausesOf(lines)
			.at(-1)
			?.paragraphs.map(({ kind }) => kind),
	).toEqual(['copies', 'copies', 'issue'])
})

test('a table in the middle of the text does not end it: the articles below go on', () => {
	const lines = [
		'第一条　收费按附表执行。',
		'附表　收费标准',
		'大车 100元',
		'第二条　每年调整一次。',
		'第三条　本办法自2026年6月1日起施行。',
	]
	expect(outline(lines)).toEqual(['article 1', 'article 2', 'article 3'])
})

test('a sentence that was broken before the name of an annex begins no annex', () => {
	const lines = [
		'第一条　校车的座位数、车身颜色和标识牌的样式，见',
		'附件1',
		'所列的标准。',
		'第二条　本办法自发布之日起施行。',
	]
	expect(outline(lines)).toEqual(['article 1', 'article 2'])
})

test.each([
	['named by a measure', ['附件', '青禾区校车管理办法', ...RULES]],
	['named on its line', ['附件：青禾区校车管理规定（试行）', ...RULES]],
	['of three articles', ['附件', '校车服务公约', ...RULES.slice(0, 1), '第二条　乙。', '第三条　丙。']],
])('the articles that a notice carries as its annex are the text: %s', (_what, annex) => {
	const notice = ['关于印发青禾区校车管理办法的通知', '各学校：', '现印发给你们，请遵照执行。', ...annex]
	expect(clausesOf(notice).filter(({ kind }) => kind === 'article').length).toBeGreaterThanOrEqual(2)
})

test('a scheme keeps its sections when an annex of it holds a form with articles', () => {
	const lines = [
		'某方案',
		'一、目标',
		'提高安全。',
		'二、任务',
		'开展检查。',
		'附件',
		'承诺书',
		'第一条 不超员',
		'第二条 不超速',
	]
	expect(outline(lines)).toEqual(['top top-1', 'section 1', 'section 2', 'annex annex-1'])
})

test.each([
	['one organ', ['青禾区人民政府', '2026年5月1日'], ['signature', 'date']],
	[
		'two organs',
		['青禾区教育局', '青禾区公安分局', '二〇二六年五月一日'],
		['signature', 'signature', 'date'],
	],
	['two organs on one line', ['区教育局　　区公安分局', '２０２６年５月１日'], ['signature', 'date']],
	['a person in office', ['区长　王某某', '2026年5月1日'], ['signature', 'date']],
	['a day that is not set yet', ['青禾区人民政府办公室', '2026年　月　日'], ['signature', 'date']],
	['a day alone', ['2026年5月1日'], ['date']],
	[
		'an empty line between',
		['青禾区人民政府', '', '2026年5月1日', '（此件公开发布）'],
		['signature', 'text', 'date', 'remark'],
	],
])('signature and date are in no section: %s', (_what, closing, kinds) => {
	const lines = ['某意见', '一、目标', '提高安全。', '二、任务', '开展检查。', ...closing]
	expect(outline(lines)).toEqual(['top top-1', 'section 1', 'section 2', 'closing closing-1'])
	expect(
		clausesOf(lines)
			.at(-1)
			?.paragraphs.map(({ kind }) => kind),
	).toEqual(kinds)
	expect(placeLabel('closing-1-2')).toBe('落款')
})

test('the names of annexes before a signature are no annex; the annexes come after it', () => {
	const lines = [
		'某方案',
		'一、目标',
		'提高安全。',
		'二、任务',
		'开展检查。',
		'附件：1．分工表',
		'2．时间表',
		'青禾区教育局',
		'2026年5月1日',
		'附件1',
		'分工表',
		'附件2',
		'时间表',
	]
	expect(outline(lines).slice(3)).toEqual(['closing closing-1', 'annex annex-1', 'annex annex-2'])
	expect(clausesOf(lines)[3]?.paragraphs.map(({ kind }) => kind)).toEqual([
		'annex-note',
		'annex-note',
		'signature',
		'date',
	])
})

test('a day within a form belongs to the form', () => {
	const lines = [...RULES, '附件', '登记表', '登记机关', '青禾区教育局', '2026年5月1日', '年检记录', '合格']
	expect(outline(lines).at(-1)).toBe('annex annex-1')
})

const RED_HEAD = ['青禾区人民政府办公室文件', '特急', '青政办发〔2026〕12号　　签发人：王某某']
const TITLE = '青禾区人民政府办公室关于印发《青禾区校车管理办法》的通知'

test.each([
	['on one line', [TITLE]],
	['on two lines', ['青禾区人民政府办公室关于印发', '《青禾区校车管理办法》的通知']],
])(
	'a red-head document gives letterhead, number, title %s, addressee, signature and copies their own places',
	(_how, title) => {
		const lines = [
			...RED_HEAD,
			...title,
			'各街道办事处，区政府各部门：',
			'现将办法印发给你们，请认真执行。',
			'青禾区人民政府办公室',
			'2026年5月1日',
			'青禾区校车管理办法',
			...RULES,
			'抄送：区委办公室。',
		]
		expect(parseLegalText(lines.join('\n')).title).toBe(TITLE)
		expect(kindsOf(lines)).toEqual([
			'letterhead',
			'letterhead',
			'document-number',
			...title.map(() => 'title'),
			'addressee',
			'text',
			'signature',
			'date',
			'title',
			'text',
			'text',
			'copies',
		])
		expect(outline(lines)).toEqual([
			'top top-1',
			'closing closing-1',
			'top top-2',
			'article 1',
			'article 2',
			'imprint imprint-1',
		])
	},
)

test.each([
	[
		'an order',
		[
			'青禾区人民政府令',
			'第 8 号',
			'《青禾区校车管理办法》已经通过，现予公布。',
			'区长　王某某',
			'2026年5月1日',
			'青禾区校车管理办法',
			...RULES,
		],
		'青禾区校车管理办法',
	],
	['a text that is an annex', ['附件1', '青禾区校车管理办法', ...RULES], '青禾区校车管理办法'],
	['a plain text', ['青禾区校车管理办法', '（征求意见稿）', ...RULES], '青禾区校车管理办法'],
	[
		'a number below the title',
		['关于校车安全的通知', '青教发[2026]7号', '各学校：', '请遵照执行。'],
		'关于校车安全的通知',
	],
])('letterhead and marks are no title: %s', (_what, lines, title) => {
	expect(parseLegalText(lines.join('\n')).title).toBe(title)
})

test('the last lines of a contract, signed and sealed, belong to no clause of it', () => {
	const lines = [
		'租赁合同',
		'第一条　租期一年。',
		'第二条　租金月付。',
		'甲方（盖章）：',
		'法定代表人：',
		'乙方（盖章）：',
		'签订日期：2026年5月1日',
	]
	expect(outline(lines)).toEqual(['top top-1', 'article 1', 'article 2', 'closing closing-1'])
	expect(kindsOf(lines).slice(3)).toEqual(['signature', 'signature', 'signature', 'date'])
})
