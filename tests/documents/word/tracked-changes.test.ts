import { expect, test } from 'vitest'
import { readTrackedViews } from '#app/documents/read-draft.server.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-11-03T10:20:00Z"`
const ins = (words: string, author = '王某某') => `<w:ins ${by(author)}>${r(words)}</w:ins>`
const del = (words: string) => `<w:del ${by('王某某')}><w:r><w:delText>${words}</w:delText></w:r></w:del>`

async function changesOf(body: string): Promise<readonly (readonly [string, string, string])[]> {
	const views = await readTrackedViews(buildDocx({ body }))
	if (!views.ok) throw new Error(views.reason.code)
	return views.value.changes.map(({ author, kind, words }) => [author, kind, words])
}

test('what stands apart is told apart, what touches is one', async () => {
	const body = p(ins('依法') + ins('自主采购') + r('，并建立') + ins('索证') + r('制度。'))
	expect(await changesOf(body)).toEqual([
		['王某某', 'inserted', '依法自主采购'],
		['王某某', 'inserted', '索证'],
	])
})

test('another author, or another kind, is another change', async () => {
	expect(await changesOf(p(del('七日') + ins('五日') + ins('内', '赵某')))).toEqual([
		['王某某', 'deleted', '七日'],
		['王某某', 'inserted', '五日'],
		['赵某', 'inserted', '内'],
	])
})

test('cells that came one after the other are not run together', async () => {
	const cell = (words: string) => `<w:tc>${p(ins(words))}</w:tc>`
	const table = `<w:tbl><w:tr>${cell('三万元')}${cell('一万元')}</w:tr></w:tbl>`
	expect(await changesOf(table + p(''))).toEqual([
		['王某某', 'inserted', '三万元'],
		['王某某', 'inserted', '一万元'],
	])
})

test('the mark of a paragraph goes with the words before it', async () => {
	const mark = `<w:rPr><w:ins ${by('王某某')}/></w:rPr>`
	expect(await changesOf(p(ins('甲。')) + p(ins('乙。'), mark))).toEqual([
		['王某某', 'inserted', '甲。'],
		['王某某', 'inserted', '乙。'],
	])
})
