import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { documentOfText } from '#app/domain/document/text-document.ts'
import { parseDocument } from '#app/domain/legal-text/parse-legal-text.ts'
import { type PlacedBlock, paragraphsIn, placeDocument } from '#app/domain/legal-text/placed-document.ts'
import { linesOf } from '#app/domain/document/plain-lines.ts'
import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import { PICTURED_DRAFT } from '#tests/support/pictured-draft.ts'

async function pictured() {
	const reading = await readDraft(PICTURED_DRAFT, '稿.docx')
	if (!reading.ok) throw new Error(reading.reason.code)
	return reading.value.document
}

const place = (document: DocumentTree) => placeDocument(document, parseDocument(document))

function wordsOf(blocks: readonly PlacedBlock[]): string {
	return blocks
		.flatMap(paragraphsIn)
		.map(({ label, body }) => label + body)
		.join('')
		.replaceAll('\n', '')
}

test('no word of a document is lost or shown twice', async () => {
	const documents = [
		await pictured(),
		documentOfText(
			'青禾区办法\n第一条　为了规范养犬，\n制定本办法。第二条　本办法适用于本区。\n\n第三条　乙。\n',
		),
		documentOfText('甲\t乙\t丙\n丁\t戊\t己\n第一条　庚。'),
		documentOfText(''),
	]
	for (const document of documents)
		expect(wordsOf(place(document).blocks)).toBe(
			linesOf(document)
				.map((line) => line.text)
				.join(''),
		)
})

test('a table stands between its paragraphs with its spans, and an image where the file has it', async () => {
	const { blocks } = place(await pictured())
	const at = blocks.findIndex((block) => block.block === 'table')
	const table = blocks[at]
	if (table?.block !== 'table') throw new Error('no table')
	expect(blocks[at - 1]).toMatchObject({ body: '补助按照下列标准发放：' })
	expect(table).toMatchObject({ number: 1, columns: 3, merged: 2 })
	expect(table.rows.map(({ isHeader }) => isHeader)).toEqual([true, false, false])
	expect(table.rows.map(({ cells }) => cells.map((cell) => [cell.columnSpan, cell.rowSpan]))).toEqual([
		[
			[1, 1],
			[2, 1],
		],
		[
			[1, 1],
			[1, 1],
			[1, 2],
		],
		[
			[1, 1],
			[1, 1],
		],
	])
	const images = blocks.flatMap(paragraphsIn).flatMap((paragraph) => paragraph.images)
	expect(images).toMatchObject([{ number: 1, alt: '办理程序', part: 'word/media/picture.png' }])
})

test('what follows a table in an article is its next paragraph, as it is counted', async () => {
	const { blocks } = place(await pictured())
	const after = blocks.flatMap(paragraphsIn).find(({ body }) => body.startsWith('前款所称'))
	expect(after?.anchor).toBe('art-2-p2')
})
