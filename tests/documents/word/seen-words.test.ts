import { describe, expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, p, r, type DocxParts } from '#tests/support/docx-builder.ts'

async function read(parts: DocxParts | string) {
	const reading = await readDraft(buildDocx(typeof parts === 'string' ? { body: parts } : parts), '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	return reading.value
}

const codesOf = ({ findings }: Awaited<ReturnType<typeof read>>) => findings.map(({ code }) => code)

/** Layouts in which Word keeps words that nobody sees; each holds 五万元. */
const words = '罚款五万元。'
const tableOf = (properties: string, rowProperties: string, grid = '') =>
	`<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr>${rowProperties}</w:trPr><w:tc>${p(r(words))}</w:tc></w:tr></w:tbl>`
const boxOf = (style: string) =>
	p(
		`<w:r><w:pict><v:shape style="${style}"><v:textbox><w:txbxContent>${p(r(words))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
	)
const drawn = (inside: string) =>
	p(
		`<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">${inside}<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p(r(words))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
	)

const unseen: readonly (readonly [how: string, body: string, code: string])[] = [
	[
		'lines of a twentieth of a point',
		p(r(words), '<w:spacing w:line="1" w:lineRule="exact"/>'),
		'hidden-by-layout',
	],
	['a scale of one per cent', p(r(words, '<w:w w:val="1"/>')), 'hidden-by-layout'],
	[
		'characters upon each other',
		p(r(words, '<w:spacing w:val="-400"/><w:sz w:val="32"/>')),
		'hidden-by-layout',
	],
	['a width to fit of nothing', p(r(words, '<w:fitText w:val="1"/>')), 'hidden-by-layout'],
	[
		'a frame beside the page',
		p(r(words), '<w:framePr w:w="2000" w:hAnchor="page" w:x="20000" w:y="1"/>'),
		'hidden-by-layout',
	],
	['an indent beyond the page', p(r(words), '<w:ind w:left="20000"/>'), 'hidden-by-layout'],
	['an indent before the page', p(r(words), '<w:ind w:left="-9000"/>'), 'hidden-by-layout'],
	['near white', p(r(words, '<w:color w:val="F5F5F5"/>')), 'faint-text'],
	[
		'the white of the theme',
		p(r(words, '<w:color w:val="000000" w:themeColor="background1"/>')),
		'faint-text',
	],
	[
		'a fill of letters in white',
		p(
			r(
				words,
				'<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
			),
		),
		'faint-text',
	],
	[
		'nearly the colour of its shading',
		p(r(words, '<w:color w:val="203864"/><w:shd w:val="clear" w:fill="1F3763"/>')),
		'faint-text',
	],
	[
		'the colour of the shading of its paragraph',
		p(r(words, '<w:color w:val="1F3763"/>'), '<w:shd w:val="clear" w:fill="1F3763"/>'),
		'faint-text',
	],
	[
		'white on a shading of white',
		p(r(words, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FEFEFE"/>')),
		'faint-text',
	],
	['a row of no height', tableOf('', '<w:trHeight w:val="1" w:hRule="exact"/>'), 'hidden-by-layout'],
	[
		'a column of no width',
		tableOf('<w:tblLayout w:type="fixed"/>', '', '<w:gridCol w:w="0"/>'),
		'hidden-by-layout',
	],
	['a table beside the page', tableOf('<w:tblpPr w:tblpX="30000"/>', ''), 'hidden-by-layout'],
	['a text box of no height', boxOf('position:absolute;width:100pt;height:0'), 'hidden-by-layout'],
	['a text box that is not shown', boxOf('width:100pt;height:20pt;visibility:hidden'), 'hidden-by-layout'],
	['a drawing of no width', drawn('<wp:extent cx="1" cy="900000"/>'), 'hidden-by-layout'],
	['a drawing that is hidden', drawn('<wp:docPr id="1" name="a" hidden="1"/>'), 'hidden-by-layout'],
	[
		'a drawing beside the page',
		drawn('<wp:positionH relativeFrom="page"><wp:posOffset>99000000</wp:posOffset></wp:positionH>'),
		'hidden-by-layout',
	],
]

test.each(unseen)('words in %s stop the draft and are quoted', async (_how, body, code) => {
	const reading = await read(body)
	const found = reading.findings.find((finding) => finding.code === code)
	expect(found).toMatchObject({ blocking: true, detail: { excerpt: words } })
	expect(reading.submittable).toBe(false)
})

const seen: readonly (readonly [how: string, body: string])[] = [
	['lines of 28 points', p(r(words), '<w:spacing w:line="560" w:lineRule="exact"/>')],
	['a scale of 80 per cent', p(r(words, '<w:w w:val="80"/>'))],
	['an indent of two characters', p(r(words), '<w:ind w:firstLineChars="200" w:firstLine="640"/>')],
	['a hanging indent', p(r(words), '<w:ind w:left="1280" w:hanging="640"/>')],
	['white on a dark shading', p(r(words, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3763"/>'))],
	[
		'white on a dark cell',
		`<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3763"/></w:tcPr>${p(r(words, '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`,
	],
	['grey', p(r(words, '<w:color w:val="7F7F7F"/>'))],
	['a row of exactly one centimetre', tableOf('', '<w:trHeight w:val="567" w:hRule="exact"/>')],
	['a floating table', tableOf('<w:tblpPr w:tblpX="1200" w:tblpY="300"/>', '')],
]

test.each(seen)('words in %s are seen', async (_how, body) => {
	expect((await read(body)).submittable).toBe(true)
})

test('a line height is read one attribute at a time: the rule of one style, the height of another', async () => {
	const styles = [
		'<w:style w:type="paragraph" w:styleId="a1"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:style>',
		'<w:style w:type="paragraph" w:styleId="a2"><w:basedOn w:val="a1"/><w:pPr><w:spacing w:line="1"/></w:pPr></w:style>',
	].join('')
	expect(codesOf(await read({ styles, body: p(r(words), '<w:pStyle w:val="a2"/>') }))).toEqual([
		'hidden-by-layout',
	])
})

describe('numbers of a style chain', () => {
	const level = (at: number, text: string) =>
		`<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="${text}"/><w:suff w:val="nothing"/><w:lvlRestart w:val="0"/></w:lvl>`
	const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '第%1章')}${level(1, '第%2条')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	const style = (id: string, basedOn: string, properties: string) =>
		`<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${basedOn}"/><w:pPr><w:numPr>${properties}</w:numPr></w:pPr></w:style>`
	const styles =
		style('chapter', '', '<w:numId w:val="1"/>') +
		style('article', 'chapter', '<w:ilvl w:val="1"/>') +
		style('own', 'article', '') +
		style('none', 'article', '<w:numId w:val="0"/>')
	const of = (id: string, text: string, own = '') => p(r(text), `<w:pStyle w:val="${id}"/>${own}`)

	test('number and level are inherited apart', async () => {
		const body =
			of('chapter', '总则') +
			of('article', '甲') +
			of('own', '乙') +
			of('none', '丙') +
			of('chapter', '附则') +
			of('article', '丁')
		expect((await read({ styles, numbering, body })).text.split('\n')).toEqual([
			'第一章总则',
			'第一条甲',
			'第二条乙',
			'丙',
			'第二章附则',
			'第三条丁',
		])
	})

	test('a level or a number of its own changes only that', async () => {
		const body =
			of('article', '甲', '<w:numPr><w:ilvl w:val="0"/></w:numPr>') +
			of('own', '乙', '<w:numPr><w:numId w:val="1"/></w:numPr>')
		expect((await read({ styles, numbering, body })).text).toBe('第一章甲\n第一条乙')
	})

	test('a number that programs may write in different signs is named and stops nothing', async () => {
		const body = of('article', '甲').repeat(101)
		const reading = await read({ styles, numbering, body })
		expect(reading.text.split('\n').slice(98)).toEqual(['第九十九条甲', '第一百条甲', '第一百〇一条甲'])
		expect(reading).toMatchObject({
			submittable: true,
			findings: [{ code: 'uncertain-number', detail: { line: 101, excerpt: '第一百〇一条' } }],
		})
	})
})

describe('what is seen', () => {
	const field = (instruction: string) =>
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`

	test.each([
		['an enclosed number', field('eq \\o\\ac(○,3)'), '③'],
		['an enclosed ideograph', field('EQ \\o(\\s\\up 2(○),二)'), '㊁'],
		['another enclosed character', field('eq \\o\\ac(□,免)'), '免\u20DE'],
		['a guide made by a field', field('EQ \\* jc2 \\o\\ad(\\s\\up 9(dēng),登)'), '登'],
		['a tick of Wingdings', sign('Wingdings', 'F0FE'), '☑'],
		['a tick of Wingdings 2', sign('Wingdings 2', 'F052'), '☑'],
		['a circled number of Wingdings', sign('Wingdings', 'F083'), '③'],
		['a sign of Symbol', sign('Symbol', 'F0B3'), '≥'],
		['a letter in Wingdings', r('þ同意', '<w:rFonts w:ascii="Wingdings"/>'), '☑同意'],
		[
			'two lines in one in brackets',
			r('甲乙', '<w:eastAsianLayout w:id="1" w:combine="1" w:combineBrackets="round"/>'),
			'（甲乙）',
		],
		[
			'the chosen entry of a list',
			'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
			'乙',
		],
	])('of %s is read', async (_what, runs, text) => {
		const reading = await read(p(runs))
		expect(reading.text).toBe(text)
		expect(reading.submittable).toBe(true)
	})

	test('of a sign whose font is not known is named', async () => {
		expect(await read(p(sign('Webdings', 'F061')))).toMatchObject({ text: '\uFFFD', submittable: false })
	})

	const ruby = (above: string) =>
		p(`<w:r><w:ruby><w:rt>${r(above)}</w:rt><w:rubyBase>${r('登')}</w:rubyBase></w:ruby></w:r>`)

	test('of a phonetic guide is its base; a guide with words of its own stops the draft', async () => {
		expect(await read(ruby('dēng'))).toMatchObject({
			text: '登',
			submittable: true,
			findings: [{ code: 'phonetic-guide', detail: { excerpt: '登（dēng）' } }],
		})
		expect(await read(ruby('不得'))).toMatchObject({ text: '登', submittable: false })
	})

	test('of a note with a mark of its own is that mark, and others keep their numbers', async () => {
		const reading = await read({
			body: p(
				`${r('甲')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>${r('乙')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
			),
			footnotes: `<w:footnote w:id="1">${p(r('* 另见附件'))}</w:footnote><w:footnote w:id="2">${p(r('二注'))}</w:footnote>`,
		})
		expect(reading.text.split('\n')).toEqual(['甲*乙〔脚注1〕', '* 另见附件', '〔脚注1〕二注'])
		expect(reading.document.notes.map(({ mark }) => mark)).toEqual(['*', '〔脚注1〕'])
		expect(reading.document.body).toMatchObject([
			{
				marks: [
					{ at: 1, length: 1, note: 'footnote/0' },
					{ at: 3, length: 5, note: 'footnote/1' },
				],
			},
		])
	})
})
