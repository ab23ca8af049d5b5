import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { parseLegalText, textOf } from '#app/domain/legal-text/parse-legal-text.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'

const LAWS = process.env['LAW_TEXTS_DIR'] ?? ''

const line = fc.oneof(
	fc.constantFrom(
		'第一条　为了…，制定本办法。',
		'第二条　适用范围。',
		'第一章　总则',
		'（一）甲；',
		'（二）乙。',
		'1.丙',
		'一、总体要求',
		'二、任务',
		'（1）丁',
		'',
	),
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
			const { clauses } = parseLegalText(lines.join('\n'))
			const anchors = clauses.map((clause) => clause.anchor)
			const places = clauses.flatMap((clause) => clause.paragraphs.map((paragraph) => paragraph.anchor))
			return new Set(anchors).size === anchors.length && new Set(places).size === places.length
		}),
	)
})

test('chapters, articles, paragraphs, items and sub-items get their places', () => {
	const text = [
		'某办法',
		'第一章　总则',
		'第一条　甲。',
		'第二条　乙：',
		'（一）丙；',
		'1.丁',
		'（二）戊。',
		'己。',
		'第二条之一　庚。',
	].join('\n')
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
	[
		'一、（一）1. is an outline',
		['某方案', '一、甲', '（一）乙', '1.丙', '二、丁'],
		'outline',
		['top-1', '1', '1.1', '1.1.1', '2'],
	],
	['a text without numbers is paragraphs', ['甲', '乙'], 'paragraphs', ['p1', 'p2']],
	[
		'a citation at the head of a line is no article',
		['某通知', '第三条规定的条件照旧。'],
		'paragraphs',
		['p1', 'p2'],
	],
] as const)('%s', (_rule, lines, scheme, keys) => {
	const parsed = parseLegalText(lines.join('\n'))
	expect(parsed.scheme).toBe(scheme)
	expect(parsed.clauses.map((clause) => clause.key)).toEqual(keys)
})

/** The numbers of the articles that the parser sees. */
const keysOf = (lines: readonly string[]) =>
	parseLegalText(lines.join('\n'))
		.clauses.filter((clause) => clause.kind === 'article')
		.map((clause) => clause.key)

test.each([
	[
		'a cited article with a blank after its number',
		['第一条　甲。', '第二条　乙。', '第三条　规定的情形除外。'],
		['1', '2'],
	],
	['a blank inside a number', ['第一条　甲。', '第 二 条　乙。'], ['1', '2']],
	['full-width digits', ['第１条　甲。', '第２条　乙。'], ['1', '2']],
	['no blank after the number', ['第一条为了规范管理。', '第二条本办法适用于本区。'], ['1', '2']],
	[
		'a cited article at the head of a broken line',
		['第一条　甲。', '第二条　依照《某法》', '第五十二条　以及本规定办理。', '第三条　丙。'],
		['1', '2', '3'],
	],
	[
		'a cited article after a sentence',
		['第一条　甲。', '第二条规定的情形除外。', '第二条　乙。'],
		['1', '2'],
	],
	[
		'a broken line after the last article',
		[
			'第一条　甲。',
			'第二条　经营者应当在开业前十日内向所在地的街道办事处提出申请，并依照某法',
			'第九条 甲类办理。',
		],
		['1', '2'],
	],
	[
		'an article that begins with an ordinal or looks like a citation',
		['第一条　第一类器械实行备案管理。', '第二条中小企业适用本办法。', '第三条项目单位应当报告。'],
		['1', '2', '3'],
	],
	['an article that was deleted', ['第一条　甲。', '第二条（删去）', '第三条　丙。'], ['1', '2', '3']],
	[
		'branches up to 之九',
		['第一条　甲。', '第一条之一　乙。', '第一条之九　丙。', '第二条　丁。'],
		['1', '1-1', '1-9', '2'],
	],
	[
		'an annex with articles of its own',
		['第一条　甲。', '第二条　乙。', '附件1', '第一条　丙。'],
		['1', '2'],
	],
] as const)('%s does not mislead the parser', (_trap, lines, keys) => {
	expect(keysOf(lines)).toEqual(keys)
})

test('a table of contents makes no headings, and headings are seen with inner blanks or none after the number', () => {
	const text = [
		'某办法',
		'目　录',
		'第一章　总则',
		'第二章　附则',
		'第一章总则',
		'第一条　甲。',
		'第二章　附　　则',
		'第二条　乙。',
	]
	const headings = parseLegalText(text.join('\n')).clauses.filter((clause) => clause.kind === 'heading')
	expect(headings.map((clause) => clause.paragraphs[0]?.line)).toEqual([4, 6])
})

test.each([
	[
		'a citation in a broken line',
		['第一条　依照《某法》', '第五十二条以及本办法办理。', '第二条　乙。'],
		[1, 1],
	],
	['a table', ['第一条　甲：', '项目　分值', '占道经营　三分', '第二条　乙。'], [3, 1]],
] as const)('%s: each article has the paragraphs that it has', (_what, lines, counts) => {
	const { clauses } = parseLegalText(lines.join('\n'))
	expect(clauses.map((clause) => clause.paragraphs.length)).toEqual(counts)
})

test('sentences broken at the edge of a page are put together again, and no line end is lost', () => {
	const sentence = '经营者应当在每日收市后清运摊位周围的垃圾并保持地面干净，不得占用消防通道堆放货物和杂物。'
	const articles = Array.from({ length: 8 }, (_, at) => `第${writeNumber(at + 1)}条　${sentence}${sentence}`)
	const text = articles.flatMap((article) => article.match(/.{1,19}/gu) ?? []).join('\n')
	const { clauses } = parseLegalText(text)
	expect(clauses.map((clause) => [clause.key, clause.paragraphs.length])).toEqual(
		articles.map((_, at) => [String(at + 1), 1]),
	)
	expect(textOf(parseLegalText(text))).toBe(text)
})

test('chapters that restart in each 编 are headings of their own, and articles know both', () => {
	const text = [
		'第一编　总则',
		'第一章　范围',
		'第一条　甲。',
		'第二编　分则',
		'第一章　许可',
		'第二条　乙。',
	]
	const { clauses } = parseLegalText(text.join('\n'))
	expect(clauses.filter((clause) => clause.kind === 'article').map((clause) => clause.headings)).toEqual([
		['第一编　总则', '第一章　范围'],
		['第二编　分则', '第一章　许可'],
	])
})

test('an introduction stands before the first article, items with any brackets are items', () => {
	const text = [
		'某办法',
		'为规范管理，制定本办法。',
		'第一条　下列：',
		'(一)甲；',
		'（二）乙；',
		'1.丙',
		'第二条　丁。',
	]
	const { clauses } = parseLegalText(text.join('\n'))
	expect(clauses.map((clause) => clause.key)).toEqual(['top-1', '1', '2'])
	expect(clauses[1]?.paragraphs.map((paragraph) => paragraph.kind)).toEqual([
		'text',
		'item',
		'item',
		'sub-item',
	])
})

test.each([
	['heads of chapters and articles', ['第一章　总则', '第一条　目的', '第二章　附则', '第二条　施行日期']],
	['heads of articles only', ['第一条　目的', '第二条　施行日期']],
	['heads with the numbers of pages', ['第一章　总则……1', '第一条　目的……1', '第二章　附则……2']],
])('a table of contents marked as such makes no article where it repeats %s', (_what, contents) => {
	const body = [
		...(contents[0]?.includes('章') ? ['第一章　总则'] : []),
		'第一条　为了规范夜间集市，制定本办法。',
		...(contents[0]?.includes('章') ? ['第二章　附则'] : []),
		'第二条　本办法自公布之日起施行。',
	]
	const parsed = parseLegalText(['夜间集市管理办法', '目　录', ...contents, ...body].join('\n'))
	const articles = parsed.clauses.filter((clause) => clause.kind === 'article')
	expect(articles.map((clause) => [clause.key, clause.paragraphs[0]?.body])).toEqual([
		['1', '为了规范夜间集市，制定本办法。'],
		['2', '本办法自公布之日起施行。'],
	])
	expect(parsed.problems).toEqual([])
})

test.each([
	'① 夜间指十八时以后。',
	'[1] 夜间指十八时以后。',
	'注：夜间指十八时以后。',
	'* 第二条所称夜间指十八时以后。',
])('a note within an article (%s) is no 款: the ones below keep their numbers', (note) => {
	const lines = [
		'第一条　集市在夜间开放。',
		note,
		'遇有大风的，暂停开放。',
		'第二条　本办法自公布之日起施行。',
	]
	const [article, next] = parseLegalText(lines.join('\n')).clauses
	expect(article?.paragraphs.map(({ body, anchor }) => [body, placeLabel(anchor)])).toEqual([
		['集市在夜间开放。', '第一条第一款'],
		[note, '第一条'],
		['遇有大风的，暂停开放。', '第一条第二款'],
	])
	expect(next?.key).toBe('2')
})

test('一、 after the full stop of the last article begins a list of its own; after a colon it is the article’s', () => {
	const list = ['一、水产', '二、熟食']
	const text = (last: string) => ['第一条　集市分类开放。', `第二条　${last}`, ...list].join('\n')
	const keys = (last: string) => parseLegalText(text(last)).clauses.map((clause) => clause.key)
	expect(keys('本办法自公布之日起施行。')).toEqual(['1', '2', 'annex-1'])
	expect(keys('下列品种单独设区：')).toEqual(['1', '2'])
})

test('an annex after the last article is none of its paragraphs', () => {
	const { clauses } = parseLegalText(['第一条　甲。', '附件：记分表', '一、项目'].join('\n'))
	expect(clauses.map((clause) => [clause.kind, clause.paragraphs.length])).toEqual([
		['article', 1],
		['annex', 2],
	])
})

test.each([
	[
		'a number that comes twice',
		['第一条　甲', '第一条　乙'],
		[{ code: 'duplicate-article', label: '第一条', line: 1 }],
	],
	[
		'a number that is missing',
		['第一条　甲', '第三条　乙'],
		[{ code: 'missing-article', after: 1, found: 3, line: 1 }],
	],
	[
		'a number out of order',
		['第一条　甲。', '第三十条　乙。', '第三条　丙。', '第四条　丁。'],
		[
			{ code: 'out-of-order', label: '第三十条', line: 1 },
			{ code: 'missing-article', after: 1, found: 3, line: 2 },
		],
	],
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
	['par-12000', '第一万二千段'],
	['sec-0-3-p2', '（三）第二段'],
	['annex-1-5', '附件1第五段'],
	['art-13-r2', '第十三条'],
	['top-1-2', '标题和引言'],
])('the place %s is written %s', (anchor, label) => {
	expect(placeLabel(anchor)).toBe(label)
})

test('numbers of articles are read as they are written', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 99_999_999 }),
			(number) => readNumber(writeNumber(number)) === number,
		),
	)
	expect([
		readNumber('一百〇一'),
		readNumber('一百零一'),
		readNumber('一○一'),
		readNumber('１２'),
		readNumber('甲'),
	]).toEqual([101, 101, 101, 12, null])
})

test.skipIf(LAWS === '')(
	'every text of LAW_TEXTS_DIR parses with no lost or invented character and no gap in its numbers',
	() => {
		const pairs = readdirSync(join(LAWS, 'pairs')).flatMap((name) =>
			['old.txt', 'new.txt'].map((side) => join('pairs', name, side)),
		)
		const corpus = readdirSync(join(LAWS, 'corpus')).map((name) => join('corpus', name))
		for (const file of [...corpus, ...pairs]) {
			const text = readFileSync(join(LAWS, file), 'utf8')
			expect(textOf(parseLegalText(text))).toBe(text)
			expect([
				file,
				parseLegalText(text).problems.filter((problem) => problem.code !== 'no-article'),
			]).toEqual([file, []])
		}
	},
)

test('an article that begins with a number after its own is the first branch and not the eleventh', () => {
	const { clauses } = parseLegalText('第三条　甲。\n第三条之一　一项工程由一个单位负责。\n第四条　乙。')
	expect(clauses.map(({ key }) => key)).toEqual(['3', '3-1', '4'])
	expect(clauses[1]?.paragraphs[0]?.body).toBe('一项工程由一个单位负责。')
})
