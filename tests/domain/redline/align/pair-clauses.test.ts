import { expect, test } from 'vitest'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { MatchCorrection } from '#app/domain/redline/redline.ts'

const DUTY = '街道办事处负责集市的日常巡查，发现占道经营的，应当当场劝导并记录在册。'
const LICENCE = '经营者入场前应当向集市管理人提交身份证明、健康证明和经营品种清单。'
const HOURS = '夜市的经营时间为每日十八时至二十三时，遇重大活动可以临时调整并提前公布。'
const WASTE = '餐饮摊位应当配置废油收集容器，每日收摊后清运厨余垃圾，保持地面干净。'
const articles = (bodies: readonly string[]) =>
	bodies.map((body, at) => `第${writeNumber(at + 1)}条　${body}`).join('\n')

const BEFORE = articles([DUTY, LICENCE, HOURS])
const AFTER = articles([LICENCE, DUTY, WASTE])
const linksWith = (...corrections: MatchCorrection[]) =>
	compareTexts(BEFORE, AFTER, corrections).links.map(({ old, new: fresh }) => `${old}>${fresh}`)

test.each([
	['a successor', [{ old: '3', new: ['3'] }], '3>3'],
	['two successors', [{ old: '1', new: ['2', '3'] }], '1>2,3'],
	[
		'one successor of two',
		[
			{ old: '1', new: ['2'] },
			{ old: '3', new: ['2'] },
		],
		'1,3>2',
	],
	['no successor', [{ old: '1', new: [] }], '1>'],
	['no predecessor', [{ old: '', new: ['1'] }], '>1'],
	[
		'the later of two words',
		[
			{ old: '3', new: ['3'] },
			{ old: '3', new: [] },
		],
		'3>',
	],
	[
		'no predecessor, said later',
		[
			{ old: '3', new: ['3'] },
			{ old: '', new: ['3'] },
		],
		'>3',
	],
] as const)('what a person says of a match holds: %s', (_what, corrections, link) => {
	expect(linksWith(...corrections)).toContain(link)
})

test('a correction is shown as one, is certain, and leaves the other matches as they are', () => {
	const redline = compareTexts(BEFORE, AFTER, [{ old: '3', new: ['3'] }])
	const corrected = redline.blocks.filter((block) => block.isCorrected)
	expect(corrected.map((block) => [block.old[0]?.key, block.certainty.runnerUp])).toEqual([['3', null]])
	expect(linksWith({ old: '3', new: ['3'] }).sort()).toEqual(['1>2', '2>1', '3>3'])
})

test('a correction that names a clause which a text does not have changes nothing', () => {
	expect(linksWith({ old: '9', new: ['1'] }, { old: '3', new: ['8'] })).toEqual(linksWith())
})

test('a match that another comes near to is not certain, and names it', () => {
	const twin = (duty: string) => `违反规定${duty}的，由街道办事处责令改正并书面通报其所在的行业协会备查。`
	const redline = compareTexts(
		articles([twin('占道经营'), HOURS]),
		articles([twin('占道摆卖'), twin('占道堆物'), HOURS]),
	)
	const [first] = redline.links
	expect(first?.likeness).toBeGreaterThan(0.5)
	expect(first?.runnerUp).toMatchObject({ side: 'new' })
})

const kindsOf = (before: string, after: string) =>
	compareTexts(before, after).links.map(({ old, new: fresh, kind }) => `${old}>${fresh} ${kind}`)

test('two articles that changed places over others are moved, each the one that it was', () => {
	const NOISE = '集市管理人应当控制音响设备的音量，不得影响周边居民休息。'
	const before = articles([DUTY, LICENCE, HOURS, WASTE, NOISE])
	const after = articles([DUTY, NOISE, HOURS, WASTE, LICENCE])
	expect(kindsOf(before, after)).toEqual([
		'1>1 unchanged',
		'5>2 moved',
		'3>3 unchanged',
		'4>4 unchanged',
		'2>5 moved',
	])
})

const FEE = '摊位费由集市管理人按月收取。'
const PRICE = '收费标准应当在入口处公示。'
const START = '本办法自公布之日起施行。'

test.each([
	['as 款', `${FEE}\n${PRICE}\n${START}`],
	[
		'as 项',
		`收费和施行按照下列规定：\n（一）摊位费由集市管理人按月收取；\n（二）收费标准应当在入口处公示；\n（三）${START}`,
	],
	['in one sentence', `摊位费由集市管理人按月收取，收费标准应当在入口处公示；${START}`],
])('short articles that became one are merged: %s', (_how, merged) => {
	const before = articles([DUTY, LICENCE, FEE, PRICE, START])
	expect(kindsOf(before, articles([DUTY, LICENCE, merged]))).toEqual([
		'1>1 unchanged',
		'2>2 unchanged',
		'3,4,5>3 merged',
	])
	expect(kindsOf(articles([DUTY, LICENCE, merged]), before)).toContain('3>3,4,5 split')
})

const LIST = '有下列情形之一的，不予登记：'
const numbered = {
	articles: `第一章　总则\n第一条　${DUTY}\n第二条　${LIST}\n（一）材料不全；\n（二）摊位已满。\n第二章　管理\n第三条　${HOURS}`,
	sections: `一、总则\n（一）${DUTY}\n（二）${LIST}\n1. 材料不全；\n2. 摊位已满。\n二、管理\n（三）${HOURS}`,
	arabic: `总则\n1. ${DUTY}\n2. ${LIST}\n（1）材料不全；\n（2）摊位已满。\n3. ${HOURS}`,
}

test.each([
	['articles', 'sections'],
	['sections', 'articles'],
	['articles', 'arabic'],
	['arabic', 'articles'],
] as const)('rules that are numbered otherwise stay the same rules: from %s to %s', (from, to) => {
	const { blocks } = compareTexts(numbered[from], numbered[to])
	const rules = blocks.filter((block) =>
		block.rows.some((row) => /办事处|下列|夜市/.test(row.merged.map((each) => each.text).join(''))),
	)
	expect(rules.map((block) => [block.kind, block.nature])).toEqual([
		['renumbered', 'numbering'],
		['renumbered', 'numbering'],
		['renumbered', 'numbering'],
	])
	expect(blocks.flatMap((block) => block.rows.map((row) => row.kind))).not.toContain('modified')
})

test('paragraphs that were given numbers, and several of them one, are renumbered and not merged', () => {
	const before = [DUTY, LICENCE, HOURS, WASTE].join('\n')
	const after = `第一条　${DUTY}\n${LICENCE}\n第二条　${HOURS}\n第三条　${WASTE}`
	expect(kindsOf(before, after)).toEqual(['p1,p2>1 renumbered', 'p3>2 renumbered', 'p4>3 renumbered'])
})

test('what stands whole in one new article is no other that came in its place', () => {
	const NOISE = '集市管理人应当控制音响设备的音量，不得影响周边居民休息。'
	const NEW = '集市管理人应当控制收取押金的数额，不得影响经营者正常周转。'
	const MERGED = `${WASTE}\n${NOISE}`
	expect(
		kindsOf(articles([DUTY, LICENCE, WASTE, NOISE, HOURS]), articles([DUTY, LICENCE, MERGED, NEW, HOURS])),
	).toEqual(['1>1 unchanged', '2>2 unchanged', '3,4>3 merged', '>4 added', '5>5 unchanged'])
})
