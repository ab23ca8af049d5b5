import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { titleOf } from '#app/domain/redline-reading/clause-names.ts'

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
