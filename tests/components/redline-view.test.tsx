import { expect, test } from 'vitest'
import { RedlineView } from '#app/components/redline-view.tsx'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
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
const names = { oldName: 'V2', newName: 'V3' }

test('a change is marked for the eye and said for the ear', async () => {
	const page = await renderPage(<RedlineView redline={redline} view="inline" show="changes" {...names} />)
	expect(page).toMatch(/<del class="change"><span class="sr-text">删除：<\/span>二<\/del>/)
	expect(page).toMatch(/<ins class="change"><span class="sr-text">插入：<\/span>三<\/ins>/)
})

test('renumbering stands in the head of an article, never as a change of its text', async () => {
	const page = await renderPage(<RedlineView redline={redline} view="inline" show="all" {...names} />)
	expect(page).toContain('第三条 → 第四条')
	expect(page).not.toMatch(/<(?:ins|del)[^>]*>(?:<span[^>]*>[^<]*<\/span>)?第/)
})

test('what did not change is folded and still there, without any script', async () => {
	const page = await renderPage(<RedlineView redline={redline} view="inline" show="changes" {...names} />)
	const folds = [...page.matchAll(/<details[\s\S]*?<\/details>/g)].map((match) => match[0])
	expect(folds).toHaveLength(2)
	expect(folds[0]).toContain('制定本方案')
	expect(folds[1]).toContain('其中 2 处条号变化')
})

test('all of the text is shown when all is asked for', async () => {
	const page = await renderPage(<RedlineView redline={redline} view="inline" show="all" {...names} />)
	expect(page).not.toContain('<details')
	expect(page).toContain('制定本方案')
})

test('each change leads to the next and the previous one by links', async () => {
	const page = await renderPage(<RedlineView redline={redline} view="side" show="changes" {...names} />)
	const [first, second] = redline.blocks.filter(
		(block) => block.kind === 'modified' || block.kind === 'added',
	)
	expect(page).toContain(`href="#${second?.anchor}">下一处`)
	expect(page).toContain(`href="#${first?.anchor}">上一处`)
})

test('every block has an address of its own', async () => {
	const page = await renderPage(<RedlineView redline={redline} view="side" show="all" {...names} />)
	const ids = [...page.matchAll(/<article id="([^"]+)"/g)].map((match) => match[1])
	expect(ids).toHaveLength(redline.blocks.length)
	expect(new Set(ids).size).toBe(ids.length)
})

test('the columns of the two texts have names', async () => {
	const page = await renderPage(<RedlineView redline={redline} view="side" show="changes" {...names} />)
	expect(page).toMatch(/<th scope="col">V2<\/th><th scope="col">V3<\/th>/)
})

test('markup in a draft is shown as text', async () => {
	const forged = compareTexts('第一条　甲。', '第一条　甲<script>alert(1)</script>。')
	const page = await renderPage(<RedlineView redline={forged} view="inline" show="all" {...names} />)
	expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('two equal texts are said to be equal', async () => {
	const page = await renderPage(
		<RedlineView redline={compareTexts(BEFORE, BEFORE)} view="side" show="changes" {...names} />,
	)
	expect(page).toContain('两稿文字完全相同')
})
