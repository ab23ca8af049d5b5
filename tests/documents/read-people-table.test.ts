import { expect, test } from 'vitest'
import { readTable } from '#app/documents/read-people-table.server.ts'
import { buildZip } from '#tests/support/zip-builder.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const text = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`

function workbook(rows: string, head = ''): Buffer {
	const links = (content: string) =>
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
	return buildZip([
		{
			name: '[Content_Types].xml',
			data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		},
		{
			name: '_rels/.rels',
			data: links(
				`<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>`,
			),
		},
		{
			name: 'xl/workbook.xml',
			data: `<workbook ${MAIN} xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			data: links(
				`<Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>`,
			),
		},
		{
			name: 'xl/worksheets/sheet1.xml',
			data: `${head}<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
		},
	])
}

const heading = `<row r="1">${text('A1', '姓名')}${text('B1', '手机')}</row>`

test('a workbook is read into rows of strings in their places, long numbers as they are written', async () => {
	const bytes = workbook(
		`${heading}<row r="2">${text('A2', ' 张三 ')}<c r="B2"><v>19900001234</v></c></row><row r="4">${text('A4', '李四')}<c r="B4"><v>1.9900001235E10</v></c></row>`,
	)
	expect(await readTable(bytes, '人员.xlsx')).toEqual({
		ok: true,
		value: [['姓名', '手机'], ['张三', '19900001234'], [], ['李四', '19900001235']],
	})
})

test('of a formula its last result is read', async () => {
	const cell = '<c r="A2" t="str"><f>"张"&amp;"三"</f><v>张三</v></c>'
	const read = await readTable(workbook(`${heading}<row r="2">${cell}<c r="B2"/></row>`), '人员.xlsx')
	expect(read.ok && read.value[1]?.[0]).toBe('张三')
})

test.each([
	['ends in an error', '<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>'],
	['was never worked out', '<c r="B2"><f>A2</f></c>'],
])('a formula that %s is named by its cell, not read as nothing', async (_what, cell) => {
	const read = await readTable(
		workbook(`${heading}<row r="2">${text('A2', '张三')}${cell}</row>`),
		'人员.xlsx',
	)
	expect(read).toEqual({ ok: false, reason: { code: 'formula-without-result', cell: 'B2' } })
})

test.each([
	['UTF-8 with a mark', Buffer.from('\uFEFF姓名,手机\r\n"张,三",19900001234\r\n\r\n')],
	['UTF-8', Buffer.from('姓名,手机\n"张,三", 19900001234 \n')],
	[
		'GB18030',
		Buffer.concat([
			Buffer.from([
				0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa, 0x0a, 0x22, 0xd5, 0xc5, 0x2c, 0xc8, 0xfd, 0x22,
			]),
			Buffer.from(',19900001234\n'),
		]),
	],
])('a table of comma separated values in %s is read', async (_name, bytes) => {
	expect(await readTable(bytes, '人员.csv')).toEqual({
		ok: true,
		value: [
			['姓名', '手机'],
			['张,三', '19900001234'],
		],
	})
})

test.each([
	['no bytes', new Uint8Array(), '人员.csv', 'empty-file'],
	['blanks', Buffer.from('\n ,\n'), '人员.csv', 'empty-file'],
	['too many bytes', new Uint8Array(6 * 1024 * 1024), '人员.xlsx', 'too-large'],
	['too many rows', Buffer.from('甲\n'.repeat(5_001)), '人员.csv', 'too-many-rows'],
	['too many columns', Buffer.from(','.repeat(80) + '甲\n'), '人员.csv', 'too-many-columns'],
	['an open quotation mark', Buffer.from('甲\n"乙'), '人员.csv', 'damaged-table'],
	['another kind', Buffer.from('甲'), '人员.xls', 'wrong-suffix'],
	['words called .xlsx', Buffer.from('甲'), '人员.xlsx', 'wrong-suffix'],
	['a workbook called .csv', workbook(heading), '人员.csv', 'wrong-suffix'],
	[
		'a cell at the end of the sheet',
		workbook(`${heading}<row r="1048576">${text('A1048576', '甲')}</row>`),
		'人员.xlsx',
		'too-many-rows',
	],
	[
		'a cell at the right end',
		workbook(`<row r="1">${text('XFD1', '甲')}</row>`),
		'人员.xlsx',
		'too-many-columns',
	],
	['a document type', workbook(heading, '<!DOCTYPE a [<!ENTITY b "c">]>'), '人员.xlsx', 'xml-entities'],
	['a zip that is no workbook', buildZip([{ name: 'a.txt', data: 'a' }]), '人员.xlsx', 'damaged-table'],
	['a workbook cut in half', workbook(heading).subarray(0, 200), '人员.xlsx', 'damaged-file'],
])('%s is refused', async (_what, bytes, fileName, code) => {
	expect(await readTable(bytes, fileName)).toMatchObject({ ok: false, reason: { code } })
})
