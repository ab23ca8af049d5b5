import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { compareParagraphs, sideOf } from '#app/domain/redline/compare-paragraphs.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Redline } from '#app/domain/redline/redline.ts'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''
const read = (name: string) => readFileSync(new URL(`../../../seeds/demo/drafts/${name}.txt`, import.meta.url), 'utf8').trimEnd()

const joined = (segments: readonly { text: string }[]) => segments.map((segment) => segment.text).join('')
const paragraph = fc.stringMatching(/^[应当不得经营者第一二三条款，。《》法0-9a-c]{0,40}$/u)

test('what stays and what comes give the new text, what stays and what goes the old one, for every pair', () => {
	fc.assert(
		fc.property(fc.oneof(paragraph, fc.string()), fc.oneof(paragraph, fc.string()), (before, after) => {
			const { segments } = compareParagraphs(before, after)
			return joined(sideOf(segments, 'new')) === after && joined(sideOf(segments, 'old')) === before
		}),
		{ numRuns: 1000 },
	)
})

const line = fc.oneof(
	fc.constantFrom('第一条　为了规范管理，制定本办法。', '第二条　本办法适用于本区。', '第三条　由区局负责。', '（一）年满十八周岁；', '（二）在本区经营；', '第一章　总则', '一、任务', '二、保障'),
	paragraph,
)

/** The bodies of one side of a redline: everything but the numbers. */
function bodiesOf(redline: Redline, side: 'old' | 'new'): string[] {
	return redline.blocks.flatMap((block) => block.rows.flatMap((row) => (row[side] ? [joined(row[side])] : []))).sort()
}

test('every paragraph of both texts stands in the redline exactly once, numbers aside', () => {
	fc.assert(
		fc.property(fc.array(line, { maxLength: 14 }), fc.array(line, { maxLength: 14 }), (before, after) => {
			const [oldText, newText] = [before.join('\n'), after.join('\n')]
			const redline = compareTexts(oldText, newText)
			const bodies = (text: string) => parseLegalText(text).clauses.flatMap((clause) => clause.paragraphs.map(({ body }) => body)).sort()
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
	expect(kindOf('4')).toEqual({ old: ['4'], new: ['4', '5'], kind: 'split' })
	expect(kindOf('6')).toEqual({ old: ['6'], new: ['7'], kind: 'renumbered' })
	expect(kindOf('12')).toEqual({ old: ['12'], new: ['13'], kind: 'modified' })
	expect(kindOf('17')).toEqual({ old: ['17'], new: [], kind: 'deleted' })
})

test('a renumbering alone changes no text', () => {
	const before = '第一条　甲甲甲甲甲甲。\n第二条　乙乙乙乙乙乙。'
	const after = '第一条　丙丙丙丙丙丙丙丙。\n第二条　甲甲甲甲甲甲。\n第三条　乙乙乙乙乙乙。'
	const redline = compareTexts(before, after)
	expect(redline.links).toEqual([
		{ old: [], new: ['1'], kind: 'added' },
		{ old: ['1'], new: ['2'], kind: 'renumbered' },
		{ old: ['2'], new: ['3'], kind: 'renumbered' },
	])
	expect(redline.edits).toEqual({ inserted: 9, deleted: 0 })
})

test.each([
	['an amount', '处二万元罚款', '处二十万元罚款', '二十万元'],
	['the number of an article', '依照第十二条办理', '依照第二十二条办理', '第二十二条'],
	['a title', '依据《合同法》办理', '依据《民法典》办理', '《民法典》'],
])('a change never cuts through %s', (_what, before, after, whole) => {
	const { segments } = compareParagraphs(before, after)
	expect(segments).toContainEqual({ kind: 'inserted', text: whole })
})

test('two texts with nothing in common end quickly, as a replacement', () => {
	const before = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 5000))).join('')
	const after = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x6e00 + ((at * 104_729) % 5000))).join('')
	const redline = compareTexts(before, after)
	expect(redline.links.map((link) => link.kind).sort()).toEqual(['added', 'deleted'])
	expect(redline.edits).toEqual({ inserted: 20_000, deleted: 20_000 })
}, 20_000)

type Link = { old: string[]; new: string[]; kind: string }
type Truth = { mappings: Link[]; optionalLinks?: [string, string][] }

test.skipIf(LAWS === '')('on real statutes with known correspondences, links reach F1 0.97 summed over all pairs', () => {
	let [right, wrong, missed] = [0, 0, 0]
	for (const name of readdirSync(join(LAWS, 'pairs'))) {
		const file = (part: string) => join(LAWS, 'pairs', name, part)
		if (!existsSync(file('truth.json'))) continue
		const truth = JSON.parse(readFileSync(file('truth.json'), 'utf8')) as Truth
		const pairs = (links: readonly { old: readonly string[]; new: readonly string[] }[]) =>
			new Set(links.flatMap((link) => link.old.flatMap((old) => link.new.map((fresh) => `${old}>${fresh}`))))
		const wanted = pairs(truth.mappings)
		const optional = new Set((truth.optionalLinks ?? []).map(([old, fresh]) => `${old}>${fresh}`))
		const found = pairs(compareTexts(readFileSync(file('old.txt'), 'utf8'), readFileSync(file('new.txt'), 'utf8')).links)
		for (const pair of found) if (wanted.has(pair)) right += 1
			else if (!optional.has(pair)) wrong += 1
		for (const pair of wanted) if (!found.has(pair)) missed += 1
	}
	const f1 = (2 * right) / (2 * right + wrong + missed)
	console.info(`link F1 ${f1.toFixed(4)} (${right} right, ${wrong} wrong, ${missed} missed)`)
	expect(f1).toBeGreaterThan(0.97)
})
