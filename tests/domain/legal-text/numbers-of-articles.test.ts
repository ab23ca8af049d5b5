import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { parseLegalText, textOf } from '#app/domain/legal-text/parse-legal-text.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'

const keysOf = (lines: readonly string[]) =>
	parseLegalText(lines.join('\n'))
		.clauses.filter((clause) => clause.kind === 'article')
		.map((clause) => clause.key)

test.each([
	['以下', '第二条　以下车辆应当登记：'],
	['以上', '第二条　以上期限均为工作日。'],
	['以内 without a blank', '第二条以内部审核方式办理的，从其规定。'],
	['规定的', '第二条　规定的期限届满，视为同意。'],
	['规定 without a blank', '第二条规定事项的办理期限为十日。'],
	['所称', '第二条　所称校车，是指接送学生的车辆。'],
	['与', '第二条与校车有关的费用由区财政承担。'],
	['或者', '第二条或者由主管部门另行规定。'],
	['和', '第二条和解协议应当备案。'],
	['至', '第二条至迟于每月五日前报送。'],
	['之', '第二条　之前已经登记的，不再登记。'],
	['款', '第二条款项应当专款专用。'],
	['中的', '第二条中的车辆，由学校管理。'],
	['、', '第二条、校车应当年检。'],
	['及', '第二条及其附件一并公布。'],
])('an article that begins with %s is an article where its number is next', (_word, second) => {
	const lines = ['第一条　甲。', second, '第三条　丙。', '第四条　丁。']
	expect(keysOf(lines)).toEqual(['1', '2', '3', '4'])
	expect(parseLegalText(lines.join('\n')).problems).toEqual([])
})

test.each([
	['another line has the number', ['第一条　甲。', '第二条规定的情形除外。', '第二条　乙。'], ['1', '2']],
	[
		'the sentence before goes on',
		[
			'第一条　校车的驾驶人应当符合国家有关校车安全管理的要求，依照',
			'第二条规定的条件办理。',
			'第三条　丙。',
		],
		['1', '3'],
	],
	['the number is not next', ['第一条　甲。', '第九条规定的期限另算。', '第二条　乙。'], ['1', '2']],
	[
		'the number is behind',
		['第一条　甲。', '第二条　乙。', '第一条规定的期限另算。', '第三条　丙。'],
		['1', '2', '3'],
	],
	['a list of articles is cited', ['第一条　甲。', '第二条和第三条规定的除外。', '第二条　乙。'], ['1', '2']],
	['a part is cited', ['第一条　甲。', '第二条第一款规定的，从其规定。', '第二条　乙。'], ['1', '2']],
	['what it says is an exception', ['第一条　甲。', '第二条规定的情形除外。'], ['1']],
])('a line that cites an article begins none where %s', (_why, lines, keys) => {
	expect(keysOf(lines)).toEqual(keys)
})

test.each(['车辆的登记、年检和报废', '驾驶人', '学校、家长、主管部门的职责和相互配合'])(
	'a heading without a number and full stop (%s) hides no article, also before a gap',
	(heading) => {
		const parsed = parseLegalText(
			['第一条　甲。', '第二条　登记后三日内分送。', heading, '第四条　丁。', '第五条　戊。'].join('\n'),
		)
		expect(parsed.clauses.map(({ key }) => key)).toEqual(['1', '2', '4', '5'])
		expect(parsed.problems).toEqual([{ code: 'missing-article', after: 2, found: 4, line: 3 }])
	},
)

test('articles, chapters and items of a text in traditional script are what they are', () => {
	const lines = ['第一章　總則', '第一條　下列：', '（一）甲；', '第二節　許可', '第一百零二條　乙。']
	const { clauses } = parseLegalText(lines.join('\n'))
	expect(clauses.map(({ kind, label }) => [kind, label])).toEqual([
		['heading', '第一章'],
		['article', '第一條'],
		['heading', '第二節'],
		['article', '第一百零二條'],
	])
})

test.each([
	['1 and 1.1', ['1 定义', '1.1 甲。', '1.2 乙。', '2 价款', '2.1 丙。'], ['1', '1.1', '1.2', '2', '2.1']],
	[
		'1. and 1.1',
		['1. 定义', '1.1甲。', '1.1.1 细则。', '1.2 乙。', '2. 价款', '2.1 丙。'],
		['1', '1.1', '1.1.1', '1.2', '2', '2.1'],
	],
	[
		'一、 and 1.1',
		['一、定义', '1.1 甲。', '1.2 乙。', '二、价款', '2.1 丙。'],
		['1', '1.1', '1.2', '2', '2.1'],
	],
	['full-width digits', ['１ 定义', '１．１ 甲。', '１．２ 乙。'], ['1', '1.1', '1.2']],
	[
		'one 第3条',
		['1 定义', '1.1 甲。', '2 价款', '2.1 丙。', '第3条 争议由法院处理。'],
		['1', '1.1', '2', '2.1', '3'],
	],
	['a number left out', ['1 定义', '1.1 甲。', '1.3 乙。', '2 价款'], ['1', '1.1', '1.3', '2']],
	['headings without numbers', ['定义', '1.1 甲。', '1.2 乙。', '价款', '2.1 丙。'], ['1.1', '1.2', '2.1']],
])('a contract numbered %s gets an outline', (_how, lines, keys) => {
	const text = ['采购合同', '甲方：区教育局', ...lines].join('\n')
	const parsed = parseLegalText(text)
	expect(textOf(parsed)).toBe(text)
	expect(parsed.scheme).toBe('outline')
	expect(parsed.clauses.filter(({ kind }) => kind === 'section').map(({ key }) => key)).toEqual(keys)
})

test('the place of a clause of a contract is written as its number', () => {
	expect([placeLabel('num-1-2-1'), placeLabel('num-3-p2'), placeLabel('art-1-n1.2')]).toEqual([
		'1.2.1',
		'3第二段',
		'第一条第1.2项',
	])
})

test('1.1 below 第一条 is a part of that article, and its list stays in it', () => {
	const { scheme, clauses } = parseLegalText(
		['第一条 定义', '1.1 甲。', '1.2 乙：', '（1）丙；', '第二条 价款', '2.1 丁。'].join('\n'),
	)
	expect([scheme, clauses.map(({ key, paragraphs }) => [key, paragraphs.length])]).toEqual([
		'articles',
		[
			['1', 4],
			['2', 2],
		],
	])
})

test.each([
	['sums', ['1.5 万元以下的，由科室审批。', '2.5 万元以下的，由局长审批。']],
	['days', ['2026.5.1 前完成。', '2026.6.1 前验收。']],
	['percentages', ['1.1% 的手续费。', '1.2% 的管理费。']],
])('%s at the head of a line are words', (_what, lines) => {
	expect(parseLegalText(['通知', ...lines].join('\n')).scheme).toBe('paragraphs')
})

test('a text without line ends has its articles, chapters and items, and no character is lost', () => {
	const text =
		'青禾区校车管理办法第一章总则第一条　校车应当登记。第二条　下列车辆不得登记：（一）报废的；（二）拼装的。第二章　附则第三条本办法自发布之日起施行。'
	const parsed = parseLegalText(text)
	expect(parsed.clauses.map(({ key }) => key)).toEqual(['top-1', 'head-1', '1', '2', 'head-2', '3'])
	expect(parsed.clauses[3]?.paragraphs.map(({ kind }) => kind)).toEqual(['text', 'item', 'item'])
	expect(textOf(parsed)).toBe(text)
})

test('articles without line ends are the same articles as with them', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('校车应当登记。', '依照第九条办理。', '驾驶人不得超速；违反的，处罚款。'), {
				minLength: 2,
				maxLength: 14,
			}),
			(sentences) => {
				const articles = sentences.map((sentence, at) => `第${writeNumber(at + 1)}条　${sentence}`)
				const keys = articles.map((_, at) => String(at + 1))
				return [articles.join(''), articles.join('\n')].every((text) => keysOf([text]).join() === keys.join())
			},
		),
	)
})

test('a citation in a paragraph is no article, whatever its number', () => {
	const lines = [
		'第一条　甲。第二条规定的除外。第三条第一款同样适用。',
		'第二条　乙。第三条另有要求的，从其要求。',
		'第三条　丙。',
	]
	expect(keysOf(lines)).toEqual(['1', '2', '3'])
})

test.each([
	[
		'one broken line',
		['第一条　摊位费标准由区发展改革部门核定报区', '人民政府批准后执行。', '第二条　摊位每年调整一次。'],
		[1, 1],
	],
	[
		'a line that ends with a comma',
		[
			'第一条　驾驶人应当持有与车型相符的驾驶证，',
			'并经体检合格。',
			'第二条　校车的驾驶人、照管人员和学校应当各负其责，校车的标识由公安机关核发，有效期为一年。',
		],
		[1, 1],
	],
	[
		'the number of a page between',
		['第一条　补助标准由区财政局核定，并', '— 3 —', '', '报区人民政府备案。', '第二条　补助按季度发放。'],
		[1, 1],
	],
	[
		'four broken lines',
		[
			'第一条　校车的登记由区公安分局办理，登记以',
			'前应当查验。',
			'第二条　校车驾驶人应当每年接受一次安全教',
			'育。',
			'第三条　学校应当为每辆校车配备一名随车照',
			'管人员。',
			'第四条　本办法由区教育局负责解释，自发布之',
			'日起施行。',
		],
		[1, 1, 1, 1],
	],
	[
		'a list of persons',
		['第一条　委员会由下列人员组成：', '主任，', '副主任若干人，', '委员若干人。', '第二条　乙。'],
		[4, 1],
	],
	[
		'rows that were pasted',
		['第一条　标准如下：', '大型车辆（核定载客二十人以上）\t一百元', '小型车辆。', '第二条　乙。'],
		[3, 1],
	],
	[
		'a paragraph without its full stop',
		[
			'第一条　校车应当登记，登记的有效期为一年，逾期不再使用',
			'遇有大风的，暂停运行，具体办法由区教育局会同区公安分局另行规定并报区政府备案后执行。',
			'第二条　乙。',
		],
		[2, 1],
	],
])('%s: the articles have the paragraphs that they have', (_what, lines, counts) => {
	const text = lines.join('\n')
	const parsed = parseLegalText(text)
	expect(
		parsed.clauses.map(({ paragraphs }) => paragraphs.filter(({ body }) => body.trim() !== '').length),
	).toEqual(counts)
	expect(textOf(parsed)).toBe(text)
})
