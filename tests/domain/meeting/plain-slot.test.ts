import { expect, test } from 'vitest'
import { namesInSlot, speaksOfDraft } from '#app/domain/meeting/plain-slot.ts'

test.each([
	'审议《青禾区养犬管理办法（草案送审稿）》',
	'审 议养犬管理办法',
	'养犬管理办法（草案）',
	'研究通过停车收费方案',
	'《青禾区停车管理办法》（讨论稿）',
])('T60 %s speaks of a draft', (title) => {
	expect(speaksOfDraft(title)).toBe(true)
})

test.each([
	'会前学法：行政处罚法',
	'学习《重大行政决策程序暂行条例》',
	'传达学习市政府全体会议精神',
	'会前学法',
])('%s speaks of none', (title) => {
	expect(speaksOfDraft(title)).toBe(false)
})

test.each([
	['关于《养犬管理办法》的汇报', '养犬管理办法'],
	['养犬管理办法（修改后）', '养犬管理办法'],
	['传达学习《养犬管理办法（第三稿）》', '养犬管理办法'],
	['养犬管理办法有关情况', '养犬管理办法有关'],
])('of %s the name %s is looked for', (title, name) => {
	expect(namesInSlot(title)).toContain(name)
})
