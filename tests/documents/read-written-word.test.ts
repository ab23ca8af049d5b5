import {
	CommentRangeEnd,
	CommentRangeStart,
	CommentReference,
	DeletedTextRun,
	Document,
	FootnoteReferenceRun,
	Footer,
	ImageRun,
	InsertedTextRun,
	PageNumber,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
} from 'docx'
import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'

const change = { id: 1, author: '张', date: '2026-01-01T00:00:00Z' }
const picture = {
	type: 'png',
	data: Buffer.from('picture'),
	transformation: { width: 1, height: 1 },
} as const

test('a file that another program wrote, with everything a draft may hold, is read and named', async () => {
	const document = new Document({
		comments: {
			children: [{ id: 0, author: '李', date: new Date(0), children: [new Paragraph('此处待定')] }],
		},
		footnotes: { 1: { children: [new Paragraph('不含自学')] } },
		sections: [
			{
				footers: {
					default: new Footer({
						children: [
							new Paragraph({ children: [new TextRun({ children: ['- ', PageNumber.CURRENT, ' -'] })] }),
						],
					}),
				},
				children: [
					new Paragraph({
						children: [
							new TextRun('应当'),
							new InsertedTextRun({ text: '在十日内', ...change }),
							new DeletedTextRun({ text: '立即', ...change, id: 2 }),
							new CommentRangeStart(0),
							new TextRun('报告'),
							new CommentRangeEnd(0),
							new TextRun({ children: [new CommentReference(0)] }),
							new FootnoteReferenceRun(1),
							new TextRun({ text: '，不', vanish: true }),
							new TextRun('。'),
						],
					}),
					new Table({
						rows: [
							new TableRow({
								children: [
									new TableCell({ children: [new Paragraph('项目')] }),
									new TableCell({ children: [new Paragraph('金额')] }),
								],
							}),
						],
					}),
					new Paragraph({ children: [new ImageRun(picture)] }),
				],
			},
		],
	})
	const reading = await readDraft(new Uint8Array(await Packer.toBuffer(document)), '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	expect(reading.value.text).toBe('应当在十日内报告〔脚注1〕。\n项目\n金额\n\n〔脚注1〕不含自学')
	const codes = reading.value.findings.map(({ code }) => code)
	expect(codes).toEqual([
		'tracked-insertion',
		'tracked-deletion',
		'hidden-text',
		'table',
		'image',
		'footnote',
		'header-footer',
		'comment',
	])
	expect(reading.value.submittable).toBe(false)
})
