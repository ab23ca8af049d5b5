import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentsOf } from '#app/domain/redline-reading/block-contents.ts'
import { layOutTable } from '#app/domain/redline-reading/lay-out-table.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { type MadeCell, type MadeTable, madeDocument } from '#tests/support/made-documents.ts'

const cell: fc.Arbitrary<MadeCell> = fc.oneof(
	fc.stringMatching(/^[大小车次1-3]{1,3}$/u),
	fc.record({
		words: fc.stringMatching(/^[甲乙]{1,3}$/u),
		across: fc.integer({ min: 1, max: 3 }),
		down: fc.integer({ min: 1, max: 3 }),
	}),
)
const table: fc.Arbitrary<MadeTable> = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
	minLength: 1,
	maxLength: 5,
})

test('every cell of both tables stands once on the grid, and no place of it is taken twice', () => {
	fc.assert(
		fc.property(table, table, (old, fresh) => {
			const { blocks } = compareTexts(
				madeDocument(['第一条　甲：', old]),
				madeDocument(['第一条　甲：', fresh]),
			)
			for (const { tables } of blocks)
				for (const one of tables) {
					const rows = layOutTable(one)
					const places = rows.flatMap(({ cells }) => cells)
					const area = places.reduce((sum, each) => sum + (each ? each.columns * each.rows : 1), 0)
					expect(area).toBe(one.columns.length * one.rows.length)
					const shown = places.flatMap((each) => (each ? [each.cell, ...each.former] : []))
					expect(new Set(shown).size).toBe(shown.length)
					expect(shown.length).toBe(one.rows.flatMap(({ cells }) => cells).length)
				}
		}),
		{ numRuns: 300 },
	)
})

test('what stands in a block is told row by row, a table as one, and those within it by it', () => {
	const nested: MadeTable = [['甲', { words: '内', table: [['乙', '1']] }]]
	const draft = madeDocument(['第一条　丙：', nested, '丁。'])
	const [block] = compareTexts(draft, draft).blocks
	if (!block) throw new Error('no block')
	const contents = contentsOf(block.tables, 0, block.rows.length)
	expect(contents.map((each) => ('row' in each ? 'row' : each.within.length))).toEqual(['row', 1, 'row'])
})
