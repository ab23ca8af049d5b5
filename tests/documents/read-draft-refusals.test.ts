import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { FILE_SIZE_LIMIT } from '#app/documents/draft-reading.ts'
import { PACKAGE_LIMITS } from '#app/documents/open-package.server.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, docxEntries, p, r } from '#tests/support/docx-builder.ts'
import { buildZip, type ZipEntry } from '#tests/support/zip-builder.ts'

const body = p(r('第一条　为了规范培训，制定本办法。'))
const good = docxEntries({ body })
const relationship = (type: string, target: string) =>
	`<Relationship Id="x" Type="http://x/${type}" Target="${target}" TargetMode="External"/>`
const withEntry = (entry: ZipEntry) => buildZip([...good, entry])
const forged = (name: string, change: Partial<ZipEntry>) =>
	buildZip(good.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)))
const document = 'word/document.xml'
const ole = (words: string) =>
	Buffer.concat([
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		Buffer.alloc(600),
		Buffer.from(words, 'utf16le'),
	])
const rooted = (xml: string) =>
	forged(document, {
		data: `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>`,
	})

const openDocument = buildZip([
	{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
	{ name: 'content.xml', data: '<a/>' },
])
const lockFile = Buffer.concat([Buffer.from([4]), Buffer.from('user'), Buffer.alloc(157)])

/** What a user or an attacker may send, and the code of the answer. */
const refusals: readonly (readonly [what: string, bytes: Uint8Array, fileName: string, code: string])[] = [
	['no bytes', new Uint8Array(), '稿.docx', 'empty-file'],
	['more bytes than the limit', new Uint8Array(FILE_SIZE_LIMIT + 1), '稿.docx', 'too-large'],
	['a Word 97 file', ole('WordDocument'), '稿.doc', 'old-word-file'],
	['a WPS file', ole('WordDocument'), '稿.wps', 'old-word-file'],
	['a PDF', Buffer.from('%PDF-1.7'), '稿.PDF', 'pdf-file'],
	['an OFD', buildZip([{ name: 'OFD.xml', data: '<a/>' }]), '稿.ofd', 'ofd-file'],
	['a program', Buffer.from('MZ'), '稿.exe', 'wrong-suffix'],
	['no suffix', buildDocx({ body }), '稿', 'wrong-suffix'],
	['a Word 97 file called .docx', ole('WordDocument'), '稿.docx', 'old-word-file'],
	['a PDF called .docx', Buffer.from('%PDF-1.7'), '稿.docx', 'pdf-file'],
	['an RTF called .docx', Buffer.from('{\\rtf1\\ansi }'), '稿.docx', 'rtf-file'],
	['an OpenDocument text', openDocument, '稿.odt', 'odt-file'],
	['an OpenDocument text called .docx', openDocument, '稿.docx', 'odt-file'],
	['a template', buildDocx({ body }), '公文.dotx', 'template-file'],
	['a web page called .doc', Buffer.from('<html></html>'), '稿.doc', 'old-word-file'],
	['the lock file of an open document', lockFile, '稿.docx', 'lock-file'],
	['a lock file by its name', buildDocx({ body }), '~$稿.docx', 'lock-file'],
	['a table of the older format called .docx', ole('Workbook'), '稿.docx', 'wrong-suffix'],
	['a .docx called .txt', buildDocx({ body }), '稿.txt', 'wrong-suffix'],
	['words called .docx', Buffer.from('第一条'), '稿.docx', 'not-a-zip'],
	['a .docx cut in half', buildDocx({ body }).subarray(0, 300), '稿.docx', 'damaged-file'],
	['a document under a password', ole('EncryptedPackage'), '稿.docx', 'encrypted-document'],
	['an encrypted entry', forged(document, { encrypted: true }), '稿.docx', 'encrypted-document'],
	[
		'a spreadsheet called .docx',
		buildZip([{ name: 'xl/workbook.xml', data: '<a/>' }]),
		'稿.docx',
		'not-word',
	],
	[
		'a package without its main document',
		buildZip(good.filter(({ name }) => name !== document)),
		'稿.docx',
		'not-word',
	],
	[
		'a main document of another type',
		buildDocx({ body, mainType: 'application/xml' }),
		'稿.docx',
		'not-word',
	],
	[
		'a bomb by declared size',
		withEntry({ name: 'a.xml', data: 'a', claimedSize: PACKAGE_LIMITS.xmlPart + 1 }),
		'稿.docx',
		'zip-bomb',
	],
	[
		'a bomb by number',
		buildZip(Array.from({ length: 3_001 }, (_, index) => ({ name: `a${index}`, data: '' }))),
		'稿.docx',
		'zip-bomb',
	],
	[
		'a header that says less than there is',
		forged(document, { claimedSize: 100 }),
		'稿.docx',
		'lying-header',
	],
	[
		'a header that says more than there is',
		forged(document, { claimedSize: 5_000 }),
		'稿.docx',
		'lying-header',
	],
	[
		'two headers that disagree on the name',
		forged(document, { localName: 'word/dokument.xml' }),
		'稿.docx',
		'lying-header',
	],
	['bytes that do not match their checksum', forged(document, { crc: 1 }), '稿.docx', 'damaged-file'],
	['a name that climbs', withEntry({ name: '../a', data: 'a' }), '稿.docx', 'bad-entry-name'],
	['an absolute name', withEntry({ name: '/etc/passwd', data: 'a' }), '稿.docx', 'bad-entry-name'],
	['a name with a backslash', withEntry({ name: 'word\\a', data: 'a' }), '稿.docx', 'bad-entry-name'],
	['a name with a drive', withEntry({ name: 'C:/a', data: 'a' }), '稿.docx', 'bad-entry-name'],
	['a name twice', withEntry({ name: document, data: '<a/>' }), '稿.docx', 'bad-entry-name'],
	[
		'a name twice in another case',
		withEntry({ name: 'WORD/Document.xml', data: '<a/>' }),
		'稿.docx',
		'bad-entry-name',
	],
	[
		'a symbolic link',
		withEntry({ name: 'a', data: '/etc/passwd', mode: 0o120777 }),
		'稿.docx',
		'bad-entry-name',
	],
	['a document type', rooted('<!DOCTYPE w [<!ENTITY a "aaaa">]>'), '稿.docx', 'xml-entities'],
	['an undeclared entity', forged(document, { data: '<a>&foo;</a>' }), '稿.docx', 'damaged-xml'],
	['tags that do not match', forged(document, { data: '<a><b></a></b>' }), '稿.docx', 'damaged-xml'],
	['an unbound prefix', forged(document, { data: '<w:document/>' }), '稿.docx', 'damaged-xml'],
	[
		'endless nesting',
		forged(document, { data: `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}` }),
		'稿.docx',
		'damaged-xml',
	],
	[
		'bytes that are no UTF-8',
		forged(document, { data: Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]) }),
		'稿.docx',
		'damaged-xml',
	],
	[
		'a foreign encoding',
		forged(document, { data: '<?xml version="1.0" encoding="utf-7"?><a/>' }),
		'稿.docx',
		'damaged-xml',
	],
	[
		'a linked picture',
		buildDocx({ body, relationships: relationship('image', 'http://example.com/a.png') }),
		'稿.docx',
		'external-reference',
	],
	[
		'a linked object',
		buildDocx({ body, relationships: relationship('oleObject', 'file://server/a.xlsx') }),
		'稿.docx',
		'external-reference',
	],
	['a macro project', withEntry({ name: 'word/vbaProject.bin', data: 'a' }), '稿.docx', 'macro-file'],
	[
		'a macro file called .docx',
		buildDocx({ body, mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
		'稿.docx',
		'macro-file',
	],
	['a .docm', buildDocx({ body }), '稿.docm', 'macro-file'],
	['text that is no text', Buffer.from([0, 1, 2, 3, 255]), '稿.txt', 'not-utf8'],
	['text in bytes of no known encoding', Buffer.from([0xff, 0xff, 0x80]), '稿.txt', 'not-utf8'],
	['a text file of blanks', Buffer.from(' \n'), '稿.txt', 'empty-file'],
]

test.each(refusals)('%s is refused', async (_what, bytes, fileName, code) => {
	expect(await readDraft(bytes, fileName)).toMatchObject({ ok: false, reason: { code } })
})

test('a refusal states its limit', async () => {
	expect(await readDraft(new Uint8Array(100 * 1024 * 1024), '稿.docx')).toEqual({
		ok: false,
		reason: { code: 'too-large', limit: FILE_SIZE_LIMIT, size: 100 * 1024 * 1024 },
	})
})

/** Words that do not pack well, so that only their number counts. */
function ragged(length: number): Buffer {
	let state = 1
	const letters = Buffer.alloc(length)
	for (let at = 0; at < length; at += 1) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
		letters[at] = 97 + ((state >>> 24) % 26)
	}
	return letters
}

test.each([
	[
		'entries',
		Array.from({ length: PACKAGE_LIMITS.entries + 1 }, (_, index) => ({ name: `a${index}`, data: '' })),
		PACKAGE_LIMITS.entries,
	],
	['part', [{ name: 'a.xml', data: 'a', claimedSize: PACKAGE_LIMITS.xmlPart + 1 }], PACKAGE_LIMITS.xmlPart],
	[
		'unpacked',
		[1, 2].map((index) => ({ name: `a${index}.xml`, data: ragged(13_000_000) })),
		PACKAGE_LIMITS.xmlTotal,
	],
] as const)(
	'a bomb by %s is refused with what was measured and its limit',
	async (measure, entries, limit) => {
		expect(await readDraft(buildZip(entries), '稿.docx')).toEqual({
			ok: false,
			reason: { code: 'zip-bomb', measure, limit },
		})
	},
)

test('a part under another name is read when the package says it is the main document, as Word does', async () => {
	const [types, , main] = good
	const decoy = { ...good[2], name: document } as ZipEntry
	const bytes = buildZip([
		{
			name: '[Content_Types].xml',
			data: String(types?.data).replace('/word/document.xml', '/word/real.xml'),
		},
		{ name: '_rels/.rels', data: String(good[1]?.data).replace('word/document.xml', '/word/real.xml') },
		{ name: 'word/real.xml', data: String(main?.data).replace('为了', '不为') },
		decoy,
	])
	expect(await readDraft(bytes, '稿.docx')).toMatchObject({
		ok: true,
		value: { text: '第一条　不为规范培训，制定本办法。' },
	})
})

test('a nested bomb is one closed part and is never opened', async () => {
	const inner = buildZip([{ name: 'a', data: Buffer.alloc(20 * 1024 * 1024) }])
	expect(
		(await readDraft(withEntry({ name: 'word/embeddings/a.zip', data: inner, stored: true }), '稿.docx')).ok,
	).toBe(true)
})

test('this very test file, called .docx, is refused without a crash', async () => {
	expect(await readDraft(await readFile(import.meta.filename), '稿.docx')).toMatchObject({
		ok: false,
		reason: { code: 'not-a-zip' },
	})
})
