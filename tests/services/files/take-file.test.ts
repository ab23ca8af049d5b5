import { READER_IN_PLACE } from '#tests/support/open-test-shell.ts'
import { expect, test } from 'vitest'
import { takeDraft, takePaper } from '#app/services/files/take-file.server.ts'
import { type DocxParts, buildDocx, p, r } from '#tests/support/docx-builder.ts'
import { buildZip } from '#tests/support/zip-builder.ts'

const BODY = p(r('第一条　本办法自印发之日起施行。'))
const LONG = '青禾区人民政府办公室文件'.repeat(20)
const comment = (words: string) => `<w:comment w:id="1" w:author="王某">${p(r(words))}</w:comment>`
const deleted = (words: string) =>
	p(`<w:del w:id="1" w:author="王某"><w:r><w:delText>${words}</w:delText></w:r></w:del>`)

const drawn = (words: string) =>
	`<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>${words.slice(0, 1)}</a:t></a:r><a:r><a:t>${words.slice(1)}</a:t></a:r></a:p>`

/** Everywhere in a Word file that words stand without standing in its text. */
const ASIDE: readonly (readonly [where: string, parts: (marking: string) => DocxParts])[] = [
	['a header', (marking) => ({ body: BODY, header: p(r(marking)) })],
	['the end of a long header', (marking) => ({ body: BODY, header: p(r(LONG + marking)) })],
	['a footer', (marking) => ({ body: BODY, footer: p(r(marking)) })],
	['a comment', (marking) => ({ body: BODY, comments: comment(LONG + marking) })],
	['a deletion not yet accepted', (marking) => ({ body: BODY + deleted(marking) })],
	[
		'the last of very many deletions',
		(marking) => ({
			body: BODY + Array.from({ length: 300 }, (_, at) => deleted(`删${at}`)).join('') + deleted(marking),
		}),
	],
	[
		'a chart',
		(marking) => ({ body: BODY, extra: [{ name: 'word/charts/chart1.xml', data: drawn(marking) }] }),
	],
	[
		'the properties of the file',
		(marking) => ({
			body: BODY,
			extra: [{ name: 'docProps/core.xml', data: `<core><keywords>${marking}</keywords></core>` }],
		}),
	],
	['hidden words', (marking) => ({ body: BODY + p(r(LONG + marking, '<w:vanish/>')) })],
]

test.each(ASIDE)('a marking in %s is found like one in the text', async (_where, parts) => {
	const take = (marking: string) =>
		takeDraft(READER_IN_PLACE, { name: '办法.docx', bytes: buildDocx(parts(marking)), secrecy: 'internal' })
	expect(await take('绝密★长期')).toMatchObject({
		ok: false,
		reason: { code: 'classified', level: 'top-secret' },
	})
	expect(await take('保守国家秘密')).toMatchObject({ ok: true })
})

const workbook = (sheet: string, strings = '') =>
	buildZip([
		{ name: 'xl/worksheets/sheet1.xml', data: `<worksheet>${sheet}</worksheet>` },
		{ name: 'xl/sharedStrings.xml', data: `<sst>${strings}</sst>` },
	])
const olderWord = (words: string, shift = 0) =>
	Buffer.concat([
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		Buffer.alloc(504 + shift),
		Buffer.from(`第一条　本办法自印发之日起施行。\r${words}\r附件`, 'utf16le'),
	])

/** Materials that are kept as they are, and where words stand in them. */
const PAPERS: readonly (readonly [where: string, name: string, bytes: (marking: string) => Buffer])[] = [
	['a cell', '台账.xlsx', (marking) => workbook('', `<si><t>${marking}</t></si>`)],
	[
		'a cell in pieces',
		'台账.xlsx',
		(marking) =>
			workbook('', `<si><r><t>${marking.slice(0, 1)}</t></r><r><t>${marking.slice(1)}</t></r></si>`),
	],
	['a cell that holds its words itself', '台账.xlsx', (marking) => workbook(`<is><t>${marking}</t></is>`)],
	[
		'the header of a sheet',
		'台账.xlsx',
		(marking) => workbook(`<headerFooter><oddHeader>&amp;L${marking}</oddHeader></headerFooter>`),
	],
	[
		'a page of an OFD',
		'公文.ofd',
		(marking) =>
			buildZip([
				{ name: 'OFD.xml', data: '<o:OFD xmlns:o="u"/>' },
				{
					name: 'Doc_0/Pages/Page_0/Content.xml',
					data: `<o:Page xmlns:o="u"><o:TextObject><o:TextCode>${marking}</o:TextCode></o:TextObject></o:Page>`,
				},
			]),
	],
	['a line of an older Word file', '旧稿.doc', (marking) => olderWord(marking)],
	['a line at an odd place', '旧稿.wps', (marking) => olderWord(marking, 1)],
]

test.each(PAPERS)('a marking in %s is found: the material %s is not taken', async (_where, name, bytes) => {
	const take = (words: string) =>
		takePaper(READER_IN_PLACE, { name, bytes: bytes(words), secrecy: 'internal' })
	expect(await take('机密★5年')).toMatchObject({
		ok: false,
		reason: { code: 'classified', level: 'secret' },
	})
	expect(await take('保守国家秘密')).toMatchObject({ ok: true })
})

test('a package that nobody can open is not kept as a material: nothing in it could be searched', async () => {
	const whole = workbook('')
	const bytes = whole.subarray(0, whole.length - 30)
	expect(await takePaper(READER_IN_PLACE, { name: '台账.xlsx', bytes, secrecy: 'internal' })).toMatchObject({
		ok: false,
		reason: { code: 'file-refused', cause: 'damaged-file' },
	})
})
