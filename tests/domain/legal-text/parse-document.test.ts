import { expect, test } from 'vitest'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { linesOf } from '#app/domain/document/plain-lines.ts'
import { parseDocument, textOf } from '#app/domain/legal-text/parse-legal-text.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'

const table = (...rows: readonly (readonly string[])[]) =>
	`<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(r(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
const lines = (...texts: readonly string[]) => texts.map((text) => p(r(text))).join('')

async function parsed(body: string, footnotes?: string) {
	const reading = await readDraft(
		buildDocx({ body, ...(footnotes === undefined ? {} : { footnotes }) }),
		'稿.docx',
	)
	if (!reading.ok) throw new Error(reading.reason.code)
	const text = parseDocument(reading.value.document)
	expect(textOf(text)).toBe(reading.value.text)
	return { text, lines: linesOf(reading.value.document) }
}

test.each([
	['an article', '第二条 表内引用'],
	['a chapter', '第二章 表内标题'],
	['an annex', '附件1'],
	['the copies', '抄送：区委办公室'],
	['several articles', '第二条 甲。第三条 乙。'],
	['a section', '一、表内序号'],
	['a day', '2026年5月1日'],
])('what stands in a table is never %s of the text', async (_what, words) => {
	const { text } = await parsed(
		lines('第一条　标准如下：') +
			table(['车型', words], ['大车', '百元']) +
			lines('第二条　本办法自发布之日起施行。'),
	)
	expect(text.clauses.map(({ key }) => key)).toEqual(['1', '2'])
	expect(text.problems).toEqual([])
})

test('the cells of a table have their row as place and are no 款', async () => {
	const { text } = await parsed(
		lines('第一条　标准如下：') +
			table(['车型', '金额'], ['大车', '百元']) +
			lines('逾期另算。', '第二条　乙。'),
	)
	expect(text.clauses[0]?.paragraphs.map(({ kind, anchor }) => [kind, placeLabel(anchor)])).toEqual([
		['text', '第一条第一款'],
		['cell', '第一条表1第一行'],
		['cell', '第一条表1第一行'],
		['cell', '第一条表1第二行'],
		['cell', '第一条表1第二行'],
		['text', '第一条第二款'],
	])
})

test('a table or a form of an annex belongs to the annex, one in a section to the section', async () => {
	const { text } = await parsed(
		lines('某方案', '一、目标', '见下表。') +
			table(['指标', '数']) +
			lines('二、任务', '检查。', '附件1', '登记表') +
			table(['第一条 承诺', '签字']),
	)
	expect(
		text.clauses.map(({ kind, key, paragraphs }) => [
			kind,
			key,
			paragraphs.filter((each) => each.kind === 'cell').length,
		]),
	).toEqual([
		['top', 'top-1', 0],
		['section', '1', 2],
		['section', '2', 0],
		['annex', 'annex-1', 2],
	])
	expect(placeLabel(text.clauses[3]?.paragraphs[2]?.anchor ?? '')).toBe('附件1表1第一行')
})

test('each line of the tree stands in one paragraph, under its number in the tree', async () => {
	const { text, lines: all } = await parsed(
		lines('第一条　甲。') + table(['乙', '丙']) + lines('第二条　丁。'),
	)
	const places = text.clauses.flatMap(({ paragraphs }) => paragraphs.map(({ line }) => line))
	expect(places).toEqual(all.map((_, at) => at))
})
