import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, p, r, type DocxParts } from '#tests/support/docx-builder.ts'

async function read(parts: DocxParts | string) {
	const reading = await readDraft(buildDocx(typeof parts === 'string' ? { body: parts } : parts), '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	const { text, findings, submittable } = reading.value
	return { text, codes: findings.map(({ code }) => code), submittable }
}

const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const filled = (inside: string) => `<w14:textFill ${W14}>${inside}</w14:textFill>`
const styled = (run: string) => ({
	body: p(`<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>不</w:t></w:r>`),
	styles: `<w:style w:type="character" w:styleId="S"><w:rPr>${run}</w:rPr></w:style>`,
})

test.each([
	['a line through it', p(r('不', '<w:strike/>'))],
	['two lines through it', p(r('不', '<w:dstrike/>'))],
	['a line through it by its style', styled('<w:strike/>')],
])('words with %s are read, named, and keep the draft from being submitted', async (_look, parts) => {
	expect(await read(parts)).toEqual({ text: '不', codes: ['struck-text'], submittable: false })
})

test('words whose style strikes them, but which themselves do not, are ordinary words', async () => {
	const parts = styled('<w:strike/>')
	const body = parts.body.replace('</w:rPr>', '<w:strike w:val="0"/></w:rPr>')
	expect(await read({ ...parts, body })).toEqual({ text: '不', codes: [], submittable: true })
})

test.each([
	['filled with nothing', filled('<w14:noFill/>')],
	[
		'filled with a colour that lets everything through',
		filled(
			'<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill>',
		),
	],
	['black under a black marker', '<w:highlight w:val="black"/>'],
	['white under a white marker', '<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>'],
	['in the colour of their shading', '<w:color w:val="C00000"/><w:shd w:val="clear" w:fill="c00000"/>'],
])('words %s are named as hardly seen', async (_look, properties) => {
	expect(await read(p(r('不', properties)))).toEqual({
		text: '不',
		codes: ['faint-text'],
		submittable: false,
	})
})

test.each([
	['under a yellow marker', '<w:highlight w:val="yellow"/>'],
	['white on a dark ground', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'],
	[
		'filled with an ordinary colour',
		filled('<w14:solidFill><w14:srgbClr w14:val="FF0000"/></w14:solidFill>'),
	],
])('words %s are ordinary words', async (_look, properties) => {
	expect(await read(p(r('不', properties)))).toEqual({ text: '不', codes: [], submittable: true })
})

const BY = 'w:id="1" w:author="张"'

test.each([
	['ink over the text', p(`${r('甲')}<w:r><w:contentPart r:id="x"/></w:r>`), '甲', 'unplaced-text'],
	['a document within the document', `${p(r('甲'))}<w:subDoc r:id="x"/>`, '甲', 'unplaced-text'],
	['words outside of the body', `${p(r('甲'))}</w:body><w:body>${p(r('乙'))}`, '甲', 'unplaced-text'],
	['words outside of the cells of a row', `<w:tbl><w:tr>${p(r('乙'))}</w:tr></w:tbl>`, '', 'unplaced-text'],
	[
		'words in a drawing, outside of its boxes',
		p(`<w:r><w:drawing>${r('乙')}</w:drawing></w:r>`),
		'',
		'unplaced-text',
	],
	[
		'a control that was put in as a change',
		p(`<w:customXmlInsRangeStart ${BY}/>${r('甲')}<w:customXmlInsRangeEnd w:id="1"/>`),
		'甲',
		'tracked-formatting',
	],
	[
		'a change where none belongs',
		p(r('甲'), `<w:tabs><w:tab><w:del ${BY}/></w:tab></w:tabs>`),
		'甲',
		'tracked-formatting',
	],
	[
		'a row that was taken out as a whole',
		`<w:tbl><w:del ${BY}><w:tr><w:tc>${p(r('乙'))}</w:tc></w:tr></w:del></w:tbl>`,
		'',
		'tracked-deletion',
	],
	[
		'a row bound to other data',
		`<w:tbl><w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent><w:tr><w:tc>${p(r('甲'))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`,
		'甲',
		'bound-control',
	],
])('%s is named and keeps the draft from being submitted', async (_what, body, text, code) => {
	const reading = await read(body)
	expect(reading).toMatchObject({ text, submittable: false })
	expect(reading.codes).toContain(code)
})
