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
