import { expect, test } from 'vitest'
import { inspectMaterial } from '#app/documents/inspect-material.server.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { writeDraft } from '#app/documents/write-draft.server.ts'

const title = '示例区新型职业农民认定管理办法（试行）'
const paragraphs = [
	'第一章　总则',
	'第一条　为了规范认定工作，制定本办法。',
	'第二条　申请人应当符合下列条件：',
	'（一）年满十八周岁；',
	'（二）具有下列证书之一：',
	'1.培训合格证书；',
	'2.职业技能证书。',
	'第二章　认定',
	'第三条　申请人应当提交：',
	'（一）申请表；',
	'（二）身份证明。',
	'前款材料应当真实。',
	'第十条　编号有意跳过。',
	'附件：申请表',
]

async function linesOf(numbering: 'typed' | 'automatic'): Promise<string[]> {
	const bytes = await writeDraft({ title, paragraphs, numbering })
	expect(inspectMaterial(bytes, '稿.docx').ok).toBe(true)
	const reading = await readDraft(bytes, '稿.docx')
	if (!reading.ok) throw new Error(JSON.stringify(reading.reason))
	expect(reading.value).toMatchObject({ submittable: true, findings: [] })
	return reading.value.text.split('\n')
}

test('a draft with typed numbers reads back as it was given', async () => {
	expect(await linesOf('typed')).toEqual([title, ...paragraphs])
})

test('a draft with automatic numbers reads back the same, but for the kind of blank', async () => {
	const lines = await linesOf('automatic')
	expect(lines.map((line) => line.replace(/^(第.+?[章条])[ 　]/, '$1　'))).toEqual([title, ...paragraphs])
	// The numbers do come from Word's counting, or this test says nothing.
	expect(lines[2]?.startsWith('第一条 ')).toBe(true)
})
