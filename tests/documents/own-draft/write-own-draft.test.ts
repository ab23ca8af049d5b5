import { strFromU8, unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, DocumentTree } from '#app/domain/document/document-tree.ts'
import { linesOf } from '#app/domain/document/plain-lines.ts'
import { writeOwnDraft } from '#app/documents/own-draft/write-own-draft.server.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { buildDocx, numbered, p, r } from '#tests/support/docx-builder.ts'
import { drawnDocx, drawnPair } from '#tests/support/drawn-word.ts'
import { brokenRules } from '#tests/support/office-rules.ts'
import { acceptedTree, rejectedTree } from '#tests/support/settle-revisions.ts'

const AT = new Date('2026-03-09T02:30:00.000Z')

async function mark(old: Uint8Array, fresh: Uint8Array, marked: 'old' | 'new'): Promise<Uint8Array> {
	const written = await writeOwnDraft({
		files: { old, new: fresh },
		marked,
		author: '赵起草',
		at: AT,
		comments: [],
	})
	if (!written.ok) throw new Error(written.reason.because)
	return written.value
}

async function treeOf(bytes: Uint8Array): Promise<DocumentTree> {
	const reading = await readDraft(bytes, 'a.docx')
	if (!reading.ok) throw new Error(reading.reason.code)
	return reading.value.document
}

/** What a reader sees: lines with their numbers, tables by rows, columns and spans, images by their hash. */
function seen(tree: DocumentTree): unknown {
	const lines = linesOf(tree).map(({ text }) => text)
	while (lines.at(-1) === '') lines.pop()
	const shape = (blocks: readonly Block[]): unknown[] =>
		blocks.flatMap((block): unknown[] => {
			if (block.kind === 'paragraph')
				return block.marks.flatMap((each) => (each.kind === 'image' ? [each.image.sha256] : []))
			if (block.kind === 'text-box') return [shape(block.blocks)]
			return [
				block.rows.map((row) =>
					row.cells.map((cell) => [cell.column, cell.columnSpan, cell.rowSpan, shape(cell.blocks)]),
				),
			]
		})
	return { lines, shape: shape(tree.body), notes: tree.notes.map(({ mark: sign }) => sign) }
}

async function expectBoth(old: Uint8Array, fresh: Uint8Array): Promise<void> {
	const [before, after] = [seen(await treeOf(old)), seen(await treeOf(fresh))]
	for (const marked of ['new', 'old'] as const) {
		const bytes = await mark(old, fresh, marked)
		expect(
			brokenRules(bytes).filter((rule) => /^(word\/document|revision|deleted|comment)/.test(rule)),
		).toEqual([])
		expect({ marked, accepted: seen(await acceptedTree(bytes)) }).toEqual({ marked, accepted: after })
		expect({ marked, rejected: seen(await rejectedTree(bytes)) }).toEqual({ marked, rejected: before })
	}
}

test('whatever was changed in a file, accepting gives the new one and rejecting the old one', async () => {
	await fc.assert(
		fc.asyncProperty(
			drawnPair,
			fc.constantFrom('same' as const, 'others' as const),
			async ([old, fresh], lists) => {
				await expectBoth(drawnDocx(old), drawnDocx(fresh, lists))
			},
		),
		{ numRuns: 150 },
	)
}, 240_000)

const CELL = (words: string) => `<w:tc>${p(r(words))}</w:tc>`
const TABLE = (limit: string) =>
	`<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${CELL('馆别')}${CELL('限额')}</w:tr><w:tr>${CELL('总馆')}${CELL(limit)}</w:tr></w:tbl>`

function bodyOf(bytes: Uint8Array): string {
	return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
}

test('the file keeps its form: only what changed is touched', async () => {
	const draft = (limit: string) =>
		buildDocx({
			body:
				p(r('青禾区图书采购办法', '<w:b/><w:color w:val="C00000"/>'), '<w:jc w:val="center"/>') +
				p(r('第一条　限额如下：')) +
				TABLE(limit) +
				p(r('第二条　本办法自发布之日起施行。')) +
				'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
		})
	const xml = bodyOf(await mark(draft('100'), draft('120'), 'new'))
	const bare = xml.replaceAll(/<w:del .*?<\/w:del>|<\/?w:ins[^>]*>/g, '')
	expect(bare.replaceAll(/<w:t[^>]*>/g, '<w:t>')).toContain(
		bodyOf(draft('120'))
			.replaceAll(/<w:t[^>]*>/g, '<w:t>')
			.slice(60),
	)
	expect(xml.match(/<w:delText[^>]*>([^<]*)</g)).toEqual(['<w:delText xml:space="preserve">100<'])
	expect(xml.match(/<w:ins /g)).toHaveLength(1)
})

test('a row and a column that came or went are a row and a column of the changes', async () => {
	const row = (...words: string[]) => `<w:tr>${words.map(CELL).join('')}</w:tr>`
	const table = (...rows: string[]) =>
		buildDocx({ body: `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>${p('')}` })
	const old = table(row('情形', '罚款数额'), row('轻微的情形', '一万元'), row('严重的情形', '五万元'))
	const more = table(
		row('情形', '罚款数额'),
		row('轻微的情形', '一万元'),
		row('一般的情形', '三万元'),
		row('严重的情形', '五万元'),
	)
	const inserted = bodyOf(await mark(old, more, 'new'))
	expect(inserted.match(/<w:trPr><w:ins /g)).toHaveLength(1)
	expect(inserted).not.toContain('<w:del ')
	const wider = table(
		row('情形', '说明', '罚款数额'),
		row('轻微的情形', '初次', '一万元'),
		row('严重的情形', '多次', '五万元'),
	)
	const columns = bodyOf(await mark(old, wider, 'new'))
	expect(columns.match(/<w:cellIns /g)).toHaveLength(3)
	expect(columns).not.toContain('<w:delText')
	await expectBoth(old, wider)
	await expectBoth(wider, old)
})

test('a paragraph that moved is told as moved, under one name on both sides', async () => {
	const [a, b, c] = [
		'街道办事处应当公示摊位的划分方案。',
		'经营者应当保持消防通道畅通。',
		'市场管理机构每季度检查一次。',
	]
	const draft = (...lines: string[]) =>
		buildDocx({ body: lines.map((line, at) => p(r(`第${'一二三'[at]}条　${line}`))).join('') })
	const bytes = await mark(draft(a, b, c), draft(b, c, a), 'new')
	const xml = bodyOf(bytes)
	expect(xml.match(/<w:moveFromRangeStart [^>]*w:name="(\w+)"/)?.[1]).toBe(
		xml.match(/<w:moveToRangeStart [^>]*w:name="(\w+)"/)?.[1],
	)
	expect(xml).toMatch(/<w:moveFrom [^>]*><w:r><w:delText[^>]*>街道办事处应当公示/)
	await expectBoth(draft(a, b, c), draft(b, c, a))
})

test('numbers that no list counts to are written out, and come back', async () => {
	const list = (text: string) =>
		`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	const counted = buildDocx({
		body: p(r('甲。'), numbered(1)) + p(r('乙。'), numbered(1)),
		numbering: list('第%1条'),
	})
	const typed = buildDocx({ body: p(r('第1条\t甲。')) + p(r('第2条\t丙。')) })
	const other = buildDocx({
		body: p(r('甲。'), numbered(1)) + p(r('新。'), numbered(1)) + p(r('乙。'), numbered(1)),
		numbering: list('%1.'),
	})
	await expectBoth(counted, typed)
	await expectBoth(typed, counted)
	await expectBoth(counted, other)
})

test('opinion items stand as comments at their place, beside those that the file has', async () => {
	const draft = buildDocx({
		body: `${p(r('第一条　甲。'))}${p(`<w:commentRangeStart w:id="4"/>${r('第二条　乙。')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`)}`,
		comments: '<w:comment w:id="4" w:author="孙同事"><w:p/></w:comment>',
	})
	const written = await writeOwnDraft({
		files: { old: draft, new: draft },
		marked: 'new',
		author: '赵起草',
		at: AT,
		comments: [{ anchor: 'art-2', author: '李审查', at: AT, words: ['问题：没有说明由谁公布。'] }],
	})
	if (!written.ok) throw new Error(written.reason.because)
	expect(brokenRules(written.value).filter((rule) => rule.startsWith('comment'))).toEqual([])
	expect(bodyOf(written.value)).toMatch(
		/<w:commentRangeStart w:id="5"\/>.*第二条　乙。.*<w:commentRangeEnd w:id="5"\/>/,
	)
	const reading = await readDraft(written.value, 'a.docx')
	if (!reading.ok) throw new Error(reading.reason.code)
	const comments = reading.value.findings.filter(({ code }) => code === 'comment')
	expect(comments.map(({ detail }) => detail.name)).toEqual(['孙同事', '李审查'])
})

test('a file that is none, and one of another make, are refused with a reason and nothing is thrown', async () => {
	const draft = buildDocx({ body: p(r('甲')) })
	const asked = { marked: 'new', author: '赵', at: AT, comments: [] } as const
	for (const bytes of [Buffer.from('no zip'), Buffer.alloc(0), buildDocx({ body: '<w:p>' })]) {
		const answer = await writeOwnDraft({ ...asked, files: { old: draft, new: bytes } })
		expect(answer.ok).toBe(false)
	}
})

test('a long file is marked in a time that grows as its length does', async () => {
	const draft = (count: number, word: string) =>
		buildDocx({
			body: Array.from({ length: count }, (_, at) =>
				p(r(`第${at + 1}条　街道办事处第${at % 97}号摊位${at % 50 === 0 ? word : '照旧'}。`)),
			).join(''),
		})
	const time = async (count: number) => {
		const begun = performance.now()
		await mark(draft(count, '甲'), draft(count, '乙'), 'new')
		return performance.now() - begun
	}
	await time(500)
	const [small, large] = [await time(2_000), await time(4_000)]
	expect(large / small).toBeLessThan(3.2)
})

const ins = (id: number, content: string) =>
	`<w:ins w:id="${id}" w:author="孙同事" w:date="2026-01-02T03:04:05Z">${content}</w:ins>`
const del = (id: number, words: string) =>
	`<w:del w:id="${id}" w:author="孙同事" w:date="2026-01-02T03:04:05Z"><w:r><w:delText>${words}</w:delText></w:r></w:del>`

test.each([
	['the change itself', `${r('处')}${del(7, '二十')}${ins(8, r('三十'))}${r('元罚款。')}`, '处二十元罚款。'],
	['more than the change', `${r('处')}${ins(8, r('三十万'))}${r('元罚款。')}`, '处三十元罚款。'],
	['words of both drafts', `${r('处')}${ins(8, r('三十'))}${r('元罚款。')}`, '处三十元罚金。'],
	['a whole paragraph', ins(8, r('处三十元罚款。')), '另一条款完全不同的内容'],
])('marks of an earlier author keep their name and are told once: %s', async (_what, content, before) => {
	const fresh = buildDocx({ body: p(r('第一条　甲。')) + p(content) + p(r('第二条　乙。')) })
	const old = buildDocx({ body: p(r('第一条　甲。')) + p(r(before)) + p(r('第二条　乙。')) })
	const bytes = await mark(old, fresh, 'new')
	const xml = bodyOf(bytes)
	expect(xml).toContain('w:author="孙同事" w:date="2026-01-02T03:04:05Z"')
	expect(xml.match(/>二十</g)?.length ?? 0).toBeLessThan(2)
	expect(seen(await acceptedTree(bytes))).toEqual(seen(await treeOf(fresh)))
	const bare = brokenRules(bytes).filter((rule) => /^(word\/document|revision|deleted)/.test(rule))
	expect(bare).toEqual([])
})

test('an earlier change that is the whole difference is left to its author alone', async () => {
	const content = `${r('处')}${del(7, '二十')}${ins(8, r('三十'))}${r('元罚款。')}`
	const xml = bodyOf(
		await mark(buildDocx({ body: p(r('处二十元罚款。')) }), buildDocx({ body: p(content) }), 'new'),
	)
	expect(xml).not.toContain('赵起草')
})
