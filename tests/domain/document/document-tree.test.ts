import { describe, expect, test } from 'vitest'
import { readDocumentJson, writeDocumentJson } from '#app/domain/document/document-json.ts'
import type { DocumentTree, Paragraph, Table } from '#app/domain/document/document-tree.ts'
import { linesOf, plainText } from '#app/domain/document/plain-lines.ts'
import { documentOfText } from '#app/domain/document/text-document.ts'
import { blocksOf, tablesOf } from '#app/domain/document/walk-document.ts'

const paragraph = (place: string, text: string, label = ''): Paragraph => ({
	kind: 'paragraph',
	place,
	label,
	text,
	role: 'text',
	outline: null,
	align: null,
	marks: [],
})

const table: Table = {
	kind: 'table',
	place: 'body/1',
	columns: 2,
	rows: [
		{
			place: 'body/1/0',
			header: true,
			cells: [
				{
					place: 'body/1/0/0',
					column: 0,
					columnSpan: 2,
					rowSpan: 1,
					blocks: [paragraph('body/1/0/0/0', '罚则')],
				},
			],
		},
	],
}

const document: DocumentTree = {
	form: 1,
	body: [
		paragraph('body/0', '养犬\n应当登记。〔脚注1〕', '第一条\t'),
		table,
		{ kind: 'text-box', place: 'body/2', blocks: [paragraph('body/2/0', '框内')] },
	],
	notes: [
		{
			kind: 'footnote',
			place: 'footnote/0',
			mark: '〔脚注1〕',
			blocks: [
				paragraph('footnote/0/0', ' '),
				paragraph('footnote/0/1', ' 见附件。'),
				paragraph('footnote/0/2', '又'),
			],
		},
	],
	margins: [
		{
			kind: 'header',
			place: 'header/0',
			pages: 'all',
			section: 1,
			blocks: [paragraph('header/0/0', '送审稿')],
		},
	],
}

describe('the lines of a document', () => {
	test('are its paragraphs, cells, boxes and notes in order, without headers', () => {
		expect(plainText(document).split('\n')).toEqual([
			'第一条\t养犬',
			'应当登记。〔脚注1〕',
			'罚则',
			'框内',
			'〔脚注1〕见附件。',
			'又',
		])
	})

	test('tell where each stands, which of it is the number, and which table or note it is of', () => {
		expect(linesOf(document).map(({ place, label, table: of, note }) => [place, label, of, note])).toEqual([
			['body/0', 4, null, null],
			['body/0', 0, null, null],
			['body/1/0/0/0', 0, 'body/1', null],
			['body/2/0', 0, null, null],
			['footnote/0/1', 0, null, 'footnote/0'],
			['footnote/0/2', 0, null, 'footnote/0'],
		])
	})
})

test('the canonical text of a document gives the same document back, and another form is read again', () => {
	expect(readDocumentJson(writeDocumentJson(document))).toEqual(document)
	expect(readDocumentJson('{"form":0}')).toBeNull()
})

test('every block has a place of its own', () => {
	const places = [...blocksOf(document)].map((block) => block.place)
	expect(new Set(places).size).toBe(places.length)
	expect(places).toContain('header/0/0')
})

describe('a text without layout', () => {
	test('has one paragraph a line and gives its lines back', () => {
		const text = '标题\n\n第一条\t养犬\n第二条\t登记'
		expect(plainText(documentOfText(text))).toBe(text)
		expect(tablesOf(documentOfText(text))).toEqual([])
	})

	test('has a table where lines were pasted from one for certain', () => {
		const [found] = tablesOf(documentOfText('罚则如下：\n情形\t下限\t上限\n严重\t一万元\t五万元\n以上。'))
		expect(found).toMatchObject({ columns: 3, place: 'body/1' })
		expect(found?.rows.map((row) => row.cells.map((cell) => cell.blocks[0]))).toMatchObject([
			[{ text: '情形' }, { text: '下限' }, { text: '上限' }],
			[{ text: '严重' }, { text: '一万元' }, { text: '五万元' }],
		])
	})

	test.each(['第一条\t甲\t乙\n第二条\t丙\t丁', '甲\t乙\n丙\t丁', '甲\t乙\t丙\n丁', '\t\t甲\n\t\t乙'])(
		'has none where tabs may be layout: %j',
		(text) => expect(tablesOf(documentOfText(text))).toEqual([]),
	)
})
