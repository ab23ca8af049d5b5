import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, PART_SIZE } from '#app/domain/redline-reading/cut-into-parts.ts'
import { readRedline } from '#app/domain/redline-reading/read-redline.ts'
import {
	type PlacedItem,
	type Reading,
	type ReadingChoice,
	AROUND,
} from '#app/domain/redline-reading/reading.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'

const NO_CHOICE: ReadingChoice = { around: '0', kind: null, nature: null, mark: null, part: null, at: null }

/** A text of articles; those named say something else than before. */
function text(count: number, changed: readonly number[] = [], length = 1): string {
	return Array.from({ length: count }, (_, at) => {
		const word = changed.includes(at + 1) ? '应当在十日内' : '可以在三日内'
		return `第${at + 1}条　第${at + 1}类申请人${word}提出申请。${'并附材料。'.repeat(length)}`
	}).join('\n')
}

function read(before: string, after: string, choice: Partial<ReadingChoice> = {}, items: PlacedItem[] = []) {
	return readRedline(compareTexts(before, after), items, { ...NO_CHOICE, ...choice })
}

/** What stands open: the keys of new clauses. */
function open(reading: Reading): string[] {
	return reading.entries.flatMap((entry) =>
		entry.kind === 'block' ? entry.block.new.map((clause) => clause.key) : [],
	)
}

test.each([
	['0', ['5']],
	['1', ['4', '5', '6']],
	['3', ['2', '3', '4', '5', '6', '7', '8']],
	['all', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
] as const)('with %s around a change, the articles shown are these', (around, expected) => {
	expect(open(read(text(10), text(10, [5]), { around }))).toEqual(expected)
})

test('an article of which only the paragraphs begin elsewhere is a change that is shown and counted', () => {
	const long = `第3条　街道办事处应当每日巡查集市。占道经营的，当场劝导并记录在册。`
	const before = `${text(2)}\n${long}\n第4条　本办法由区司法局解释。`
	const reading = read(before, before.replace('集市。', '集市。\n'))
	expect(open(reading)).toEqual(['3'])
	expect(reading.summary).toMatchObject({ changes: 1, counts: { modified: 1, unchanged: 3 } })
	expect(reading.summary.natures.numbering).toBe(1)
})

test('what is not open is folded, so that every article is on the page', () => {
	const reading = read(text(10), text(10, [5]))
	expect(reading.entries.map((entry) => entry.kind)).toEqual(['fold', 'block', 'fold'])
	expect(reading.entries.flatMap(blocksOf)).toHaveLength(10)
})

test('a filter shows what fits and counts the rest; the counts are those of the whole', () => {
	const after = `${text(9, [2])}\n第11条　本办法由区司法局解释。`
	const reading = read(text(10), after, { kind: 'added' })
	expect(open(reading)).toEqual(['11'])
	expect(reading.summary.changes).toBeGreaterThan(1)
	expect(reading.entries.filter((entry) => entry.kind === 'fold')).toEqual([])
	const left = reading.entries.flatMap((entry) => (entry.kind === 'left-out' ? [entry.count] : []))
	expect(left.reduce((sum, count) => sum + count, 0) + 1).toBe(compareTexts(text(10), after).blocks.length)
})

test('a place that a link asks for stands open, whatever was chosen', () => {
	expect(open(read(text(10), text(10, [5]), { at: 'art-9' }))).toEqual(['5', '9'])
	expect(open(read(text(10), text(10, [5]), { at: 'art-9', kind: 'added' }))).toEqual(['9'])
})

test('changes that no opinion asked for are marked; where an item is at one 项, the others are outside of it', () => {
	const before = '第一条　条件如下：\n（一）年满十八周岁；\n（二）从业三年以上。\n第二条　依法公示五日。'
	const after = '第一条　条件如下：\n（一）年满十六周岁；\n（二）从业二年以上。\n第二条　依法公示七日。'
	const item: PlacedItem = { id: 'i', anchor: 'art-1-i2', side: 'old' }
	const { entries, summary } = read(before, after, {}, [item])
	const outside = entries.flatMap(blocksOf).map((block) => block.outside)
	expect(outside).toEqual([['art-1-i1'], 'all'])
	expect(summary.marks.outside).toBe(2)
	expect(read(before, after).summary.marks.outside).toBe(0)
	expect(read(before, after, {}, [{ ...item, anchor: 'art-1' }]).summary.marks.outside).toBe(1)
})

test('an article with an item stands open even where nothing was changed', () => {
	const item: PlacedItem = { id: 'i', anchor: 'art-8', side: 'old' }
	expect(open(read(text(10), text(10, [5]), {}, [item]))).toEqual(['5', '8'])
})

test('a long text is cut into parts that together are the whole, in order and without gaps', () => {
	const [before, after] = [text(400, [], 40), text(400, [3, 200, 399], 40)]
	const whole = read(before, after, { around: 'all', part: 'all' }).entries.flatMap(blocksOf)
	const first = read(before, after, { around: 'all' })
	expect(first.parts.length).toBeGreaterThan(2)
	const parts = first.parts.map((_name, at) => read(before, after, { around: 'all', part: at + 1 }).entries)
	expect(parts.flat().flatMap(blocksOf)).toEqual(whole)
	for (const part of parts) expect(sizeOf(part)).toBeLessThan(PART_SIZE * 1.2)
	expect(read(before, after, { at: 'art-399' }).part).toBe(read(before, after).parts.length)
	expect(read(before, after, { part: 99 }).part).toBe(read(before, after).parts.length)
})

test('too long a text is never shown as one page', () => {
	const [before, after] = [text(2000, [], 40), text(2000, [3], 40)]
	expect(read(before, after, { around: 'all', part: 'all' })).toMatchObject({ part: 1, mayShowAll: false })
})

test('whatever is chosen, every block is shown, folded or counted exactly once', () => {
	const redlines = [
		compareTexts(text(30), text(30, [1, 7, 8, 30])),
		compareTexts(text(12), `${text(11)}\n第12条　新增。`),
		compareTexts('', text(5)),
	]
	fc.assert(
		fc.property(
			fc.constantFrom(...redlines),
			fc.constantFrom(...AROUND),
			fc.constantFrom(null, 'modified', 'added', 'unchanged'),
			fc.constantFrom(null, 'art-7', 'no-such-place'),
			(redline, around, kind, at) => {
				const { entries } = readRedline(redline, [], { ...NO_CHOICE, around, kind, at })
				const counted = entries.flatMap((entry) => (entry.kind === 'left-out' ? [entry.count] : []))
				const shown = entries.flatMap(blocksOf).length
				return shown + counted.reduce((sum, count) => sum + count, 0) === redline.blocks.length
			},
		),
	)
})

function sizeOf(entries: Reading['entries']): number {
	return entries
		.flatMap(blocksOf)
		.flatMap((block) => block.rows.flatMap((row) => row.merged))
		.reduce((sum, segment) => sum + segment.text.length, 0)
}
