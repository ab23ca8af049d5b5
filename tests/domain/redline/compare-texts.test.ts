import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Redline } from '#app/domain/redline/redline.ts'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''
const read = (name: string) =>
	readFileSync(new URL(`../../../seeds/demo/drafts/${name}.txt`, import.meta.url), 'utf8').trimEnd()

const joined = (segments: readonly { text: string }[]) => segments.map((segment) => segment.text).join('')
const paragraph = fc.stringMatching(/^[应当不得经营者第一二三条款，。《》法0-9a-c]{0,40}$/u)

const line = fc.oneof(
	fc.constantFrom(
		'第一条　为了规范管理，制定本办法。',
		'第二条　本办法适用于本区。',
		'第三条　由区局负责。',
		'（一）年满十八周岁；',
		'（二）在本区经营；',
		'第一章　总则',
		'一、任务',
		'二、保障',
	),
	paragraph,
)

/** The paragraphs of one side of a redline, numbers aside; the parts of one that was split or merged are put together. */
function bodiesOf(redline: Redline, side: 'old' | 'new'): string[] {
	const bodies: string[] = []
	for (const { rows } of redline.blocks)
		for (const row of rows) {
			const text = row[side] && joined(row[side])
			if (text === null) continue
			if (row[`${side}Continues`]) bodies.push((bodies.pop() ?? '') + text)
			else bodies.push(text)
		}
	return bodies.sort()
}

test('every paragraph of both texts stands in the redline exactly once, numbers aside', () => {
	fc.assert(
		fc.property(fc.array(line, { maxLength: 14 }), fc.array(line, { maxLength: 14 }), (before, after) => {
			const [oldText, newText] = [before.join('\n'), after.join('\n')]
			const redline = compareTexts(oldText, newText)
			const bodies = (text: string) =>
				parseLegalText(text)
					.clauses.flatMap((clause) => clause.paragraphs.map(({ body }) => body))
					.sort()
			expect(bodiesOf(redline, 'new')).toEqual(bodies(newText))
			expect(bodiesOf(redline, 'old')).toEqual(bodies(oldText))
		}),
		{ numRuns: 300 },
	)
})

test('the same text is the same, and says so', () => {
	const text = read('farmers-1')
	const redline = compareTexts(text, text)
	expect(redline).toMatchObject({ identical: true, edits: { inserted: 0, deleted: 0 }, bounded: false })
	expect(new Set(redline.links.map((link) => link.kind))).toEqual(new Set(['unchanged']))
})

test('in the demo’s revision, what was split, renumbered, modified and deleted is called so', () => {
	const redline = compareTexts(read('farmers-1'), read('farmers-2'))
	const kindOf = (key: string) => redline.links.find((link) => link.old.includes(key))
	expect(kindOf('4')).toMatchObject({ old: ['4'], new: ['4', '5'], kind: 'split' })
	expect(kindOf('6')).toMatchObject({ old: ['6'], new: ['7'], kind: 'renumbered' })
	expect(kindOf('12')).toMatchObject({ old: ['12'], new: ['13'], kind: 'modified' })
	expect(kindOf('17')).toMatchObject({ old: ['17'], new: [], kind: 'deleted' })
})

test('a renumbering alone changes no text', () => {
	const before = '第一条　甲甲甲甲甲甲。\n第二条　乙乙乙乙乙乙。'
	const after = '第一条　丙丙丙丙丙丙丙丙。\n第二条　甲甲甲甲甲甲。\n第三条　乙乙乙乙乙乙。'
	const redline = compareTexts(before, after)
	expect(redline.links).toMatchObject([
		{ old: [], new: ['1'], kind: 'added' },
		{ old: ['1'], new: ['2'], kind: 'renumbered' },
		{ old: ['2'], new: ['3'], kind: 'renumbered' },
	])
	expect(redline.edits).toEqual({ inserted: 9, deleted: 0 })
})

test('two texts with nothing in common end quickly, as a replacement', () => {
	const before = Array.from({ length: 20_000 }, (_, at) =>
		String.fromCodePoint(0x4e00 + ((at * 7919) % 5000)),
	).join('')
	const after = Array.from({ length: 20_000 }, (_, at) =>
		String.fromCodePoint(0x6e00 + ((at * 104_729) % 5000)),
	).join('')
	const redline = compareTexts(before, after)
	expect(redline.links.map((link) => link.kind).sort()).toEqual(['added', 'deleted'])
	expect(redline.edits).toEqual({ inserted: 20_000, deleted: 20_000 })
})

/** A text of articles, each of its own words. */
function articles(bodies: readonly string[]): string {
	return bodies.map((body, at) => `第${writeNumber(at + 1)}条　${body}`).join('\n')
}

const DUTY = '街道办事处负责集市的日常巡查，发现占道经营的，应当当场劝导并记录在册。'
const LICENCE = '经营者入场前应当向集市管理人提交身份证明、健康证明和经营品种清单。'
const HOURS = '夜市的经营时间为每日十八时至二十三时，遇重大活动可以临时调整并提前公布。'
const WASTE = '餐饮摊位应当配置废油收集容器，每日收摊后清运厨余垃圾，保持地面干净。'
const START = '本办法自公布之日起施行。'

test.each([
	[
		'moved',
		[DUTY, LICENCE, HOURS, WASTE, START],
		[LICENCE, HOURS, DUTY, WASTE, START],
		{ old: ['1'], new: ['3'], kind: 'moved' },
	],
	[
		'merged',
		[DUTY, LICENCE, HOURS, START],
		[`${DUTY}\n${LICENCE}`, HOURS, START],
		{ old: ['1', '2'], new: ['1'], kind: 'merged' },
	],
	[
		'split',
		[`${DUTY}${LICENCE}`, HOURS, START],
		[DUTY, LICENCE, HOURS, START],
		{ old: ['1'], new: ['1', '2'], kind: 'split' },
	],
	['added', [DUTY, START], [DUTY, WASTE, START], { old: [], new: ['2'], kind: 'added' }],
	['deleted', [DUTY, WASTE, START], [DUTY, START], { old: ['2'], new: [], kind: 'deleted' }],
	[
		'modified',
		[DUTY, START],
		[DUTY.replace('当场劝导', '责令改正'), START],
		{ old: ['1'], new: ['1'], kind: 'modified' },
	],
	[
		'divided into other paragraphs',
		[`${DUTY}${LICENCE}`, START],
		[`${DUTY}\n${LICENCE}`, START],
		{ old: ['1'], new: ['1'], kind: 'modified' },
	],
	[
		'renumbered and put together from two paragraphs',
		[WASTE, `${DUTY}\n${LICENCE}`, START],
		[`${DUTY}${LICENCE}`, START],
		{ old: ['2'], new: ['1'], kind: 'modified' },
	],
	[
		'given its paragraphs in another order',
		[`${DUTY}\n${LICENCE}\n${HOURS}`, START],
		[`${LICENCE}\n${HOURS}\n${DUTY}`, START],
		{ old: ['1'], new: ['1'], kind: 'modified' },
	],
] as const)('an article that was %s is called so', (_kind, before, after, link) => {
	expect(compareTexts(articles(before), articles(after)).links).toContainEqual(expect.objectContaining(link))
})

test('the title and the article on the start of validity are the same clause, however they were rewritten', () => {
	const before = `集市管理办法\n${articles([DUTY, HOURS, '本办法自公布之日起施行。'])}`
	const after = `夜间经营若干规定\n${articles([DUTY, WASTE, '二〇二七年元旦开始施行，有效期限五年。'])}`
	const redline = compareTexts(before, after)
	expect(redline.blocks[0]).toMatchObject({
		kind: 'modified',
		old: [{ key: 'top-1' }],
		new: [{ key: 'top-1' }],
	})
	expect(redline.links).toContainEqual(expect.objectContaining({ old: ['3'], new: ['3'], kind: 'modified' }))
	expect(redline.links).toContainEqual(expect.objectContaining({ old: ['2'], new: [], kind: 'deleted' }))
})

test('articles that only cite and fine alike are not taken for one another', () => {
	const fine = (duty: string) =>
		`违反本办法第十条规定，${duty}的，由街道办事处责令改正，处二百元以上五百元以下罚款。`
	const before = articles([fine('占道经营'), fine('未清运垃圾'), START])
	const after = articles([fine('未清运垃圾'), fine('擅自延长经营时间'), START]).replace('第十条', '第十二条')
	const pairs = compareTexts(before, after).links.filter((link) => link.old.length > 0 && link.new.length > 0)
	expect(pairs).toContainEqual(expect.objectContaining({ old: ['2'], new: ['1'], kind: 'modified' }))
})

test('sections of an outline and paragraphs without numbers are compared under their own keys', () => {
	const outline = compareTexts(
		'一、目标\n做好保障。\n二、任务\n（一）摸底',
		'一、目标\n做好保障。\n二、经费\n三、任务\n（一）摸底',
	)
	expect(outline.links).toContainEqual(
		expect.objectContaining({ old: ['2.1'], new: ['3.1'], kind: 'renumbered' }),
	)
	expect(outline.links).toContainEqual(expect.objectContaining({ old: [], new: ['2'], kind: 'added' }))
	const plain = compareTexts('甲段写明目的。\n\n乙段写明范围。', '甲段写明目的。\n新的一段。\n乙段写明范围。')
	expect(plain.links).toMatchObject([
		{ old: ['p1'], new: ['p1'], kind: 'unchanged' },
		{ old: [], new: ['p2'], kind: 'added' },
		{ old: ['p2'], new: ['p3'], kind: 'unchanged' },
	])
})

test('a line that was broken elsewhere within its paragraph is no change, and no reason to call an article modified', () => {
	const whole = read('farmers-1')
	const broken = whole.replaceAll(/(.{26})(?=.)/g, '$1\n')
	expect(broken).not.toBe(whole)
	const redline = compareTexts(whole, broken)
	expect(redline.blocks.filter(({ kind }) => kind !== 'unchanged')).toEqual([])
	expect(compareTexts(broken, read('farmers-2')).counts).toEqual(
		compareTexts(whole, read('farmers-2')).counts,
	)
})

test('the same pair always gives the same answer', () => {
	const [before, after] = [read('farmers-1'), read('farmers-2')]
	expect(compareTexts(before, after)).toEqual(compareTexts(before, after))
})

test.each([
	['one repeated character', '一'.repeat(100_000), '二'.repeat(100_000)],
	['a repeated pair, shifted', '一二'.repeat(50_000), '二一一'.repeat(33_000)],
	['brackets that never close', '《'.repeat(100_000), `第${'《'.repeat(99_999)}`],
	['blanks after a number that never ends', `第${' '.repeat(100_000)}`, `第一${' '.repeat(100_000)}`],
	['as many equal lines', '一\n'.repeat(30_000), '二\n一\n'.repeat(15_000)],
])(
	'%s ends in bounded work',
	(_what, before, after) => {
		const redline = compareTexts(before, after)
		const shown = (side: 'old' | 'new') => bodiesOf(redline, side).join('').length
		const bodies = (text: string) =>
			parseLegalText(text)
				.clauses.flatMap((clause) => clause.paragraphs.map(({ body }) => body))
				.join('').length
		expect([shown('old'), shown('new')]).toEqual([bodies(before), bodies(after)])
	},
	20_000,
)

test('what is too much work is shown as replaced, and the redline says that it was bounded', () => {
	const redline = compareTexts('一二'.repeat(50_000), '二一一'.repeat(33_000))
	expect(redline.bounded).toBe(true)
	expect(compareTexts('处一百元罚款', '处二百元罚款').bounded).toBe(false)
})

type Link = { old: string[]; new: string[]; kind: string }
type Truth = { mappings: Link[]; optionalLinks?: [string, string][] }

test.skipIf(LAWS === '')(
	'on real statutes with known correspondences, links reach F1 0.996 summed over all pairs',
	() => {
		let [right, wrong, missed] = [0, 0, 0]
		for (const name of readdirSync(join(LAWS, 'pairs'))) {
			const file = (part: string) => join(LAWS, 'pairs', name, part)
			if (!existsSync(file('truth.json'))) continue
			const truth = JSON.parse(readFileSync(file('truth.json'), 'utf8')) as Truth
			const pairs = (links: readonly { old: readonly string[]; new: readonly string[] }[]) =>
				new Set(
					links.flatMap((link) => link.old.flatMap((old) => link.new.map((fresh) => `${old}>${fresh}`))),
				)
			const wanted = pairs(truth.mappings)
			const optional = new Set((truth.optionalLinks ?? []).map(([old, fresh]) => `${old}>${fresh}`))
			const found = pairs(
				compareTexts(readFileSync(file('old.txt'), 'utf8'), readFileSync(file('new.txt'), 'utf8')).links,
			)
			for (const pair of found)
				if (wanted.has(pair)) right += 1
				else if (!optional.has(pair)) wrong += 1
			for (const pair of wanted) if (!found.has(pair)) missed += 1
		}
		const f1 = (2 * right) / (2 * right + wrong + missed)
		console.info(`link F1 ${f1.toFixed(4)} (${right} right, ${wrong} wrong, ${missed} missed)`)
		expect(f1).toBeGreaterThan(0.996)
	},
)

const PLAIN = `集市管理办法
第一章　总则
第一条　为了规范集市经营活动，保障经营者和消费者的合法权益，根据有关法律、法规，制定本办法。
第二条　集市管理人应当履行下列职责，并接受街道办事处和市场监督管理部门的指导和检查：
（一）登记经营者的姓名、联系方式和经营品种，登记资料自登记之日起至少保存三年备查；
（二）每日收摊后清扫场地，清运厨余垃圾，保持通道畅通、地面整洁、公共设施完好可用。
集市管理人不得向经营者收取公示标准以外的费用，也不得限制经营者自主定价和公平竞争。
第三条　街道办事处应当每月组织一次联合检查，检查结果在集市入口处公示，接受社会公众监督。
第四条　违反本办法规定，占用消防通道摆摊的，由街道办事处责令限期改正；逾期不改正的，取消当日经营资格。
第五条　本办法由区市场监督管理部门负责解释，自公布之日起施行，有效期为五年。`

const EDGE = 24
const pieces = (line: string) => line.match(new RegExp(`.{1,${EDGE}}`, 'gu')) ?? ['']

test.each<[string, (line: string, at: number) => string]>([
	['indents', (line) => `　　${line}`],
	['blanks after lines', (line) => `${line}  `],
	['empty lines', (line) => `${line}\n`],
	['blanks in numbers', (line) => line.replace(/^第(.)条/, '第 $1 条')],
	['a colon after numbers', (line) => line.replace(/^(第.条)　/, '$1：')],
	['other brackets', (line) => line.replace(/^（(.)）/, '($1)')],
	['brackets as one character', (line) => line.replace('（一）', '㈠').replace('（二）', '㈡')],
	['Arabic numbers', (line) => line.replace(/^第一条/, '第1条').replace(/^第二条/, '第２条')],
	['numbers of pages', (line, at) => (at % 3 === 2 ? `${line}\n— ${at} —` : line)],
	['numbers of pages in words', (line, at) => (at % 3 === 2 ? `${line}\n第 ${at} 页 共 9 页` : line)],
	['lines broken at the edge', (line) => pieces(line).join('\n')],
	[
		'lines broken at the edge and by pages',
		(line, at) => pieces(line).join(at % 2 === 1 ? `\n\n- ${at} -\n\n` : '\n'),
	],
])('typesetting alone changes no article: %s', (_what, typeset) => {
	const typed = PLAIN.split('\n').map(typeset).join('\n')
	for (const [before, after] of [
		[PLAIN, typed],
		[typed, PLAIN],
	] as const) {
		const redline = compareTexts(before, after)
		const articles = redline.blocks.filter((block) => /^第.+条$/.test(block.new[0]?.label ?? ''))
		expect(articles.map((block) => [block.kind, block.nature])).toEqual(
			Array.from({ length: 5 }, () => ['unchanged', 'none']),
		)
		expect(redline.edits).toEqual({ inserted: 0, deleted: 0 })
	}
})

test('an amount that stands alone in a line is no number of a page', () => {
	const before = '第一条　费用如下：\n（一）材料费\n-100-元\n第二条　其他。'
	expect(compareTexts(before, before.replace('100', '200')).links[0]).toMatchObject({ kind: 'modified' })
})

test('a 款 that might as well be another one says which, with how alike both are; one that is surely itself does not', () => {
	const before = [
		'第一条　摊位承租人擅自改变经营品种的，由街道办事处责令改正，处二百元罚款。',
		'集市管理人擅自改变经营品种的，由街道办事处责令改正，处二百元罚款。',
		'行业协会应当每季度公布一次信用信息，并接受经营者的查询和申诉。',
	].join('\n')
	const after = [
		'第一条　摊位经营者擅自改变经营品种的，由区城管局责令限期改正，处五百元罚款。',
		'集市开办者擅自改变经营品种的，由区城管局责令限期改正，处一千元罚款。',
		'摊位经营者转租摊位的，由区城管局责令限期改正。',
		'行业协会应当每季度公布一次信用信息，并接受经营者的查询、申诉。',
	].join('\n')
	const rows = compareTexts(before, after).blocks.flatMap((block) => block.rows)
	expect(rows.map(({ newAnchor, runnerUp }) => [newAnchor, runnerUp?.anchor])).toEqual([
		['art-1-p1', 'art-1-p2'],
		['art-1-p2', 'art-1-p1'],
		['art-1-p3', undefined],
		['art-1-p4', undefined],
	])
	for (const { runnerUp } of rows) if (runnerUp) expect(runnerUp.likeness).toBeGreaterThan(0.2)
})
