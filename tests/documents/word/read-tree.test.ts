import { describe, expect, test } from 'vitest'
import type { Block, Cell, DocumentTree } from '#app/domain/document/document-tree.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'
import { blocksOf } from '#app/domain/document/walk-document.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, p, r, type DocxParts } from '#tests/support/docx-builder.ts'

async function treeOf(parts: DocxParts): Promise<DocumentTree> {
	const reading = await readDraft(buildDocx(parts), '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	expect(plainText(reading.value.document)).toBe(reading.value.text)
	const places = [...blocksOf(reading.value.document)].map((block) => block.place)
	expect(new Set(places).size).toBe(places.length)
	return reading.value.document
}

const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(words))}</w:tc>`
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`
const [begins, goesOn] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']
const across = (columns: number) => `<w:gridSpan w:val="${columns}"/>`

/** A table as a reader would draw it: [words, column, columns, rows] of each cell. */
function drawn(block: Block | undefined) {
	if (block?.kind !== 'table') throw new Error('no table')
	return block.rows.map(({ cells }) =>
		cells.map((one) => [wordsOf(one), one.column, one.columnSpan, one.rowSpan]),
	)
}

const wordsOf = ({ blocks }: Cell) =>
	blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind)).join('|')

describe('a table', () => {
	test('keeps its rows, columns and header rows', async () => {
		const { body } = await treeOf({
			body: table(row(cell('情形') + cell('金额'), '<w:tblHeader/>') + row(cell('严重') + cell('五万元'))),
		})
		expect(body[0]).toMatchObject({ kind: 'table', columns: 2, rows: [{ header: true }, { header: false }] })
		expect(drawn(body[0])).toEqual([
			[
				['情形', 0, 1, 1],
				['金额', 1, 1, 1],
			],
			[
				['严重', 0, 1, 1],
				['五万元', 1, 1, 1],
			],
		])
	})

	test('shows a cell merged down once, over the rows that it covers', async () => {
		const { body } = await treeOf({
			body: table(
				row(cell('严重') + cell('五万元', begins)) +
					row(cell('轻微') + cell('', goesOn)) +
					row(cell('其他') + cell('警告', begins)),
			),
		})
		expect(drawn(body[0])).toEqual([
			[
				['严重', 0, 1, 1],
				['五万元', 1, 1, 2],
			],
			[['轻微', 0, 1, 1]],
			[
				['其他', 0, 1, 1],
				['警告', 1, 1, 1],
			],
		])
	})

	test('shows a cell merged across once, and what follows it in its true column', async () => {
		const { body } = await treeOf({
			body: table(row(cell('禁止', across(2)) + cell('备注')) + row(cell('甲') + cell('乙') + cell('丙'))),
		})
		expect(drawn(body[0])[0]).toEqual([
			['禁止', 0, 2, 1],
			['备注', 2, 1, 1],
		])
	})

	test('begins where its first cell stands, when columns before it are skipped', async () => {
		const { body } = await treeOf({
			body: table(row(cell('甲') + cell('乙')) + row(cell('丙'), '<w:gridBefore w:val="1"/>')),
		})
		expect(drawn(body[0])[1]).toEqual([['丙', 1, 1, 1]])
	})

	test('holds tables in its cells, and no span that Word could not show', async () => {
		const inner = `<w:tc>${table(row(cell('内')))}${p('')}</w:tc>`
		const { body } = await treeOf({ body: table(row(inner + cell('外', across(900_000_000)))) })
		expect(drawn(body[0])).toEqual([
			[
				['table|', 0, 1, 1],
				['外', 1, 63, 1],
			],
		])
	})
})

describe('a paragraph', () => {
	const styles = [
		'<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr></w:style>',
		'<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="章标题"/><w:basedOn w:val="a1"/></w:style>',
	].join('')

	test('knows what it is by the style that its own is based on', async () => {
		const { body } = await treeOf({ styles, body: p(r('总则'), '<w:pStyle w:val="a2"/>') + p(r('正文')) })
		expect(body).toMatchObject([
			{ text: '总则', role: 'heading', outline: 1, align: 'centre', place: 'body/0' },
			{ text: '正文', role: 'text', outline: null, align: null, place: 'body/1' },
		])
	})

	test('keeps the marks of its notes with the notes they lead to', async () => {
		const { body, notes } = await treeOf({
			body: p(`${r('甲')}<w:r><w:footnoteReference w:id="7"/></w:r>${r('乙')}`),
			footnotes: `<w:footnote w:id="7">${p(r(' 见附件'))}</w:footnote>`,
		})
		expect(body).toMatchObject([
			{ text: '甲〔脚注1〕乙', marks: [{ kind: 'note', at: 1, length: 5, note: 'footnote/0' }] },
		])
		expect(notes).toMatchObject([{ place: 'footnote/0', mark: '〔脚注1〕', blocks: [{ text: ' 见附件' }] }])
	})

	test('takes the words and marks of one whose end was deleted', async () => {
		const gone = '<w:rPr><w:del w:id="1" w:author="甲" w:date="2026-01-01T00:00:00Z"/></w:rPr>'
		const { body } = await treeOf({
			body: p(r('甲'), gone) + p(`${r('乙')}<w:r><w:footnoteReference w:id="7"/></w:r>`),
			footnotes: `<w:footnote w:id="7">${p(r('注'))}</w:footnote>`,
		})
		expect(body).toMatchObject([{ text: '甲乙〔脚注1〕', marks: [{ at: 2 }] }])
	})
})

test('an image stands where it is anchored, with its hash and what its author said of it', async () => {
	const drawing = [
		'<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">',
		'<wp:extent cx="3600000" cy="1800000"/><wp:docPr id="1" name="图" descr="区位图"/>',
		'<a:graphic><a:graphicData><a:blip r:embed="rIdI"/></a:graphicData></a:graphic></wp:inline></w:drawing>',
	].join('')
	const { body } = await treeOf({
		body: p(`${r('见图')}<w:r>${drawing}</w:r>${r('。')}`),
		relationships: '<Relationship Id="rIdI" Type="http://x/image" Target="media/a.png"/>',
		extra: [{ name: 'word/media/a.png', data: 'png' }],
	})
	expect(body).toMatchObject([
		{
			text: '见图。',
			marks: [
				{
					kind: 'image',
					at: 2,
					image: { part: 'word/media/a.png', size: 3, alt: '区位图', width: 100, height: 50 },
				},
			],
		},
	])
})

test('a text box stands after its paragraph, headers and footers with the pages that show them', async () => {
	const box = `<w:pict><v:textbox><w:txbxContent>${p(r('框内'))}</w:txbxContent></v:textbox></w:pict>`
	const { body, margins } = await treeOf({
		body: `${p(`${r('正文')}<w:r>${box}</w:r>`)}<w:sectPr><w:headerReference w:type="first" r:id="rId-header"/></w:sectPr>`,
		header: p(r('送审稿')),
		footer: p(r('页')),
	})
	expect(body).toMatchObject([
		{ kind: 'paragraph', text: '正文', place: 'body/0' },
		{ kind: 'text-box', place: 'body/1', blocks: [{ text: '框内', place: 'body/1/0' }] },
	])
	expect(margins).toMatchObject([
		{ kind: 'header', pages: 'first', section: 1, blocks: [{ text: '送审稿', place: 'header/0/0' }] },
		{ kind: 'footer', pages: null, section: null, blocks: [{ text: '页' }] },
	])
})
