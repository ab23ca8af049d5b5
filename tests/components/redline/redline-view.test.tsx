import { expect, test } from 'vitest'
import { RedlineView } from '#app/components/redline/redline-view.tsx'
import { RedlineReader } from '#app/components/redline/redline-reader.tsx'
import type { ReadingChoice, ReadingView } from '#app/domain/redline-reading/reading.ts'
import { readRedline } from '#app/domain/redline-reading/read-redline.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import { renderPage } from '#tests/support/render-page.tsx'

const BEFORE = [
	'第一条　为了规范早夜市的管理，制定本方案。',
	'第二条　经营者应当在每日二十二时以前收市。',
	'第三条　街道办事处负责日常巡查。',
	'第四条　本方案自公布之日起施行。',
].join('\n')
const AFTER = [
	'第一条　为了规范早夜市的管理，制定本方案。',
	'第二条　经营者应当在每日二十三时以前收市。',
	'第三条　摊位收费标准由区发展改革局公布。',
	'第四条　街道办事处负责日常巡查。',
	'第五条　本方案自公布之日起施行。',
].join('\n')

const redline = compareTexts(BEFORE, AFTER)
const NO_CHOICE: ReadingChoice = { around: '0', kind: null, nature: null, mark: null, part: null, at: null }

function show(compared: Redline, view: ReadingView, choice: Partial<ReadingChoice> = {}): Promise<string> {
	const reading = readRedline(compared, [], { ...NO_CHOICE, ...choice })
	return renderPage(<RedlineView reading={reading} view={view} names={{ old: '第 2 稿', new: '第 3 稿' }} />)
}

/** The whole reader with its counts, outline and choices. */
function read(compared: Redline, view: ReadingView, choice: Partial<ReadingChoice> = {}): Promise<string> {
	const wanted = { ...NO_CHOICE, ...choice }
	return renderPage(
		<RedlineReader
			reading={readRedline(compared, [], wanted)}
			address={{ path: '/matters/m/redline', texts: { from: '2', to: '3' }, view, choice: wanted }}
			texts={{
				old: { name: '第 2 稿', sha256: 'a'.repeat(64) },
				new: { name: '第 3 稿', sha256: 'b'.repeat(64) },
			}}
		/>,
	)
}

test('a change is marked for the eye and said for the ear', async () => {
	const page = await show(redline, 'inline')
	expect(plain(page)).toMatch(
		/<del class="change"><span class="sr-text">删除：<\/span>[^<]*二[^<]*<span class="sr-text">（删除完）<\/span><\/del>/,
	)
	expect(plain(page)).toMatch(
		/<ins class="change"><span class="sr-text">插入：<\/span>[^<]*三[^<]*<span class="sr-text">（插入完）<\/span><\/ins>/,
	)
})

test('renumbering stands in the head of an article, never as a change of its text', async () => {
	const page = await show(redline, 'inline', { around: 'all' })
	expect(page).toContain('第三条 → 第四条')
	expect(page).not.toMatch(/<(?:ins|del)[^>]*>(?:<span[^>]*>[^<]*<\/span>)?第/)
})

test('what did not change is folded and still there, without any script', async () => {
	const page = await show(redline, 'inline')
	const folds = [...page.matchAll(/<details[\s\S]*?<\/details>/g)].map((match) => match[0])
	expect(folds).toHaveLength(2)
	expect(folds[0]).toContain('制定本方案')
	expect(folds[1]).toContain('其中 2 处条号变化')
})

test('all of the text is shown when all is asked for', async () => {
	const page = await show(redline, 'inline', { around: 'all' })
	expect(page).not.toContain('<details')
	expect(page).toContain('制定本方案')
})

test('each change says which one it is, and has an address that can be sent', async () => {
	const page = await read(redline, 'side')
	const [first] = redline.blocks.filter((block) => block.kind === 'modified' || block.kind === 'added')
	expect(plain(page)).toContain('第 1 / 2 条')
	expect(plain(page)).toContain(
		`href="/matters/m/redline?from=2&amp;to=3&amp;at=${first?.anchor}#${first?.anchor}"`,
	)
})

test('every count is a filter, and the one that is on is taken off again by the same link', async () => {
	const page = plain(await read(redline, 'side'))
	expect(page).toMatch(/href="\/matters\/m\/redline\?from=2&amp;to=3&amp;kind=added"/)
	const filtered = plain(await read(redline, 'side', { kind: 'added' }))
	expect(filtered).toMatch(/href="\/matters\/m\/redline\?from=2&amp;to=3" aria-current="true"/)
	expect(filtered).toContain('摊位收费标准')
	expect(filtered).not.toContain('经营者应当')
	expect(filtered).toContain('另有 2 处不符合筛选条件')
})

test('the outline leads to what has a number or a name, and never by a link without words', async () => {
	const page = plain(await read(compareTexts(`办法\n${BEFORE}`, `规定\n${AFTER}`), 'side'))
	const outline = /<nav aria-label="目录"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? ''
	const links = [...outline.matchAll(/<a [^>]*>([\s\S]*?)<\/a>/g)].map((match) =>
		(match[1] ?? '').replaceAll(/<[^>]+>/g, ''),
	)
	expect(links.length).toBe(5)
	expect(links.every((words) => words.startsWith('第'))).toBe(true)
})

test('on paper both hashes stand in the head', async () => {
	const page = await read(redline, 'side')
	expect(page).toContain('a'.repeat(64))
	expect(page).toContain('b'.repeat(64))
})

test('where there is room for one column, what went stands in the newer one', async () => {
	const page = plain(await show(redline, 'side'))
	expect(page).toMatch(/<td class="two-columns[^"]*">/)
	expect(page).toMatch(/<del class="change one-column"><span class="sr-text">删除：/)
})

test('two columns are no choice where there is room for one only', async () => {
	const page = await read(redline, 'side')
	expect(page).toMatch(/<span class="max-lg:hidden"><span role="group" aria-label="显示方式"/)
})

test('every block has an address of its own', async () => {
	const page = await show(redline, 'side', { around: 'all' })
	const ids = [...page.matchAll(/<article id="([^"]+)"/g)].map((match) => match[1])
	expect(ids).toHaveLength(redline.blocks.length)
	expect(new Set(ids).size).toBe(ids.length)
})

test('the columns of the two texts have names', async () => {
	const page = await show(redline, 'side')
	expect(page).toMatch(/<th scope="col"[^>]*>第 2 稿<\/th><th scope="col">第 3 稿<\/th>/)
})

test('markup in a draft is shown as text', async () => {
	const forged = compareTexts('第一条　甲。', '第一条　甲<script>alert(1)</script>。')
	const page = await show(forged, 'inline', { around: 'all' })
	expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('two equal texts are said to be equal', async () => {
	const page = await show(compareTexts(BEFORE, BEFORE), 'side')
	expect(page).toContain('两稿文字完全相同')
})

test('a moved article and the place that it left are joined both ways', async () => {
	const words = [
		'街道办事处负责日常巡查。',
		'摊位应当保持整洁，垃圾应当分类。',
		'经营者应当亮证经营。',
		'收费标准应当公开张贴。',
	]
	const text = (order: readonly number[]) =>
		order.map((at, no) => `第${'一二三四'[no]}条　${words[at]}`).join('\n')
	const compared = compareTexts(text([0, 1, 2, 3]), text([1, 2, 3, 0]))
	const moved = compared.blocks.find((block) => block.kind === 'moved')
	expect(moved).toBeDefined()
	const page = plain(await show(compared, 'inline'))
	const stub = `was-${moved?.old[0]?.anchor}`
	expect(page).toContain(`id="${stub}"`)
	expect(page).toContain(`href="#${stub}"`)
	expect(page).toContain(`href="#${moved?.anchor}"`)
})

test('a section shows its number once, and is named by its head where it is folded', async () => {
	const text = (hour: string) => `一、总体要求\n方便群众。\n二、夜市\n（一）收摊。至${hour}收摊。`
	const page = plain(await show(compareTexts(text('二十二时'), text('二十三时')), 'side'))
	const row = /<td[^>]*>(?:(?!<\/td>).)*收摊(?:(?!<\/td>).)*<\/td>/.exec(page)?.[0] ?? ''
	expect(row.replaceAll(/<[^>]*>/g, '')).toMatch(/^（一）收摊。/)
	expect(page).toContain('一、总体要求、二、夜市没有文字改动')
})

/** What React puts between two pieces of text is no part of what is read. */
function plain(page: string): string {
	return page.replaceAll('<!-- -->', '')
}

test('a 款 that might be another one says so under the head of its article, in words', async () => {
	const before = compareTexts(
		'第一条　摊位承租人擅自改变品种的，由街道办事处责令改正。\n集市管理人擅自改变品种的，由街道办事处责令改正。',
		'第一条　摊位经营者擅自改变品种的，由区城管局责令改正。\n集市开办者擅自改变品种的，由区城管局责令改正。',
	)
	expect(plain(await show(before, 'side'))).toMatch(
		/<li>第一条第一款：对应不确定：相似 \d+%，也可能(?:来自|成为)第一条第二款（\d+%）<\/li>/,
	)
})
