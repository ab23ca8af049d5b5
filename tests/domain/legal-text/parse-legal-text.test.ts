import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { parseLegalText, textOf } from '#app/domain/legal-text/parse-legal-text.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''

const line = fc.oneof(
	fc.constantFrom('第一条　为了…，制定本办法。', '第二条　适用范围。', '第一章　总则', '（一）甲；', '（二）乙。', '1.丙', '一、总体要求', '二、任务', '（1）丁', ''),
	fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\n')),
)

test('no character of a text is lost or invented, whatever the text is', () => {
	fc.assert(
		fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
			const text = lines.join('\n')
			return textOf(parseLegalText(text)) === text
		}),
		{ numRuns: 500 },
	)
})

test('no two places of a text have the same anchor', () => {
	fc.assert(
		fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
			const anchors = parseLegalText(lines.join('\n')).clauses.map((clause) => clause.anchor)
			return new Set(anchors).size === anchors.length
		}),
	)
})

test('chapters, articles, paragraphs, items and sub-items get their places', () => {
	const text = ['某办法', '第一章　总则', '第一条　甲。', '第二条　乙：', '（一）丙；', '1.丁', '（二）戊。', '己。', '第二条之一　庚。'].join('\n')
	const parsed = parseLegalText(text)
	expect(parsed.scheme).toBe('articles')
	expect(parsed.title).toBe('某办法')
	expect(parsed.clauses.map((clause) => [clause.key, clause.label])).toEqual([
		['top-1', ''],
		['head-1', '第一章'],
		['1', '第一条'],
		['2', '第二条'],
		['2-1', '第二条之一'],
	])
	expect(parsed.clauses[3]?.paragraphs.map((paragraph) => paragraph.anchor)).toEqual([
		'art-2-p1',
		'art-2-p1-i1',
		'art-2-p1-i1-m1',
		'art-2-p1-i2',
		'art-2-p2',
	])
})

test.each([
	['一、（一）1. is an outline', ['某方案', '一、甲', '（一）乙', '1.丙', '二、丁'], 'outline', ['top-1', '1', '1.1', '1.1.1', '2']],
	['a text without numbers is paragraphs', ['甲', '乙'], 'paragraphs', ['p1', 'p2']],
	['a citation at the head of a line is no article', ['某通知', '第三条规定的条件照旧。'], 'paragraphs', ['p1', 'p2']],
] as const)('%s', (_rule, lines, scheme, keys) => {
	const parsed = parseLegalText(lines.join('\n'))
	expect(parsed.scheme).toBe(scheme)
	expect(parsed.clauses.map((clause) => clause.key)).toEqual(keys)
})

test.each([
	['a number that comes twice', ['第一条　甲', '第一条　乙'], [{ code: 'duplicate-article', label: '第一条', line: 1 }]],
	['a number that is missing', ['第一条　甲', '第三条　乙'], [{ code: 'missing-article', after: 1, found: 3, line: 1 }]],
	['a draft without any article', ['甲', '乙'], [{ code: 'no-article' }]],
	['a text in order', ['第一条　甲', '第一条之一　乙', '第二条　丙'], []],
] as const)('%s is named to the reader', (_what, lines, problems) => {
	expect(parseLegalText(lines.join('\n')).problems).toEqual(problems)
})

test.each([
	['art-13', '第十三条'],
	['art-13-p2-i3-m1', '第十三条第二款第（三）项第1目'],
	['art-120-1', '第一百二十条之一'],
	['sec-3-2-1', '三（二）1'],
	['par-4', '第四段'],
	['top-1-2', '标题和引言'],
])('the place %s is written %s', (anchor, label) => {
	expect(placeLabel(anchor)).toBe(label)
})

test('numbers of articles are read as they are written', () => {
	fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (number) => readNumber(writeNumber(number)) === number))
	expect([readNumber('一百〇一'), readNumber('一百零一'), readNumber('一○一'), readNumber('１２'), readNumber('甲')]).toEqual([101, 101, 101, 12, null])
})

test.skipIf(LAWS === '')('every text of LAW_TEXTS_DIR parses with no lost or invented character and no gap in its numbers', () => {
	const folder = join(LAWS, 'corpus')
	for (const file of readdirSync(folder)) {
		const text = readFileSync(join(folder, file), 'utf8')
		expect(textOf(parseLegalText(text))).toBe(text)
		expect([file, parseLegalText(text).problems.filter((problem) => problem.code !== 'no-article')]).toEqual([file, []])
	}
})
