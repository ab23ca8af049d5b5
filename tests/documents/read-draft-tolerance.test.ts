import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, docxEntries, p, r, type DocxParts } from '#tests/support/docx-builder.ts'
import { buildZip, type ZipEntry } from '#tests/support/zip-builder.ts'

const body = p(r('第一条 集市每周开放。'))
const good = docxEntries({ body })
const TEXT = '第一条 集市每周开放。'
const relationships = (content: string) =>
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`

async function read(bytes: Uint8Array) {
	const reading = await readDraft(bytes, '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	return reading.value
}

const withEntries = (...entries: ZipEntry[]) => buildZip([...good, ...entries])
const changed = (name: string, change: (data: string) => string | Uint8Array) =>
	buildZip(
		good.map((entry) => (entry.name === name ? { ...entry, data: change(String(entry.data)) } : entry)),
	)

/** What stands in a file and changes no word of it. */
const harmless: readonly (readonly [what: string, bytes: Uint8Array])[] = [
	[
		'an unread part with a document type',
		withEntries({ name: 'customXml/item1.xml', data: '<!DOCTYPE a><a/>' }),
	],
	[
		'the letters of a document type in CDATA',
		withEntries({ name: 'customXml/item1.xml', data: '<a><![CDATA[<!DOCTYPE b>]]></a>' }),
	],
	['an unread part that is damaged', withEntries({ name: 'customXml/item1.xml', data: '<a><b></a>' })],
	[
		'the letters of a document type in a comment of the text',
		changed('word/document.xml', (xml) => xml.replace('<w:body>', '<!-- <!DOCTYPE a> --><w:body>')),
	],
	['a blank after the last tag', changed('word/document.xml', (xml) => `${xml}\n`)],
	['a zero byte after the last tag', changed('word/document.xml', (xml) => `${xml}\u0000`)],
	['a byte after the archive', Buffer.concat([buildZip(good), Buffer.from([0])])],
	[
		'a picture of one colour',
		withEntries({ name: 'word/media/a.bmp', data: Buffer.alloc(20 * 1024 * 1024) }),
	],
	[
		'a main document with its type from its suffix',
		changed('[Content_Types].xml', (xml) =>
			xml
				.replace(/<Override[^>]*\/>/, '')
				.replace(
					'ContentType="application/xml"',
					'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"',
				),
		),
	],
]

test.each(harmless)('%s does not keep a draft from being read', async (_what, bytes) => {
	expect(await read(bytes)).toMatchObject({ text: TEXT, submittable: true })
})

test('an attached template holds no words of the draft: it is named and not read', async () => {
	const link =
		'<Relationship Id="x" Type="http://x/attachedTemplate" Target="file:///公文.dotx" TargetMode="External"/>'
	const reading = await read(withEntries({ name: 'word/_rels/settings.xml.rels', data: relationships(link) }))
	expect(reading).toMatchObject({
		text: TEXT,
		submittable: true,
		findings: [{ code: 'unread-link', detail: { name: 'attachedTemplate', excerpt: 'file:///公文.dotx' } }],
	})
})

test('the words of a part that nobody reads are searched all the same', async () => {
	const reading = await read(withEntries({ name: 'customXml/item1.xml', data: '<a><b>秘密件</a>' }))
	expect(reading.aside).toContain('秘密件')
})

const chunk = (name: string, data: string | Uint8Array): DocxParts => ({
	body: `${p(r('第一条'))}<w:altChunk r:id="rIdC"/>`,
	relationships: `<Relationship Id="rIdC" Type="http://x/aFChunk" Target="${name}"/>`,
	extra: [{ name: `word/${name}`, data }],
})

test.each([
	[
		'a web page',
		chunk('a.html', '<html><head><style>p{}</style></head><body><p>处罚&nbsp;五万元</p></body></html>'),
	],
	[
		'a saved web page',
		chunk(
			'a.mht',
			'Content-Transfer-Encoding: quoted-printable\r\n\r\n<body>=E5=A4=84=E7=BD=9A 五=\r\n万元</body>',
		),
	],
	[
		'RTF',
		chunk(
			'a.rtf',
			"{\\rtf1{\\fonttbl{\\f0 SimSun;}}\\pard \\u22788?\\u32602? \\'ce\\'e5\\'cd\\'f2\\u20803?\\par}",
		),
	],
	['a document', chunk('a.docx', buildDocx({ body: p(r('处罚 五万元')) }))],
])('%s within the document stops it, with its place and its words', async (_what, parts) => {
	const { findings, submittable } = await read(buildDocx(parts))
	expect(submittable).toBe(false)
	expect(findings).toMatchObject([
		{ code: 'foreign-chunk', blocking: true, detail: { line: 2, excerpt: expect.stringContaining('处罚') } },
	])
	expect(findings[0]?.detail.excerpt).toMatch(/五万元/)
})

test('a document of twelve megabytes is read', async () => {
	const line = p(
		r('行政机关应当自受理申请之日起二十日内作出决定。', '<w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/>'),
	)
	const count = Math.ceil((12 * 1024 * 1024) / Buffer.byteLength(line))
	const { document } = await read(buildDocx({ body: line.repeat(count) }))
	expect(document.body).toHaveLength(count)
})
