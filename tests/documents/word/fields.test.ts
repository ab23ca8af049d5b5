import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, p, r, type DocxParts } from '#tests/support/docx-builder.ts'

async function read(parts: DocxParts | string) {
	const reading = await readDraft(buildDocx(typeof parts === 'string' ? { body: parts } : parts), '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	return reading.value
}

const complex = (instruction: string, result: string, begin = '') =>
	`<w:r><w:fldChar w:fldCharType="begin"${begin}/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const simple = (instruction: string, result: string, more = '') =>
	`<w:fldSimple w:instr="${instruction}"${more}>${r(result)}</w:fldSimple>`

const MOVING =
	'SAVEDATE CREATEDATE PRINTDATE DATE TIME DOCPROPERTY DOCVARIABLE IF = QUOTE FILLIN ASK MERGEFIELD SET FILENAME AUTHOR USERNAME NUMWORDS INCLUDETEXT LINK DDEAUTO COMPARE FORMULA TITLE'.split(
		' ',
	)
const STILL = 'PAGE NUMPAGES REF PAGEREF TOC SEQ STYLEREF HYPERLINK NOTEREF LISTNUM'.split(' ')

test.each(MOVING)(
	'the words of a field %s change by themselves: it stops the draft, simple or complex',
	async (name) => {
		for (const run of [simple(`${name} a`, '五万元'), complex(`${name} a`, '五万元')]) {
			const reading = await read(p(r('甲')) + p(`${r('罚款')}${run}${r('。')}`))
			expect(reading.text).toBe('甲\n罚款五万元。')
			expect(reading.findings).toMatchObject([
				{
					code: 'live-field',
					blocking: true,
					detail: { line: 2, name, excerpt: expect.stringContaining('五万元') },
				},
			])
		}
	},
)

test.each(STILL)(
	'the words of a field %s follow from the document: it is read and stops nothing',
	async (name) => {
		for (const run of [simple(`${name} a`, '三'), complex(`${name} a`, '三')])
			expect(await read(p(run))).toMatchObject({ text: '三', submittable: true })
	},
)

test('a field in a cell is found with its place', async () => {
	const body = `${p(r('甲'))}<w:tbl><w:tr><w:tc>${p(complex('= 1+1', '2'))}</w:tc></w:tr></w:tbl>`
	expect((await read(body)).findings).toContainEqual(
		expect.objectContaining({ code: 'live-field', detail: expect.objectContaining({ line: 2, name: '=' }) }),
	)
})

test.each([
	['simple', simple('REF a', '三', ' w:dirty="true"')],
	['complex', complex('REF a', '三', ' w:dirty="1"')],
])('a %s field that is to be computed again on opening stops the draft', async (_kind, run) => {
	expect(await read(p(run))).toMatchObject({
		submittable: false,
		findings: [{ code: 'live-field', detail: { kind: 'dirty', name: 'REF' } }],
	})
})

test('a document whose fields are all to be computed again stops, where it has any', async () => {
	const settings = (on: string): Pick<DocxParts, 'relationships' | 'extra'> => ({
		relationships: '<Relationship Id="rIdS" Type="http://x/settings" Target="settings.xml"/>',
		extra: [
			{
				name: 'word/settings.xml',
				data: `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:updateFields w:val="${on}"/></w:settings>`,
			},
		],
	})
	const field = p(simple('REF a', '三'))
	expect(await read({ body: field, ...settings('true') })).toMatchObject({ submittable: false })
	expect(await read({ body: field, ...settings('false') })).toMatchObject({ submittable: true })
	expect(await read({ body: p(r('三')), ...settings('true') })).toMatchObject({ submittable: true })
})

test('a date in a header changes by itself too', async () => {
	const reading = await read({ body: p(r('甲')), header: p(complex('DATE', '2026年1月1日')) })
	expect(reading.submittable).toBe(false)
})
