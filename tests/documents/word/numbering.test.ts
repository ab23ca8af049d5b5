import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, numbered, p, r } from '#tests/support/docx-builder.ts'

function level(depth: number, format: string, template: string, more = '', suffix = 'nothing'): string {
	return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:suff w:val="${suffix}"/><w:lvlText w:val="${template}"/></w:lvl>`
}

const chapters = level(0, 'chineseCounting', '第%1章', '', 'space')
const articles = level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>', 'space')
const items = level(2, 'chineseCounting', '（%3）')
const abstract = (id: number, levels: string) =>
	`<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const num = (id: number, of: number, overrides = '') =>
	`<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`
const startAt = (depth: number, start: number) =>
	`<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${start}"/></w:lvlOverride>`

async function linesOf(
	numbering: string,
	body: string,
	styles = '',
): Promise<{ lines: string[]; codes: string[] }> {
	const reading = await readDraft(buildDocx({ numbering, styles, body }), '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	return { lines: reading.value.text.split('\n'), codes: reading.value.findings.map(({ code }) => code) }
}

const statute = abstract(1, chapters + articles + items) + num(1, 1)
const line = (list: number, depth: number) => p(r('甲'), numbered(list, depth))

test.each([
	[
		'articles go on through the chapters, items start again under each',
		statute,
		[
			[1, 0],
			[1, 1],
			[1, 2],
			[1, 2],
			[1, 1],
			[1, 2],
			[1, 0],
			[1, 1],
		],
		['第一章 甲', '第一条 甲', '（一）甲', '（二）甲', '第二条 甲', '（一）甲', '第二章 甲', '第三条 甲'],
	],
	[
		'a level that may restart does so under each higher one',
		abstract(1, chapters + level(1, 'decimal', '%1.%2')) + num(1, 1),
		[
			[1, 0],
			[1, 1],
			[1, 0],
			[1, 1],
			[1, 1],
		],
		['第一章 甲', '一.1甲', '第二章 甲', '二.1甲', '二.2甲'],
	],
	[
		'a level may start again only under a level further up',
		abstract(
			1,
			chapters + level(1, 'decimal', '%2.') + level(2, 'decimal', '%3)', '<w:lvlRestart w:val="1"/>'),
		) + num(1, 1),
		[
			[1, 0],
			[1, 1],
			[1, 2],
			[1, 1],
			[1, 2],
			[1, 0],
			[1, 2],
		],
		['第一章 甲', '1.甲', '1)甲', '2.甲', '2)甲', '第二章 甲', '1)甲'],
	],
	[
		'legal numbering shows every level in figures',
		abstract(1, chapters + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + num(1, 1),
		[
			[1, 0],
			[1, 1],
		],
		['第一章 甲', '1.1甲'],
	],
	[
		'two lists of one definition go on counting together',
		abstract(1, chapters) + num(1, 1) + num(2, 1),
		[
			[1, 0],
			[2, 0],
		],
		['第一章 甲', '第二章 甲'],
	],
	[
		'a list with its own start begins there, once',
		abstract(1, chapters) + num(1, 1) + num(2, 1, startAt(0, 1)),
		[
			[1, 0],
			[1, 0],
			[2, 0],
			[2, 0],
		],
		['第一章 甲', '第二章 甲', '第一章 甲', '第二章 甲'],
	],
	[
		'a list may begin elsewhere',
		abstract(1, chapters) + num(1, 1, startAt(0, 9)),
		[
			[1, 0],
			[1, 0],
		],
		['第九章 甲', '第十章 甲'],
	],
	[
		'a list may replace a level of its definition',
		abstract(1, chapters) +
			num(1, 1, `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '%1、')}</w:lvlOverride>`),
		[[1, 0]],
		['1、甲'],
	],
	[
		'a deep level before any higher one shows the higher start',
		abstract(1, chapters + level(1, 'decimal', '%1.%2')) + num(1, 1),
		[[1, 1]],
		['一.1甲'],
	],
	['a list that does not exist numbers nothing', statute, [[9, 0]], ['甲']],
	['list 0 numbers nothing', statute, [[0, 0]], ['甲']],
	['a level that does not exist numbers nothing', statute, [[1, 7]], ['甲']],
	[
		'the usual suffix is a tab',
		abstract(1, level(0, 'decimal', '%1.', '', 'tab')) + num(1, 1),
		[[1, 0]],
		['1.\t甲'],
	],
	['a private bullet is a bullet', abstract(1, level(0, 'bullet', '\uF0B7')) + num(1, 1), [[1, 0]], ['•甲']],
	['an empty template shows nothing', abstract(1, level(0, 'decimal', '')) + num(1, 1), [[1, 0]], ['甲']],
])('%s', async (_rule, numbering, paragraphs, expected) => {
	const body = paragraphs.map(([list = 0, depth = 0]) => line(list, depth)).join('')
	expect((await linesOf(numbering, body)).lines).toEqual(expected)
})

test('a style numbers its paragraphs, also through the style it is based on, at the level that names it', async () => {
	const styles =
		'<w:style w:type="paragraph" w:styleId="T"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="U"><w:basedOn w:val="T"/></w:style>'
	const numbering = abstract(1, chapters + level(1, 'decimal', '%2、', '<w:pStyle w:val="T"/>')) + num(1, 1)
	const body =
		p(r('甲'), '<w:pStyle w:val="T"/>') +
		p(r('乙'), '<w:pStyle w:val="U"/>') +
		p(r('丙'), '<w:pStyle w:val="T"/><w:numPr><w:numId w:val="0"/></w:numPr>')
	expect((await linesOf(numbering, body, styles)).lines).toEqual(['1、甲', '2、乙', '丙'])
})

test('a list that links to a numbering style uses that style’s list', async () => {
	const styles =
		'<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
	const numbering = `${abstract(1, '<w:numStyleLink w:val="N"/>')}${abstract(2, `<w:styleLink w:val="N"/>${chapters}`)}${num(1, 1)}${num(2, 2)}`
	expect((await linesOf(numbering, line(1, 0), styles)).lines).toEqual(['第一章 甲'])
})

test('a paragraph whose mark is deleted or hidden takes no number', async () => {
	const gone = (mark: string) => `<w:rPr>${mark}</w:rPr>`
	const body =
		line(1, 0) +
		p('', `${numbered(1)}${gone('<w:del w:id="1"/>')}`) +
		p(r('乙', '<w:vanish/>'), `${numbered(1)}${gone('<w:vanish/>')}`) +
		line(1, 0)
	expect((await linesOf(statute, body)).lines).toEqual(['第一章 甲', '第二章 甲'])
})

test('a number in a format nobody knows is named', async () => {
	const read = await linesOf(abstract(1, level(0, 'hebrew1', '%1')) + num(1, 1), line(1, 0))
	expect(read).toEqual({ lines: ['1甲'], codes: ['unplaced-text'] })
})

test('a hidden number is out of the text and named', async () => {
	const hidden = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/><w:rPr><w:vanish/></w:rPr></w:lvl>`
	expect(await linesOf(abstract(1, hidden) + num(1, 1), line(1, 0))).toEqual({
		lines: ['甲'],
		codes: ['hidden-text'],
	})
})
