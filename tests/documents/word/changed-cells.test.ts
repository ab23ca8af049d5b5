import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, p, r, type DocxParts } from '#tests/support/docx-builder.ts'

async function read(parts: DocxParts) {
	const reading = await readDraft(buildDocx(parts), '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	return reading.value
}

const by = 'w:id="1" w:author="甲" w:date="2026-01-01T00:00:00Z"'
const cells = (change: string) =>
	`<w:tbl><w:tr><w:tc><w:tcPr>${change}</w:tcPr>${p(r('改格'))}</w:tc><w:tc>${p(r('留格'))}</w:tc></w:tr></w:tbl>${p(r('尾'))}`

test('a cell that a tracked change deletes is told and stands in no row', async () => {
	const reading = await read({ body: cells(`<w:cellDel ${by}/>`) })
	expect(reading.text).toBe('留格\n尾')
	expect(reading.findings).toContainEqual(
		expect.objectContaining({
			code: 'tracked-deletion',
			detail: expect.objectContaining({ kind: 'cell', excerpt: '改格' }),
		}),
	)
	expect(reading.document.body[0]).toMatchObject({ columns: 1 })
})

test('a cell that a tracked change inserts is told and stands in its row', async () => {
	const reading = await read({ body: cells(`<w:cellIns ${by}/>`) })
	expect(reading.text).toBe('改格\n留格\n尾')
	expect(reading.findings).toContainEqual(
		expect.objectContaining({
			code: 'tracked-insertion',
			detail: expect.objectContaining({ kind: 'cell', excerpt: '改格' }),
		}),
	)
})

test.each([
	[
		'diagram',
		'<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rIdX"/>',
		'diagramData',
		'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t><a:p><a:r><a:t>受理后二十日</a:t></a:r><a:r><a:t>内办结</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>',
		'受理后二十日内办结',
	],
	[
		'chart',
		'<c:chart r:id="rIdX"/>',
		'chart',
		'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>罚款五万元</c:v></c:chartSpace>',
		'罚款五万元',
	],
])('the words of a %s are quoted where it stops the draft', async (kind, element, type, data, excerpt) => {
	const reading = await read({
		body: p(
			`<w:r><w:drawing><a:graphic><a:graphicData>${element}</a:graphicData></a:graphic></w:drawing></w:r>`,
		),
		relationships: `<Relationship Id="rIdX" Type="http://x/${type}" Target="x/data1.xml"/>`,
		extra: [{ name: 'word/x/data1.xml', data }],
	})
	expect(reading.findings).toMatchObject([
		{ code: 'unplaced-text', blocking: true, detail: { kind, excerpt } },
	])
})
