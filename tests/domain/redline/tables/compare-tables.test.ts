import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Redline, RedlineBlock, RedlineTable } from '#app/domain/redline/redline.ts'
import { linesOf } from '#app/domain/document/plain-lines.ts'
import { type MadeCell, type MadeTable, madeDocument } from '#tests/support/made-documents.ts'

const draft = (...tables: readonly (MadeTable | string)[]) =>
	madeDocument(['某办法', '第一条　标准如下：', ...tables, '第二条　本办法自发布之日起施行。'])
const compare = (old: MadeTable, fresh: MadeTable) => compareTexts(draft(old), draft(fresh))

/** The block of the first article, with its first table. */
function articleOf(redline: Redline): { readonly block: RedlineBlock; readonly table: RedlineTable } {
	const block = redline.blocks.find(({ tables }) => tables.length > 0)
	const table = block?.tables[0]
	if (!block || !table) throw new Error('no table was compared')
	return { block, table }
}

const words = (block: RedlineBlock, from: number, to: number) =>
	block.rows
		.slice(from, to)
		.map(({ merged }) =>
			merged
				.map(({ kind, text }) =>
					kind === 'same' ? text : kind === 'inserted' ? `{+${text}+}` : `[-${text}-]`,
				)
				.join(''),
		)
		.join('/')

/** Each row by its fate and the words of its cells. */
const shown = (redline: Redline) => {
	const { block, table } = articleOf(redline)
	return table.rows.map(
		({ kind, cells }) => `${kind}: ${cells.map((cell) => words(block, cell.from, cell.to)).join('|')}`,
	)
}

const FEES: MadeTable = [
	['车型', '单位', '金额'],
	['大型车', '次', '15'],
	['中型车', '次', '8'],
	['小型车', '次', '5'],
]

test('table-row-replaced: a row that went and another that came are no change of one row', () => {
	const redline = compare(FEES, [FEES[0] ?? [], FEES[1] ?? [], FEES[3] ?? [], ['新能源车', '次', '3']])
	expect(shown(redline)).toEqual([
		'unchanged: 车型|单位|金额',
		'unchanged: 大型车|次|15',
		'deleted: [-中型车-]|[-次-]|[-8-]',
		'unchanged: 小型车|次|5',
		'added: {+新能源车+}|{+次+}|{+3+}',
	])
	expect(redline.tables.rows).toMatchObject({ added: 1, deleted: 1, modified: 0 })
	const inPlace = compare(FEES, [FEES[0] ?? [], FEES[1] ?? [], ['新能源车', '次', '3'], FEES[3] ?? []])
	expect(inPlace.tables.rows).toMatchObject({ added: 1, deleted: 1, modified: 0 })
})

test('table-merged-down: an amount that no longer stands for two rows is a change of substance', () => {
	const head = ['情节', '罚款']
	const old: MadeTable = [head, ['严重', { words: '五万元', down: 2 }], ['轻微']]
	const fresh: MadeTable = [head, ['严重', '五万元'], ['轻微', '']]
	const redline = compare(old, fresh)
	const { block, table } = articleOf(redline)
	expect(redline.identical).toBe(false)
	expect(block).toMatchObject({ kind: 'modified', nature: 'substance' })
	expect(table.rows[1]?.cells[1]).toMatchObject({
		kind: 'modified',
		isRespanned: true,
		old: { rows: 2 },
		new: { rows: 1 },
	})
	expect(redline.tables.cells.respanned).toBe(1)
})

test('table-merged-across: a word that no longer stands for two columns is a change of substance', () => {
	const head = ['区域', '甲类', '乙类']
	const redline = compare([head, ['核心区', { words: '禁止', across: 2 }]], [head, ['核心区', '禁止', '']])
	expect(articleOf(redline).block).toMatchObject({ kind: 'modified', nature: 'substance' })
	expect(redline.tables.cells.respanned).toBe(1)
	const neighbour = compare(
		[
			[...head, '丙类'],
			['核心区', { words: '禁止', across: 2 }, '允许'],
		],
		[
			[...head, '丙类'],
			['核心区', '禁止', { words: '允许', across: 2 }],
		],
	)
	expect(shown(neighbour)[1]).toBe('modified: 核心区|禁止|允许')
	expect(neighbour.tables.cells.respanned).toBe(2)
})

test('table-mark-moves-column: a mark that went from one column to another is told by its columns', () => {
	const head = ['行为', '警告', '吊销许可']
	const redline = compare([head, ['无证经营', '适用', '']], [head, ['无证经营', '', '适用']])
	expect(shown(redline)[1]).toBe('modified: 无证经营|[-适用-]|{+适用+}')
})

test('an amount is compared in its cell, whatever stands around it', () => {
	const redline = compare(FEES, [FEES[0] ?? [], ['大型车', '次', '20'], FEES[2] ?? [], FEES[3] ?? []])
	expect(shown(redline)[1]).toBe('modified: 大型车|次|[-15-]{+20+}')
	expect(articleOf(redline).block.nature).toBe('substance')
	expect(redline.tables).toMatchObject({
		tables: { modified: 1 },
		rows: { modified: 1 },
		cells: { modified: 1 },
	})
})

test('a row put in the middle is one row that came, and the numbers that count on are none', () => {
	const old: MadeTable = [
		['序号', '情节', '罚款'],
		['1', '轻微', '一万元'],
		['2', '一般', '二万元'],
		['3', '严重', '五万元'],
	]
	const fresh: MadeTable = [
		['序号', '情节', '罚款'],
		['1', '轻微', '一万元'],
		['2', '较轻', '一万五千元'],
		['3', '一般', '二万元'],
		['4', '严重', '五万元'],
	]
	const redline = compare(old, fresh)
	expect(shown(redline)).toEqual([
		'unchanged: 序号|情节|罚款',
		'unchanged: 1|轻微|一万元',
		'added: {+2+}|{+较轻+}|{+一万五千元+}',
		'unchanged: [-2-]{+3+}|一般|二万元',
		'unchanged: [-3-]{+4+}|严重|五万元',
	])
	const { block } = articleOf(redline)
	const counted = block.rows.flatMap((row, at) => (row.cell === 'counted' ? [block.rowNatures[at]] : []))
	expect(counted).toEqual(['numbering', 'numbering'])
})

test('a row within a merged cell comes without a change of that cell', () => {
	const head = ['种类', '情节', '罚款']
	const redline = compare(
		[head, [{ words: '占道', down: 2 }, '轻微', '一万元'], ['严重', '五万元']],
		[head, [{ words: '占道', down: 3 }, '轻微', '一万元'], ['一般', '二万元'], ['严重', '五万元']],
	)
	expect(redline.tables).toMatchObject({ rows: { added: 1, modified: 0 }, cells: { respanned: 0 } })
})

test('a column put in the middle is one column that came', () => {
	const redline = compare(
		FEES,
		FEES.map((row, at) => [...row.slice(0, 2), at === 0 ? '起算' : '自驶入起', ...row.slice(2)]),
	)
	expect(articleOf(redline).table.columns.map(({ kind }) => kind)).toEqual([
		'unchanged',
		'unchanged',
		'added',
		'unchanged',
	])
	expect(shown(redline)[1]).toBe('modified: 大型车|次|{+自驶入起+}|15')
	expect(redline.tables).toMatchObject({ columns: { added: 1, deleted: 0 }, rows: { added: 0, deleted: 0 } })
})

test('two columns that changed places are moved, not rewritten', () => {
	const redline = compare(
		FEES,
		FEES.map((row) => [row[0] ?? '', row[2] ?? '', row[1] ?? '']),
	)
	expect(redline.tables).toMatchObject({
		columns: { moved: 1, added: 0, deleted: 0 },
		cells: { modified: 0 },
	})
	expect(redline.edits).toEqual({ inserted: 0, deleted: 0 })
})

test('a row that stands elsewhere was moved', () => {
	const redline = compare(FEES, [FEES[0] ?? [], FEES[3] ?? [], FEES[1] ?? [], FEES[2] ?? []])
	expect(redline.tables.rows).toMatchObject({ moved: 1, added: 0, deleted: 0 })
	expect(redline.edits).toEqual({ inserted: 0, deleted: 0 })
	expect(articleOf(redline).block.kind).toBe('modified')
})

test('a table that came or went whole is one table, and the article around it stays', () => {
	const came = compareTexts(draft(), draft(FEES))
	expect(came.tables.tables).toMatchObject({ added: 1, deleted: 0 })
	expect(compareTexts(draft(FEES), draft()).tables.tables).toMatchObject({ added: 0, deleted: 1 })
	expect(came.counts).toMatchObject({ modified: 1, added: 0, deleted: 0 })
})

test('a table that became another one keeps its head where the amounts below are all new', () => {
	const redline = compare(
		[
			['等次', '标准'],
			['甲', '一百'],
			['乙', '二百'],
		],
		[
			['等次', '标准'],
			['优', '九十元'],
			['良', '七十元'],
		],
	)
	expect(redline.tables.tables).toMatchObject({ modified: 1, added: 0, deleted: 0 })
})

test('a table in a cell is compared in its cell', () => {
	const nested = (amount: string): MadeTable => [
		['项目', '标准'],
		[
			'停车',
			{
				words: '见下表',
				table: [
					['时段', '元'],
					['白天', amount],
					['夜间', '5'],
				],
			},
		],
	]
	const redline = compare(nested('10'), nested('12'))
	const { block } = articleOf(redline)
	expect(block.tables.map(({ kind }) => kind)).toEqual(['modified', 'modified'])
	expect(block.rows.filter(({ kind }) => kind === 'modified')).toHaveLength(1)
	expect(block.nature).toBe('substance')
})

test('a table of an annex is compared in its annex', () => {
	const annex = (amount: string) =>
		madeDocument([
			'某办法',
			'第一条　甲。',
			'附件1',
			'收费标准',
			[
				['车型', '金额'],
				['大型车', amount],
			],
		])
	const redline = compareTexts(annex('15'), annex('20'))
	expect(articleOf(redline).block.anchor).toBe('annex-1')
	expect(shown(redline)).toEqual(['unchanged: 车型|金额', 'modified: 大型车|[-15-]{+20+}'])
})

test('a pasted table is compared by its cells though no side has pages', () => {
	const text = (last: string) =>
		`某办法\n第一条　标准如下：\n车型\t单位\t金额\n大型车\t次\t15\n${last}\n第二条　施行。`
	expect(shown(compareTexts(text('中型车\t次\t8'), text('新能源车\t次\t3')))).toEqual([
		'unchanged: 车型|单位|金额',
		'unchanged: 大型车|次|15',
		'deleted: [-中型车-]|[-次-]|[-8-]',
		'added: {+新能源车+}|{+次+}|{+3+}',
	])
})

const cell: fc.Arbitrary<MadeCell> = fc.oneof(
	{ weight: 6, arbitrary: fc.stringMatching(/^[大小车次元1-3]{0,4}$/u) },
	{
		weight: 1,
		arbitrary: fc.record({
			words: fc.stringMatching(/^[甲乙\n]{0,4}$/u),
			across: fc.integer({ min: 1, max: 2 }),
			down: fc.integer({ min: 1, max: 2 }),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.constant<MadeCell>({
			words: '内',
			table: [
				['丙', '1'],
				['丁', '2'],
			],
		}),
	},
)
const made: fc.Arbitrary<MadeTable> = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
	minLength: 1,
	maxLength: 5,
})
const document = fc.array(
	fc.oneof(made, fc.constantFrom('第一条　标准：', '第二条　乙。', '说明。', '附件1')),
	{ maxLength: 5 },
)

test('all accepted is the new text, all rejected the old one, and every line of every cell stands once', () => {
	const unnumbered = (lines: readonly string[]) =>
		lines.map((line) => line.replace(/^第.条　/, '')).filter((line) => line !== '')
	fc.assert(
		fc.property(document, document, (before, after) => {
			const [old, fresh] = [madeDocument(before), madeDocument(after)]
			const rows = compareTexts(old, fresh).blocks.flatMap((block) => block.rows)
			const linesOn = (side: 'old' | 'new') =>
				unnumbered(rows.flatMap((row) => row[side]?.map(({ text }) => text).join('') ?? [])).sort()
			const written = (side: typeof old) => unnumbered(linesOf(side.document).map(({ text }) => text)).sort()
			expect(linesOn('old')).toEqual(written(old))
			expect(linesOn('new')).toEqual(written(fresh))
		}),
		{ numRuns: 400 },
	)
})

test('a document beside itself has no change, whatever tables it holds', () => {
	fc.assert(
		fc.property(document, (blocks) => {
			const redline = compareTexts(madeDocument(blocks), madeDocument(blocks))
			expect(redline.identical).toBe(true)
			expect(redline.counts).toMatchObject({ modified: 0, added: 0, deleted: 0, moved: 0 })
		}),
		{ numRuns: 300 },
	)
})
