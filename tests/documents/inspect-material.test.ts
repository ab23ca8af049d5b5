import { expect, test } from 'vitest'
import { FILE_SIZE_LIMIT } from '#app/documents/draft-reading.ts'
import { inspectMaterial } from '#app/documents/inspect-material.server.ts'
import { buildDocx } from '#tests/support/docx-builder.ts'
import { buildZip } from '#tests/support/zip-builder.ts'

const docx = buildDocx({ body: '<w:p/>' })
const macro = buildDocx({ body: '<w:p/>', extra: [{ name: 'word/vbaProject.bin', data: 'a' }] })
const xlsx = buildZip([{ name: 'xl/workbook.xml', data: '<a/>' }])
const ofd = buildZip([{ name: 'OFD.xml', data: '<a/>' }])
const ole = (words: string) =>
	Buffer.concat([
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		Buffer.from(words, 'utf16le'),
	])
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
const pdf = Buffer.from('%PDF-1.7\n')

test.each([
	['请示.docx', docx, false],
	['台账.xlsx', xlsx, false],
	['公文.ofd', ofd, false],
	['旧稿.doc', ole('WordDocument'), false],
	['旧稿.wps', ole('WordDocument'), false],
	['扫描件.PDF', pdf, true],
	['照片.png', png, true],
	['照片.jpg', jpeg, true],
	['照片.jpeg', jpeg, true],
	['说明.txt', Buffer.from('说明'), false],
])('%s is kept', (name, bytes, viewable) => {
	expect(inspectMaterial(bytes, name)).toMatchObject({ ok: true, value: { viewable } })
})

test.each([
	['空.pdf', new Uint8Array(), 'empty-file'],
	['大.pdf', new Uint8Array(FILE_SIZE_LIMIT + 1), 'too-large'],
	['页.html', Buffer.from('<script>'), 'kind-not-allowed'],
	['图.svg', Buffer.from('<svg/>'), 'kind-not-allowed'],
	['宏.docm', macro, 'kind-not-allowed'],
	['宏.xlsm', xlsx, 'kind-not-allowed'],
	['没有后缀', pdf, 'kind-not-allowed'],
	['构造.constructor', pdf, 'kind-not-allowed'],
	['网页.pdf', Buffer.from('<html>'), 'wrong-suffix'],
	['网页.png', Buffer.from('<html>'), 'wrong-suffix'],
	['图片.jpg', png, 'wrong-suffix'],
	['表格.docx', xlsx, 'wrong-suffix'],
	['文稿.xlsx', docx, 'wrong-suffix'],
	['压缩包.ofd', docx, 'wrong-suffix'],
	['旧稿.docx', ole('WordDocument'), 'wrong-suffix'],
	['新稿.doc', docx, 'wrong-suffix'],
	['程序.txt', Buffer.from([0x4d, 0x5a, 0, 1]), 'wrong-suffix'],
	['宏.docx', macro, 'macro-file'],
	['宏.doc', ole('_VBA_PROJECT'), 'macro-file'],
])('%s is refused', (name, bytes, code) => {
	expect(inspectMaterial(bytes, name)).toMatchObject({ ok: false, reason: { code } })
})
