import { beforeAll, expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { writeComparisonSheet } from '#app/documents/comparison-table/write-comparison-sheet.server.ts'
import { writeComparisonTable } from '#app/documents/comparison-table/write-comparison-table.server.ts'
import { writeMarkedDraft } from '#app/documents/marked-draft/write-marked-draft.server.ts'
import { lawPairs } from '#tests/support/law-pairs.ts'
import { readInOffice } from '#tests/support/read-in-office.ts'
import { revise, sampleRegulation } from '#tests/support/sample-regulation.ts'

type Settled = { lines: string[]; changes: number; left: number; comments: string[][] }
type Page = {
	Width: number
	Height: number
	TopMargin: number
	LeftMargin: number
	RightMargin: number
	IsLandscape: boolean
}
type Read = {
	page: Page
	accepted: Settled
	rejected: Settled
	cells: string[][]
	titleRows: number[] | null
}

const comments = [
	{ anchor: 'art-1', author: '李审查', at: new Date(0), words: ['审查意见第1条', '问题：甲。'] },
	{ anchor: 'art-1', author: '赵起草', at: new Date(0), words: ['采纳情况：采纳'] },
]

function pair(articles: number, seed: number): [string, string] {
	const old = sampleRegulation({ articles, seed, chapters: 3, annex: articles > 1 })
	return [old.join('\n'), revise(old, seed).join('\n')]
}

const SHORT = '第一条　甲。\n第二条　乙。\n第三条　丙。'
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
	equal: [SHORT, SHORT],
	'one article': pair(1, 2),
	'last one new': [SHORT, `${SHORT}\n第四条　丁。`],
	'last one gone': [SHORT, '第一条　甲。\n第二条　乙。'],
	'last one replaced': [SHORT, '第一条　甲。\n第二条　乙。\n第三条　一律不得收取任何费用。'],
	'all new': [SHORT, '关于集市的通知\n请遵照执行。'],
	'a list grows': [
		'第一条　甲：\n（一）乙。\n第二条　丙。',
		'第一条　甲：\n（一）乙；\n（二）丁。\n第二条　丙。',
	],
	'ends and beginnings': ['甲方提出申请\n区政府批准', '甲方提出申请书\n由区政府批准'],
	'empty lines': ['甲\n\n乙\n\n\n丙', '\n甲\n乙\n\n丙丁'],
	'a sentence over two lines': [
		'第一条　街道办事处应当公示摊位，\n并听取经营者的意见。',
		'第一条　街道办事处应当公示全部摊位，\n并听取意见。',
	],
	'a paragraph split': [
		'第一条　街道办事处应当公示摊位的划分方案。经营者应当保持消防通道畅通。\n第二条　丙。',
		'第一条　街道办事处应当公示摊位的划分方案。\n经营者应当保持消防通道畅通。\n第二条　丙。',
	],
	'paragraphs merged': [
		'第一条　街道办事处应当公示摊位的划分方案。\n经营者应当保持消防通道畅通。\n第二条　丙。',
		'第一条　街道办事处应当公示摊位的划分方案。经营者应当保持消防通道畅通。\n第二条　丙。',
	],
	'tabs and signs': ['附件1\n<序号>\t"摊位"', '附件1\n<序号>\t"摊位"\t& 备注'],
	...Object.fromEntries([1, 2, 3, 4, 5].map((seed) => [`fifteen articles, ${seed}`, pair(15, seed)])),
	'two hundred articles': pair(200, 1),
}

/** A few pairs of real laws, where LAW_TEXTS_DIR names the folder that has them: the shortest ones, which settle soon. */
const LAWS = Object.fromEntries(
	lawPairs()
		.toSorted((a, b) => a.newText.length - b.newText.length)
		.slice(0, 4)
		.map(({ name, oldText, newText }) => [name, [oldText, newText] as const]),
)
if (Object.keys(LAWS).length === 0) console.log('LAW_TEXTS_DIR is not set: no pair of real laws is opened.')
const ALL_PAIRS = { ...PAIRS, ...LAWS }

const answers = new Map<string, Read>()

beforeAll(async () => {
	const files = new Map<string, Uint8Array>()
	const put = (name: string, bytes: Uint8Array) => void files.set(name, bytes)
	for (const [name, [old, fresh]] of Object.entries(ALL_PAIRS)) {
		const side = (text: string, no: string) => ({
			text,
			document: null,
			name: no,
			day: null,
			sha256: 'a1'.repeat(32),
		})
		const texts = { old: side(old, '第1稿'), new: side(fresh, '第2稿') }
		const redline = compareTexts(old, fresh)
		put(
			`${name}.docx`,
			await writeMarkedDraft({ texts, redline, author: '赵起草', at: new Date(0), comments }),
		)
		if (name !== 'two hundred articles') continue
		put('table.docx', await writeComparisonTable({ texts, redline, comments }))
		put('sheet.xlsx', writeComparisonSheet({ texts, redline, comments }))
	}
	for (const [name, read] of readInOffice<Read>(files)) answers.set(name, read)
})

function answerTo(file: string): Read {
	const answer = answers.get(file)
	if (!answer) throw new Error(`no answer to ${file}`)
	return answer
}

test.each(Object.entries(ALL_PAIRS))(
	'%s: LibreOffice accepts all changes to the new text, and rejects all to the old one',
	(name, [old, fresh]) => {
		const { accepted, rejected } = answerTo(`${name}.docx`)
		expect({ accepted: accepted.lines, rejected: rejected.lines }).toEqual({
			accepted: fresh.split('\n'),
			rejected: old.split('\n'),
		})
		expect([accepted.left, rejected.left]).toEqual([0, 0])
		if (old !== fresh) expect(accepted.changes).toBeGreaterThan(0)
	},
)

test('comments keep their authors, initials and words', () => {
	expect(answerTo('one article.docx').accepted.comments).toEqual([
		['李审查', '李', '审查意见第1条\n问题：甲。'],
		['赵起草', '赵', '采纳情况：采纳'],
	])
})

test('the marked-up draft has the margins of official papers; the table lies on its side', () => {
	const draft = answerTo('two hundred articles.docx').page
	expect([draft.Width, draft.Height, draft.LeftMargin, draft.RightMargin].map(inMillimetres)).toEqual([
		210, 297, 28, 26,
	])
	const table = answerTo('table.docx').page
	expect([table.IsLandscape, inMillimetres(table.Width), inMillimetres(table.Height)]).toEqual([
		true,
		297,
		210,
	])
})

test('the sheet opens with its head repeated on every page, on its side', () => {
	const { titleRows, cells, page } = answerTo('sheet.xlsx')
	expect(titleRows).toEqual([5, 5])
	expect(cells[5]).toEqual(['原条款', '修改后', '说明／依据'])
	expect(page.IsLandscape).toBe(true)
})

function inMillimetres(hundredths: number): number {
	return Math.round(hundredths / 100)
}
