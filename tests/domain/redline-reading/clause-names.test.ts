import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { fullNameOf, headOf, openingOf, titleOf } from '#app/domain/redline-reading/clause-names.ts'

const titles = (before: string, after: string) => compareTexts(before, after).blocks.map(titleOf)

test('a section is called by its head, as the new text has it', () => {
	expect(titles('一、工作要求\n摊位应当整洁。\n二、管理', '一、总体要求\n摊位应当整洁。\n二、管理')).toEqual([
		'总体要求',
		'管理',
	])
})

test('a section that is gone is called by the head it had', () => {
	const blocks = compareTexts(
		'一、总体要求\n甲。\n二、摊位布局\n丙。\n三、收费公示\n乙。',
		'一、总体要求\n甲。\n二、摊位布局\n丙。',
	).blocks
	expect(blocks.filter((block) => block.new.length === 0).map(titleOf)).toEqual(['收费公示'])
})

test('what begins with a few words and a full stop is called by them, a sentence and an article by nothing', () => {
	const text = '一、布局\n（一）选址。早市设在河滨路。\n（二）经营者应当在开市前一刻钟内到场亮证并且保持整洁'
	expect(titles(text, text)).toEqual(['布局', '选址', ''])
	expect(titles('第一条　甲。', '第一条　甲。')).toEqual([''])
})

const blocks = (before: string, after: string) => compareTexts(before, after).blocks

test('a clause under a heading that is a sentence comes with its first words, never with all of it', () => {
	const text = (first: string) =>
		`一、任务\n（一）${first}建设早市和夜市，完善供水供电设施。\n1.河滨路早市\n2.老城夜市`
	const names = blocks(text('提升服务。'), text('提升服务。')).map(fullNameOf)
	expect(names).toEqual([
		'一、任务',
		'一、任务 （一）提升服务',
		'（一）提升服务 1.河滨路早市',
		'（一）提升服务 2.老城夜市',
	])
	const long = blocks(text('提升服务，保障民生，'), text('提升服务，保障民生，')).map(headOf)
	expect(long[2]).toBe('（一） 1.河滨路早市')
})

test('a number without a head stands without the mark after it', () => {
	const duty = '经营者应当在开市前一刻钟内到场亮证并且保持整洁'
	const found = blocks(`一、${duty}\n二、收费公示`, `一、总体要求\n二、${duty}\n三、收费公示`)
	expect(found.map(headOf)).toEqual(['一、总体要求', '一 → 二', '二 → 三、收费公示'])
})

test('a paragraph without a number is called by its place and its first words, an annex by its name alone', () => {
	const [first, second] = blocks(
		'开展夜市试点。\n试点期限为一年。',
		'开展夜市试点工作。\n试点期限为一年，期满后应当评估并且公布结果。',
	)
	expect([first, second].map((block) => block && headOf(block))).toEqual(['第1段', '第2段'])
	expect(second && openingOf(second)).toBe('“试点期限为一年，期满后应…”')
	const [moved] = blocks(
		'甲段写明目的和依据。\n乙段写明适用的范围。\n丙段写明施行的日期。',
		'丙段写明施行的日期。\n甲段写明目的和依据。\n乙段写明适用的范围。',
	).filter(({ kind }) => kind === 'moved')
	expect(moved && headOf(moved)).toBe('第3段 → 第1段')
	const annex = blocks('第一条　甲。', '第一条　甲。\n\n附件：申请表\n姓名').at(-1)
	expect(annex && fullNameOf(annex)).toBe('附件：申请表')
})
