import { describe, expect, test } from 'vitest'
import { documentOfText } from '#app/domain/document/text-document.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { TEXT_RULES } from '#app/domain/precheck/rules/hit.ts'
import { wordListsOf } from '#app/domain/precheck/rules/precheck-edition.ts'
import { runPrecheck } from '#app/domain/precheck/rules/run-precheck.ts'
import { PRECHECK_LISTS } from '#seeds/reference/precheck/lists.ts'
import { PRECHECK_RULES } from '#seeds/reference/precheck/rules.ts'
import { growthOf, MOST_GROWTH } from '#tests/support/growth.ts'

const LISTS = wordListsOf(PRECHECK_LISTS.map(({ body }) => body))
const RULES = PRECHECK_RULES.map(({ body }) => body)

function check(text: string, today = '2026-11-29', isWhole = false) {
	const means = { rules: RULES, lists: LISTS, today, isWhole }
	return runPrecheck(parseLegalText(text), documentOfText(text), means)
}

function rulesIn(text: string, today?: string): string[] {
	return check(text, today).hits.map(({ rule }) => rule)
}

const DRAFT = [
	'青禾区露天集市管理办法',
	'第一条 为了规范露天集市，制定本办法。',
	'第二条 集市不得影响交通。',
	'设摊的，应当经街道办事处批准后方可经营。',
	'第三条 有下列情形之一的，由区城市管理局处理：',
	'（一）占用消防通道的，处二百元罚款；',
	'（二）夜间噪声扰民的，责令改正。',
	'第四条 本办法自2027年3月1日起施行，有效期三年。',
].join('\n')

test('a hit names its sentence, its place and its words', () => {
	const { hits } = check(DRAFT)
	const licence = hits.find(({ rule }) => rule === 'A1')
	expect(licence).toMatchObject({ anchor: 'art-2-p2', line: 3, level: 'E' })
	expect(licence?.sentence).toBe('设摊的，应当经街道办事处批准后方可经营。')
	expect(licence?.sentence.slice(licence.start, licence.end)).toContain('批准后方可')
	expect(hits.find(({ rule }) => rule === 'A3')?.anchor).toBe('art-3-i1')
})

test('each rule has an entry with its level, its ground and why it may be false', () => {
	expect(RULES.map(({ id }) => id)).toEqual([...TEXT_RULES])
	for (const { ground, mayBeFalse, name } of RULES)
		for (const words of [ground, mayBeFalse.zh, mayBeFalse.en, name.zh, name.en]) expect(words).not.toBe('')
})

test('what stands under 不得有下列行为 is forbidden, and no power', () => {
	const text =
		'第一条 街道办事处不得有下列行为：\n（一）向商户收取保证金；\n（二）处以罚款。\n第二条 本办法自2027年3月1日起施行。'
	expect(rulesIn(text)).toEqual([])
})

test('a law is cited in force until the day on which it ends', () => {
	const text = '依照《中华人民共和国大气污染防治法》处理。'
	expect(rulesIn(text, '2026-08-14')).toEqual([])
	expect(rulesIn(text, '2026-08-15')).toEqual(['D3a'])
	const [hit] = check('按照《固体废物污染环境防治法》的规定处理。').hits
	expect(hit?.detail).toBe('《生态环境法典》第一千二百四十二条（2026-08-15）')
})

describe('of a whole draft', () => {
	const articles = [
		'第一条 为了规范集市，制定本办法。',
		'第二条 集市不得影响交通。',
		'第三条 区商务局负责指导。',
	]

	test('it is said that it does not tell from when and until when it holds', () => {
		expect(check(articles.join('\n'), '2026-11-29', true).hits.map(({ rule }) => rule)).toEqual(['E1', 'E3'])
	})

	test('of a passage it is not', () => {
		expect(check(articles.join('\n')).hits).toEqual([])
	})

	test('a term that is defined and never used is named', () => {
		const text = [...articles, '第四条 本办法所称夜间集市，是指十八时以后的集市。'].join('\n')
		expect(check(text, '2026-11-29', true).hits).toContainEqual(
			expect.objectContaining({ rule: 'F4', detail: '夜间集市' }),
		)
	})

	test('a table whose total is not the sum of its rows is named', () => {
		const table = '项目\t户数\t金额\n低保\t10\t1,000\n特困\t5\t800\n合计\t15\t1,900'
		expect(check(table).hits).toEqual([expect.objectContaining({ rule: 'F5', detail: '1800' })])
	})
})

test('no more is kept of a rule than a person reads, and what is left is counted', () => {
	const { hits, left } = check('处二百元罚款。\n'.repeat(300))
	expect(hits).toHaveLength(100)
	expect(left).toBe(200)
})

/** Texts that make a careless pattern look at everything again from each of their characters. */
const HARD = [
	'应当经',
	'未经许可不得',
	'缴纳缴纳费',
	'由办公室制定',
	'停水停电对拒不',
	'指定本区外地',
	'《',
	'（',
	'第一条',
	'《甲法》（以下简称《甲》）',
	'100元以上',
]

describe.each(HARD)('a text of nothing but %s', (words) => {
	test('takes twice as long when it is twice as long', async () => {
		const { growth, times } = await growthOf([100_000, 200_000, 400_000], (length) => {
			const text = words.repeat(Math.ceil(length / words.length))
			return () => check(text, '2026-11-29', true)
		})
		expect(growth, `milliseconds: ${times.join(', ')}`).toBeLessThanOrEqual(MOST_GROWTH)
	})
})
