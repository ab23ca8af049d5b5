import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { type MadeTable, madeDocument } from '#tests/support/made-documents.ts'

const FEES: MadeTable = [
	['车型', '单位', '金额'],
	['大型车', '次', '15元'],
	['中型车', '次', '8元'],
	['小型车', '次', '5元'],
]
const DEARER: MadeTable = [...FEES.slice(0, 3), ['小型车', '次', '6元']]
const FIRST = '第一条　停车场按照下列标准收取停车费：'
const SECOND = '第二条　停车场的经营者应当在入口处公示收费标准、依据和投诉电话：'
const before = madeDocument([FIRST, FEES, SECOND, '第三条　本办法自公布之日起施行。'])
const after = (table: MadeTable) => madeDocument([FIRST, SECOND, table, '第三条　本办法自公布之日起施行。'])

test('a table that went to another article is linked as moved, and no word of it counts as changed', () => {
	const redline = compareTexts(before, after(FEES))
	expect(redline.links).toContainEqual({
		old: ['1'],
		new: ['2'],
		kind: 'moved',
		parts: [{ unit: 'table', old: '第一条表1', new: '第二条表1' }],
		likeness: 1,
		runnerUp: null,
	})
	expect(redline.edits).toEqual({ inserted: 0, deleted: 0 })
	expect(redline.tables.tables).toMatchObject({ moved: 1, added: 0, deleted: 0 })
	expect(redline.identical).toBe(false)
	const places = redline.blocks.flatMap(({ rows }) =>
		rows.flatMap(({ merged }) => merged.flatMap(({ text, moved }) => (moved ? [[text, moved.place]] : []))),
	)
	expect(places).toContainEqual(['中型车', '第二条表1第三行'])
	expect(places).toContainEqual(['中型车', '第一条表1第三行'])
})

test('of a table that was changed on its way only the cell that changed goes and comes', () => {
	const redline = compareTexts(before, after(DEARER))
	expect(redline.edits).toEqual({ inserted: 2, deleted: 2 })
	expect(redline.tables.tables).toMatchObject({ moved: 1, added: 0, deleted: 0 })
	expect(redline.tables.cells).toMatchObject({ modified: 1 })
})

test('a table of other rows is another one', () => {
	const redline = compareTexts(
		before,
		after([
			['项目', '时限'],
			['登记证明', '三日'],
			['变更登记', '五日'],
		]),
	)
	expect(redline.tables.tables).toMatchObject({ moved: 0, added: 1, deleted: 1 })
	expect(redline.links.filter(({ parts }) => parts)).toEqual([])
})
