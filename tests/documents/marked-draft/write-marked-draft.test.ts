import { strFromU8, unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { writeMarkedDraft } from '#app/documents/marked-draft/write-marked-draft.server.ts'
import type { PaperComment } from '#app/documents/papers/paper-facts.ts'
import { readDraft } from '#app/documents/read-draft.server.ts'
import { brokenRules } from '#tests/support/office-rules.ts'
import { revise, sampleRegulation } from '#tests/support/sample-regulation.ts'
import { acceptAll, rejectAll } from '#tests/support/settle-revisions.ts'

const AT = new Date('2026-03-09T02:30:00.000Z')

function write(old: string, fresh: string, comments: readonly PaperComment[] = []): Promise<Uint8Array> {
	const side = (text: string, name: string) => ({
		text,
		document: null,
		name,
		day: '2026年3月9日',
		sha256: 'a1'.repeat(32),
	})
	return writeMarkedDraft({
		texts: { old: side(old, '第2稿'), new: side(fresh, '第3稿') },
		redline: compareTexts(old, fresh),
		author: '赵起草 <科员> & "组长"',
		at: AT,
		comments,
	})
}

/** Our reader, like every editor, ends a text with its last line that is not empty. */
const read = (text: string) => text.replace(/\n+$/, '')

async function expectBoth(old: string, fresh: string): Promise<Uint8Array> {
	const bytes = await write(old, fresh)
	expect({ accepted: await acceptAll(bytes), rejected: await rejectAll(bytes) }).toEqual({
		accepted: read(fresh),
		rejected: read(old),
	})
	return bytes
}

test.each([
	['one article', 1, 1, false],
	['twelve articles with an annex', 12, 3, true],
	['two hundred articles', 200, 6, true],
])(
	'%s: accepting every change gives the new text, rejecting every change the old one',
	async (_what, articles, chapters, annex) => {
		for (const seed of articles > 100 ? [1] : [1, 2, 3, 4, 5, 6]) {
			const old = sampleRegulation({ articles, seed, chapters, annex })
			const bytes = await expectBoth(old.join('\n'), revise(old, seed).join('\n'))
			expect(brokenRules(bytes)).toEqual([])
		}
	},
)

const FIRST = '第一条　甲。\n第二条　乙。\n第三条　丙。'

const LONG = [
	'街道办事处应当在开市前公示摊位的划分方案，并听取经营者的意见。',
	'经营者应当保持消防通道畅通，收市后清扫自己使用的场地。',
	'市场管理机构每季度检查一次，检查结果向社会公布。',
]

test.each([
	['nothing changed', FIRST, FIRST],
	['the last article is new', FIRST, `${FIRST}\n第四条　丁。`],
	['the last article is gone', FIRST, '第一条　甲。\n第二条　乙。'],
	['the last article is another one', FIRST, '第一条　甲。\n第二条　乙。\n第三条　一律不得收取任何费用。'],
	['the first article is gone', FIRST, '第一条　乙。\n第二条　丙。'],
	['everything is new', FIRST, '关于集市的通知'],
	['nothing was there', '', FIRST],
	['nothing is left', FIRST, ''],
	['empty lines come and go', '甲\n\n乙\n\n\n丙', '\n甲\n乙\n\n丙丁'],
	['an end and a beginning are new', '甲\n乙', '甲子\n丑乙'],
	['a comma becomes a list', '第一条　甲：\n（一）乙。', '第一条　甲：\n（一）乙；\n（二）丙。'],
	['an article moved', FIRST, '第一条　丙。\n第二条　甲。\n第三条　乙。'],
	['a paragraph was split', `第一条　${LONG.join('')}`, `第一条　${LONG[0]}\n${LONG[1]}\n${LONG[2]}`],
	[
		'paragraphs were merged',
		`第一条　${LONG[0]}\n${LONG[1]}\n第二条　${LONG[2]}`,
		`第一条　${LONG.join('')}`,
	],
	[
		'a paragraph became a list',
		`第一条　${LONG.join('')}`,
		`第一条　${LONG[0]}\n（一）${LONG[1]}\n（二）${LONG[2]}`,
	],
	[
		'a sentence is broken over lines',
		'第一条　街道办事处应当公示摊位，\n并听取经营者的意见。',
		'第一条　街道办事处应当公示全部摊位，\n并听取意见。',
	],
	['signs of XML and tabs', '第一条　<甲> & "乙"\t丙', '第一条　<甲>\t&amp; "乙"\t\t丁'],
	['characters outside of the basic plane', '第一条　𠮷野家。', '第一条　𠮷田家😀。'],
])('where %s both texts come back', async (_what, old, fresh) => {
	expect(brokenRules(await expectBoth(old, fresh))).toEqual([])
})

test('whatever the texts, both come back and the file is sound', async () => {
	const line = fc.oneof(
		fc.constantFrom(
			'',
			'第一章　总则',
			'第一条　甲乙丙。',
			'第二条　甲乙丁。',
			'（一）甲；',
			'（二）乙。',
			'附件1',
			'　　第三条　戊。',
		),
		fc.string({ unit: fc.constantFrom('甲', '乙', '。', '第', '条', ' ', '\t', '<', '&', 'a', '𠮷') }),
	)
	const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
	await fc.assert(
		fc.asyncProperty(text, text, async (old, fresh) => {
			expect(brokenRules(await expectBoth(old, fresh))).toEqual([])
		}),
		{ numRuns: 50 },
	)
})

test('what no XML file can hold stands as a sign that everybody sees', async () => {
	expect(await acceptAll(await write('甲', '甲\u0001乙\uD800'))).toBe('甲\uFFFD乙\uFFFD')
})

test('a change bears its author and the time of the clock in China, as Word writes its own', async () => {
	const bytes = await write(FIRST, `${FIRST}\n第四条　丁。`)
	const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
	const heads = new Set(
		[...xml.matchAll(/<w:(?:ins|del) w:id="\d+" (w:author="[^"]*" w:date="[^"]*")/g)].map(([, head]) => head),
	)
	expect([...heads]).toEqual([
		'w:author="赵起草 &lt;科员&gt; &amp; &quot;组长&quot;" w:date="2026-03-09T10:30:00Z"',
	])
})

test('a split and a merge keep the words and track only the ends of paragraphs', async () => {
	const [whole, parts] = [LONG.join(''), LONG.join('\n')]
	for (const [old, fresh, element] of [
		[whole, parts, 'ins'],
		[parts, whole, 'del'],
	] as const) {
		const xml = strFromU8(
			unzipSync(await write(`第一条　${old}`, `第一条　${fresh}`))['word/document.xml'] ?? new Uint8Array(),
		)
		expect(xml.match(new RegExp(`<w:rPr><w:${element} [^>]*/></w:rPr></w:pPr>`, 'g'))).toHaveLength(2)
		expect(xml).not.toMatch(/<w:(ins|del) [^>]*[^/]>/)
	}
})

test('a number that moved on is a tracked change of the whole number', async () => {
	const xml = strFromU8(
		unzipSync(await write('第九条　甲乙丙丁。', '第九条　戊己庚辛。\n第十条　甲乙丙丁。'))[
			'word/document.xml'
		] ?? new Uint8Array(),
	)
	expect(xml).toMatch(/<w:delText xml:space="preserve">第九条<.*<w:t xml:space="preserve">第十条</)
})

test('opinion items and replies stand as comments on the articles that they are about', async () => {
	const said = (anchor: string, author: string, words: string): PaperComment => ({
		anchor,
		author,
		at: AT,
		words: [words],
	})
	const old =
		'第一条　为了规范集市管理，制定本办法。\n第二条　街道办事处应当公示摊位。\n第三条　经营者应当保持通道畅通。'
	const fresh =
		'第一条　为了规范集市管理，制定本办法。\n第二条　不得收费。\n第三条　街道办事处应当公示摊位，并向社会公布。\n第四条　经营者应当保持通道畅通。'
	const bytes = await write(old, fresh, [
		said('art-2', '李审查', '问题：没有说明由谁公布。'),
		said('art-2', '赵起草', '采纳情况：采纳'),
		said('art-3-p9', 'Wang Wu', '放在所在的条上。'),
		said('nowhere', '李审查', '放在文首。'),
	])
	expect(brokenRules(bytes)).toEqual([])
	const parts = unzipSync(bytes)
	const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
	const within = (id: number) =>
		new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*)<w:commentRangeEnd w:id="${id}"/>`)
			.exec(xml)?.[1]
			?.replaceAll(/<[^>]*>/g, '')
	expect([0, 1, 2, 3].map(within)).toEqual([
		'第二条第三条　街道办事处应当公示摊位，并向社会公布。',
		'第二条第三条　街道办事处应当公示摊位，并向社会公布。',
		'第三条第四条　经营者应当保持通道畅通。',
		'第一条　为了规范集市管理，制定本办法。',
	])
	const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array())
	expect(comments).toContain('w:initials="李" w:author="李审查" w:date="2026-03-09T10:30:00')
	expect(comments).toContain('w:initials="WW"')
	const reading = await readDraft(bytes, '花脸稿.docx')
	if (!reading.ok) throw new Error(reading.reason.code)
	expect(reading.value.submittable).toBe(false)
	expect(
		reading.value.findings.filter(({ code }) => code === 'comment').map(({ detail }) => detail.name),
	).toEqual(['李审查', '赵起草', 'Wang Wu', '李审查'])
})

test('a line that ends where it was broken is not stretched to the margin', async () => {
	const bytes = await expectBoth(
		'第一条　经营者应当按照\n规定清运垃圾。',
		'第一条　经营者应当\n按照规定清运垃圾。',
	)
	const settings = strFromU8(unzipSync(bytes)['word/settings.xml'] ?? new Uint8Array())
	expect(settings).toContain('<w:doNotExpandShiftReturn/>')
	expect(brokenRules(bytes)).toEqual([])
})
