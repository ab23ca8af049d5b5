import { expect, test } from 'vitest'
import { parseDocument } from '#app/domain/legal-text/parse-legal-text.ts'
import { changesBeyond, untouchedItems } from '#app/domain/redline-reading/beyond-items.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { madeDocument } from '#tests/support/made-documents.ts'

const FINES = [
	['情节', '罚款'],
	['轻微', '一万元'],
	['严重', '五万元'],
]
const draft = (after: string) =>
	madeDocument(['某办法', '第一条　罚款标准如下：', FINES, after, '第二条　本办法自发布之日起施行。'])

test('an item on a 款 after a table names the 款 that its reader saw, in redline and re-check', () => {
	const [old, fresh] = [draft('逾期不缴的，加处罚款。'), draft('逾期不缴的，可以加处罚款。')]
	const item = parseDocument(old.document)
		.clauses.flatMap(({ paragraphs }) => paragraphs)
		.find(({ body }) => body.startsWith('逾期'))
	expect(item?.anchor).toBe('art-1-p2')
	const redline = compareTexts(old, fresh)
	const row = redline.blocks.flatMap(({ rows }) => rows).find(({ kind }) => kind === 'modified')
	expect(row).toMatchObject({ oldAnchor: 'art-1-p2', newAnchor: 'art-1-p2' })
	const asked = [{ anchor: 'art-1-p2' }]
	expect(changesBeyond(redline, asked)).toEqual([])
	expect(untouchedItems(redline, asked)).toEqual([])
	expect(changesBeyond(redline, [{ anchor: 'art-1-p1' }])).toMatchObject([{ place: '第一条第二款' }])
})

test('what stands in a table is no article of either side', () => {
	const table = (words: string) => madeDocument(['第一条　甲。', [['项目', words]], '第二条　乙。'])
	const redline = compareTexts(table('第二条　表内引用'), table('第三条　表内引用'))
	expect(redline.blocks.map(({ new: refs }) => refs.map(({ key }) => key))).toEqual([['1'], ['2']])
})

test('where one side is words alone, both are compared as words', () => {
	const old = draft('逾期不缴的，加处罚款。')
	const redline = compareTexts(old, old.text)
	expect(redline.identical).toBe(true)
	expect(redline.blocks.every(({ kind }) => kind === 'unchanged')).toBe(true)
})
