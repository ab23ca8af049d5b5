import { strFromU8, unzipSync } from 'fflate'
import readSheet from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { type CellContent, comparisonRows } from '#app/documents/comparison-table/comparison-rows.ts'
import { linesOfTable } from '#app/documents/comparison-table/side-table.ts'
import { writeComparisonSheet } from '#app/documents/comparison-table/write-comparison-sheet.server.ts'
import { writeComparisonTable } from '#app/documents/comparison-table/write-comparison-table.server.ts'
import type { PaperComment } from '#app/documents/papers/paper-facts.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { tableHead } from '#app/documents/comparison-table/table-head.ts'
import { readRedline } from '#app/domain/redline-reading/read-redline.ts'
import { brokenRules } from '#tests/support/office-rules.ts'
import { revise, sampleRegulation } from '#tests/support/sample-regulation.ts'

const OLD = `示例区集市管理办法
第一条　为了规范集市管理，维护交易秩序，制定本办法。
第二条　集市由街道办事处划定，报区商务主管部门备案。
第三条　经营者应当具备下列条件：
（一）有固定住所；
（二）持有健康证明。
第四条　违反本办法规定的，处二百元罚款。
第五条　本办法由区商务主管部门负责解释。
第六条　本办法自2020年5月1日起施行。`
const NEW = `示例区集市管理办法
第一条　为了规范集市管理，维护交易秩序，制定本办法。
第二条　本办法所称集市，是指临时交易场所。
第三条　集市由街道办事处划定，报区市场监督管理部门备案。
第四条　经营者应当具备下列条件：
（一）持有健康证明。
第五条　违反本办法规定的，处二百元罚款。
第六条　本办法由区商务主管部门负责解释。
第七条　本办法自2020年5月1日起施行。`

const said = (anchor: string, words: string): PaperComment => ({
	anchor,
	author: '李审查',
	at: new Date(0),
	words: [words],
})

function paper(old: string, fresh: string, comments: readonly PaperComment[] = []) {
	const side = (text: string, name: string, sha256: string) => ({
		text,
		document: null,
		name,
		day: '2026年3月9日',
		sha256,
	})
	return {
		texts: { old: side(old, '第2稿', 'a1'.repeat(32)), new: side(fresh, '第3稿', 'b2'.repeat(32)) },
		redline: compareTexts(old, fresh),
		comments,
	}
}

const xmlOf = (bytes: Uint8Array, part: string) => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())

async function linesOf(bytes: Uint8Array): Promise<string[]> {
	const reading = await readDraft(bytes, '表.docx')
	if (!reading.ok) throw new Error(reading.reason.code)
	return reading.value.text.split('\n')
}

test('the table names both versions with their hashes, and every change with its reason; what did not change is left out', async () => {
	const lines = await linesOf(
		await writeComparisonTable(paper(OLD, NEW, [said('art-3', '审查意见第1条（必须修改）')])),
	)
	expect(lines).toEqual([
		'《示例区集市管理办法》修改对照表',
		`原　稿：第2稿（2026年3月9日，校验码 ${'a1'.repeat(32)}）`,
		`修改稿：第3稿（2026年3月9日，校验码 ${'b2'.repeat(32)}）`,
		expect.stringMatching(/^共.*修改2处.*新增1处。$/),
		expect.stringContaining('加灰底'),
		'原条款',
		'修改后',
		'说明／依据',
		'—',
		'第二条　本办法所称集市，是指临时交易场所。',
		'新增。',
		'第二条　集市由街道办事处划定，报区商务主管部门备案。',
		'第三条　集市由街道办事处划定，报区市场监督管理部门备案。',
		'修改；原第二条顺延为第三条。',
		'第三条　经营者应当具备下列条件：',
		'（一）有固定住所；',
		'（二）持有健康证明。',
		'第四条　经营者应当具备下列条件：',
		'（一）持有健康证明。',
		'修改；原第三条顺延为第四条。',
		'审查意见第1条（必须修改）',
		'第四条至第六条',
		'第五条至第七条',
		'共3条，条序顺延，内容未改。',
	])
})

test('numbers that move on are 顺延, those that close up are not', async () => {
	const lines = await linesOf(await writeComparisonTable(paper(NEW, OLD)))
	expect(lines).toContain('修改；原第三条改为第二条。')
	expect(lines).toContain('共3条，条序提前，内容未改。')
	expect(lines.join('')).not.toContain('顺延')
})

test('an item on a clause that did not change is listed, and one that has no clause stands last', async () => {
	const lines = await linesOf(
		await writeComparisonTable(paper(OLD, NEW, [said('art-1', '意见甲'), said('nowhere', '意见乙')])),
	)
	expect(lines.slice(8, 11)).toEqual([
		'第一条　为了规范集市管理，维护交易秩序，制定本办法。',
		'第一条　为了规范集市管理，维护交易秩序，制定本办法。',
		'意见甲',
	])
	expect(lines.slice(-3)).toEqual(['—', '—', '意见乙'])
})

test('the Word table lies on its side, repeats its head, and marks what came and what went without a line through it', async () => {
	const bytes = await writeComparisonTable(paper(OLD, NEW))
	expect(brokenRules(bytes)).toEqual([])
	const xml = xmlOf(bytes, 'word/document.xml')
	expect(xml).toContain('w:orient="landscape"')
	expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
	expect(xml).toMatch(/<w:b\/>.{0,200}<w:u w:val="single"\/>.{0,200}市场监督管理/)
	expect(xml).toMatch(/<w:shd [^>]*w:fill="D0D0D0"[^>]*\/>.{0,60}商务主管/)
	expect(xml).not.toContain('<w:strike')
})

test('the sheet says the same as the Word table, its head is repeated and it lies on its side', async () => {
	const asked = paper(OLD, NEW, [said('art-3', '审查意见第1条')])
	const bytes = writeComparisonSheet(asked)
	expect(brokenRules(bytes)).toEqual([])
	const rows = (await readSheet(Buffer.from(bytes)))[0]?.data ?? []
	const cells = rows
		.slice(5)
		.flat()
		.flatMap((cell) => String(cell).split('\n'))
	expect(cells).toEqual((await linesOf(await writeComparisonTable(asked))).slice(5))
	expect(xmlOf(bytes, 'xl/workbook.xml')).toContain(
		`<definedName name="_xlnm.Print_Titles" localSheetId="0">'修改对照表'!$6:$6<`,
	)
	expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<pageSetup paperSize="9" orientation="landscape"/)
	expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<b\/><u\/>[^]{0,200}市场监督管理/)
})

test('a paragraph that was split stands whole on the old side, and its parts on the new one', async () => {
	const parts = [
		'街道办事处应当在开市前公示摊位的划分方案，并听取经营者的意见。',
		'经营者应当保持消防通道畅通，收市后清扫自己使用的场地。',
	]
	const lines = await linesOf(
		await writeComparisonTable(paper(`第一条　${parts.join('')}`, `第一条　${parts.join('\n')}`)),
	)
	expect(lines.slice(-4)).toEqual([
		`第一条　${parts.join('')}`,
		`第一条　${parts[0]}`,
		parts[1],
		'款、项的分段或者顺序有变，文字未改。',
	])
})

test('what is left out of an introduction is left out on both sides alike, three dots for it', async () => {
	const before = ['区政府各部门：', '现将本办法印发。', '请遵照执行。', '联系电话见附件。']
	const intro = (lines: readonly string[]) =>
		['示例区集市管理办法', ...lines, '第一条　集市应当登记。'].join('\n')
	const [old, fresh] = [intro(before), intro([...before, '本通知不再印发纸质文件。'])]
	const rows = comparisonRows(paper(old, fresh).texts, compareTexts(old, fresh), [])
	const said = (contents: readonly CellContent[]) =>
		contents.map((content) => ('rows' in content ? 'a table' : content.map(({ text }) => text).join('')))
	expect(rows.map((row) => [said(row.old), said(row.new)])).toEqual([
		[
			['示例区集市管理办法', '……', '联系电话见附件。'],
			['示例区集市管理办法', '……', '联系电话见附件。', '本通知不再印发纸质文件。'],
		],
	])
})

test('a short change stays on one page, and a long one goes on over the next', async () => {
	const long = `第二条　${'经营者应当保持摊位整洁，'.repeat(30)}不得乱倒垃圾。`
	const [old, fresh] = [
		`第一条　街道办事处负责管理。\n${long}`,
		`第一条　街道办事处负责监督管理。\n${long}并报告。`,
	]
	const xml = xmlOf(await writeComparisonTable(paper(old, fresh)), 'word/document.xml')
	const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
	expect(rows.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, false])
})

test('equal texts have no table but say so', async () => {
	expect((await linesOf(await writeComparisonTable(paper(OLD, OLD)))).slice(3)).toEqual([
		'两稿文字完全相同。',
	])
	const rows = (await readSheet(Buffer.from(writeComparisonSheet(paper(OLD, OLD)))))[0]?.data ?? []
	expect(rows.map((row) => row[0]).slice(3)).toEqual(['两稿文字完全相同。'])
})

test('no row of the sheet is higher than a row can be, and none of its words are lost', async () => {
	const long = Array.from({ length: 60 }, (_, at) => `第${at}类经营者应当在开市前公示摊位的划分方案𠮷`)
	const old = '第一条　原有规定。\n第二条　本办法自2020年5月1日起施行。'
	const fresh = `第一条　${long.join('；')}${'甲'.repeat(1500)}。\n第二条　本办法自2020年5月1日起施行。`
	const bytes = writeComparisonSheet(paper(old, fresh))
	const heights = [...xmlOf(bytes, 'xl/worksheets/sheet1.xml').matchAll(/ ht="([\d.]+)"/g)].map(
		([, height]) => Number(height),
	)
	expect(Math.max(...heights)).toBeLessThan(409)
	const rows = (await readSheet(Buffer.from(bytes)))[0]?.data ?? []
	expect(
		rows
			.slice(6)
			.map((row) => row[1] ?? '')
			.filter((words) => words !== '—')
			.join(''),
	).toBe(fresh.split('\n')[0])
})

test('two hundred articles with an annex make sound files', async () => {
	const old = sampleRegulation({ articles: 200, chapters: 6, annex: true })
	const asked = paper(old.join('\n'), revise(old, 3).join('\n'))
	expect(brokenRules(await writeComparisonTable(asked))).toEqual([])
	expect(brokenRules(writeComparisonSheet(asked))).toEqual([])
})

test('the counts above the table are those of the page, changed headings among them', () => {
	const before = `第一章　总则\n第一条　集市由街道办事处划定，报区商务主管部门备案。\n第二章　收费\n第二条　${'开办者不得收取公示以外的费用。'}`
	const { texts, redline } = paper(before, before.split('\n').slice(0, 2).join('\n'))
	const choice = { around: '0', kind: null, nature: null, mark: null, part: null, at: null } as const
	expect(readRedline(redline, [], choice).summary.counts.deleted).toBe(2)
	expect(tableHead(texts, redline).summary).toBe('共删除2处。')
})

test('a character that is not seen stands in the table by its code point', async () => {
	const lines = await linesOf(await writeComparisonTable(paper(OLD, OLD.replace('备案', '备\u202E案'))))
	expect(lines.join('')).toContain('备〔U+202E〕案')
})

test('a title that does not fit in one line is broken before the name of the paper', async () => {
	const name = '示例区人民政府办公室关于进一步规范集市管理工作的实施办法'
	const asked = paper(OLD.replace('示例区集市管理办法', name), NEW.replace('示例区集市管理办法', name))
	const lines = await linesOf(await writeComparisonTable(asked))
	expect(lines.slice(0, 2)).toEqual([`《${name}》`, '修改对照表'])
	expect((await linesOf(await writeComparisonTable(paper(OLD, NEW))))[0]).toBe(
		'《示例区集市管理办法》修改对照表',
	)
})

const FEES = [
	'示例区摊位费标准',
	'第一条　摊位费按下表收取：',
	'类别\t面积\t费用',
	'蔬菜\t四平方米\t每日十元',
	'水产\t六平方米\t每日二十元',
	'第二条　本标准自印发之日起施行。',
].join('\n')
const NEW_FEES = FEES.replace('每日二十元', '每日三十元').replace(
	'第二条',
	'熟食\t六平方米\t每日四十元\n第二条',
)

test('a table of the text stands in its cell as a table, on each side with its own rows', async () => {
	const bytes = await writeComparisonTable(paper(FEES, NEW_FEES))
	expect(brokenRules(bytes)).toEqual([])
	const document = xmlOf(bytes, 'word/document.xml')
	const [, before = '', after = ''] = document.split('<w:tbl>').slice(1)
	const rowsOf = (xml: string) => xml.split('</w:tbl>')[0]?.match(/<w:tr>|<w:tr /g)?.length
	expect(document.match(/<w:tbl>/g)).toHaveLength(3)
	expect([rowsOf(before), rowsOf(after)]).toEqual([3, 4])
	expect(before).toContain('二十元')
	// Word opens no cell that ends with a table.
	expect(document).not.toMatch(/<\/w:tbl><\/w:tc>/)
})

test('in a spreadsheet a row of such a table is a line', async () => {
	const sheet = xmlOf(writeComparisonSheet(paper(FEES, NEW_FEES)), 'xl/worksheets/sheet1.xml')
	const plain = sheet.replaceAll(/<[^>]+>/g, '')
	expect(plain).toContain(
		'类别 │ 面积 │ 费用\n蔬菜 │ 四平方米 │ 每日十元\n水产 │ 六平方米 │ 每日三十元\n熟食',
	)
})

test('where a cell reaches down over several rows its place in their lines says so', () => {
	const cell = (at: number, text: string, rows = 1) => ({
		at,
		rows,
		columns: 1,
		isOwn: false,
		isHeader: false,
		lines: [[{ kind: 'same' as const, text, isNumber: false }]],
	})
	const table = {
		columns: 2,
		rows: [
			[cell(0, '综合型', 2), cell(1, '三百人')],
			[cell(1, '五百人')],
			[cell(0, '标准型'), cell(1, '一百人')],
		],
	}
	expect(linesOfTable(table).map((line) => line.map(({ text }) => text).join(''))).toEqual([
		'综合型 │ 三百人',
		'〃 │ 五百人',
		'标准型 │ 一百人',
	])
})
