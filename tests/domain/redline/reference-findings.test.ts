import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Redline } from '#app/domain/redline/redline.ts'

const SUBJECTS = [
	'公园管理机构应当建立巡查记录并每季度公开',
	'游客不得攀折花木、捕捞鱼类或者向水体投放杂物',
	'夜间开放的公园由所在街道办事处安排值守人员',
	'大型活动的主办单位在活动结束后负责清理场地',
	'树木修剪方案经专家论证后在入口处张贴十日',
	'公园内的商业设施实行统一招租，租金缴入区级财政',
	'养护经费按照绿地面积核定，由财政部门按月拨付',
	'儿童游乐设施每年委托检验一次，不合格的立即停用',
	'无障碍通道不得占用、封闭或者改作停车位',
	'历史名园的修缮方案报文物主管部门征求意见',
]

/** A text of these articles; `null` leaves one out. */
function textOf(articles: readonly string[]): string {
	return ['某区公园管理办法', ...articles.map((body, at) => `第${writeNumber(at + 1)}条　${body}。`)].join(
		'\n',
	)
}

function findingsOf(redline: Redline) {
	return redline.blocks.flatMap((block) =>
		block.references.map(({ status, cited, expected, paragraph, start, end }) => ({
			status,
			cited,
			expected,
			at: (block.rows[paragraph]?.new ?? [])
				.map((segment) => segment.text)
				.join('')
				.slice(start, end),
		})),
	)
}

const base = SUBJECTS.slice(0, 6)
const penalty = (cited: string) => `违反本办法${cited}规定的，由城管执法部门责令改正，可以处二百元罚款`
const added = '市民可以向公园管理机构提出改进服务的书面建议'

test('a reference whose target got another number and that stayed as it was is stale, with the right number', () => {
	const redline = compareTexts(
		textOf([...base, penalty('第二条')]),
		textOf([base[0] ?? '', added, ...base.slice(1), penalty('第二条')]),
	)
	expect(findingsOf(redline)).toEqual([
		{ status: 'stale', cited: '第二条', expected: '第三条', at: '第二条' },
	])
})

test('a reference that was changed as its target was renumbered follows it, and is no change of substance', () => {
	const redline = compareTexts(
		textOf([...base, penalty('第二条')]),
		textOf([base[0] ?? '', added, ...base.slice(1), penalty('第三条')]),
	)
	expect(findingsOf(redline)).toEqual([
		{ status: 'followed', cited: '第三条', expected: '第三条', at: '第三条' },
	])
	expect(redline.blocks.at(-1)).toMatchObject({ kind: 'modified', nature: 'references' })
})

test('a reference whose target was deleted is missing, or stale where another article took the number', () => {
	const long = compareTexts(
		textOf([...base, penalty('第六条')]),
		textOf([...base.slice(0, 5), penalty('第九条')]),
	)
	expect(findingsOf(long)).toEqual([{ status: 'missing', cited: '第九条', expected: null, at: '第九条' }])
	const gone = compareTexts(
		textOf([...base, penalty('第二条')]),
		textOf([base[0] ?? '', ...base.slice(2), penalty('第二条')]),
	)
	expect(findingsOf(gone)).toEqual([{ status: 'stale', cited: '第二条', expected: null, at: '第二条' }])
})

test('a reference to an article, 款 or 项 that was never there is missing', () => {
	const text = textOf([
		`${base[0]}：\n（一）晴天\n（二）雨天`,
		...base.slice(1, 3),
		penalty('第一条第二项、第一条第三项、第二条第二款和第二十条'),
	])
	const redline = compareTexts('', text)
	expect(findingsOf(redline).map(({ status, cited }) => `${status} ${cited}`)).toEqual([
		'missing 第一条第三项',
		'missing 第二条第二款',
		'missing 第二十条',
	])
})

test('a 款 that moved down within its article is followed through, by number and by 第一款', () => {
	const article = (first: string, cited: string) =>
		`${base[0]}。\n${first}${base[1]}。\n违反${cited}规定的，责令改正`
	const before = textOf([article('', '第二款'), penalty('第一条第二款')])
	const extra = `${added}，管理机构应当在三十日内答复。\n`
	expect(
		findingsOf(compareTexts(before, textOf([article(extra, '第二款'), penalty('第一条第二款')]))),
	).toEqual([
		{ status: 'stale', cited: '第二款', expected: '第三款', at: '第二款' },
		{ status: 'stale', cited: '第一条第二款', expected: '第一条第三款', at: '第一条第二款' },
	])
	expect(
		findingsOf(compareTexts(before, textOf([article(extra, '第三款'), penalty('第一条第三款')]))).map(
			({ status }) => status,
		),
	).toEqual(['followed', 'followed'])
})

test('a 项 that got another number is stale, and named in the way it is written', () => {
	const items = (extra: string[]) =>
		[
			'公园内禁止下列行为：',
			...[...extra, '擅自搭建棚舍', '燃放烟花爆竹'].map((each, at) => `（${writeNumber(at + 1)}）${each}；`),
		].join('\n')
	const redline = compareTexts(
		textOf([items([]), penalty('第一条第（二）项')]),
		textOf([items(['携带大型犬只入园']), penalty('第一条第（二）项')]),
	)
	expect(findingsOf(redline)).toEqual([
		{ status: 'stale', cited: '第一条第（二）项', expected: '第一条第（三）项', at: '第一条第（二）项' },
	])
})

test('references to other laws, relative ones and those after another law are never flagged', () => {
	const sentence = '依照《某市绿化条例》第九十条、民法典第一千条和第八十条处理；前款、前条第九项规定的除外'
	const redline = compareTexts(textOf([...base, sentence]), textOf([added, ...base, sentence]))
	expect(findingsOf(redline)).toEqual([])
})

test('a citation that begins a broken line belongs to the law named on the line before', () => {
	const text = textOf([...base, '除属于《某市绿化条例》\n第八十条 以及本办法第一条规定的情形外，应当公示'])
	expect(findingsOf(compareTexts(text, text))).toEqual([])
})

test('a text without articles has no references that could be wrong', () => {
	const text = '一、工作目标\n依照第五十条办理。\n二、工作要求\n依照第六十条办理。'
	expect(findingsOf(compareTexts(text, text))).toEqual([])
})

test('whichever articles are put in: what stayed is stale with the right number, what was updated follows it', () => {
	const inserted = fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 })
	fc.assert(
		fc.property(inserted, fc.integer({ min: 0, max: 6 }), (places, cited) => {
			const articles = SUBJECTS.slice(0, 7)
			const grown = articles.flatMap((body, at) =>
				places.includes(at)
					? [`第${at}号步道沿线设置${writeNumber(at + 3)}处急救箱并公布联系电话`, body]
					: [body],
			)
			const number = `第${writeNumber(cited + 1)}条`
			const right = `第${writeNumber(grown.indexOf(articles[cited] ?? '') + 1)}条`
			const before = textOf([...articles, penalty(number)])
			const stayed = compareTexts(before, textOf([...grown, penalty(number)]))
			const updated = compareTexts(before, textOf([...grown, penalty(right)]))
			const isSame = number === right
			expect(findingsOf(stayed).map(({ status, expected }) => [status, expected])).toEqual(
				isSame ? [] : [['stale', right]],
			)
			expect(findingsOf(updated).map(({ status }) => status)).toEqual(isSame ? [] : ['followed'])
		}),
		{ numRuns: 60 },
	)
})

const folder = process.env['LAW_TEXTS_DIR']

test.skipIf(folder === undefined)(
	'in published laws, which were checked by many, no reference is called stale or missing (LAW_TEXTS_DIR)',
	() => {
		const pairs = join(folder ?? '', 'pairs')
		let followed = 0
		for (const name of readdirSync(pairs)) {
			const [old, fresh] = ['old', 'new'].map((side) =>
				readFileSync(join(pairs, name, `${side}.txt`), 'utf8'),
			)
			const findings = findingsOf(compareTexts(old ?? '', fresh ?? ''))
			expect({ name, wrong: findings.filter(({ status }) => status !== 'followed') }).toEqual({
				name,
				wrong: [],
			})
			followed += findings.length
		}
		expect(followed).toBeGreaterThan(50)
	},
)
