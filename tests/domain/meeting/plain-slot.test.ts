import { expect, test } from 'vitest'
import { namesMatter, speaksOfDraft } from '#app/domain/meeting/plain-slot.ts'

test.each([
	'审议《青禾区养犬管理办法（草案送审稿）》',
	'审 议养犬管理办法',
	'审\u200b议养犬管理办法',
	'《养犬管理办法》（草·案）',
	'养犬管理办法（草案）',
	'研究通过停车收费方案',
	'《青禾区停车管理办法》（讨论稿）',
	'審議《青禾區養犬管理辦法》',
	'養犬管理辦法（草案送審稿）',
	'討論通過停車收費方案',
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
	'青禾区养犬管理办法',
	'关于《青禾区养犬管理办法》的汇报',
	'传达学习《青禾区养犬管理办法（第三稿）》',
	'学习青禾区养犬管理办法有关精神',
	'青禾区 养犬　管理办法',
	'青禾区养犬\u200b管理办法',
	'青禾区《养犬管理办法》情况',
	'研究养犬管理办法',
	'《养犬管理办法》',
	// In traditional script a draft has the same name.
	'學習《青禾區養犬管理辦法》',
	'關於養犬管理辦法的彙報',
	'青禾区養犬管理辦法有关精神',
])('%s names the matter 青禾区养犬管理办法（草案送审稿）', (title) => {
	expect(namesMatter(title)('青禾区养犬管理办法（草案送审稿）')).toBe(true)
})

test.each([
	['学习《行政处罚法》', '青禾区行政处罚法实施办法'],
	['学习《重大行政决策程序暂行条例》', '青禾区重大行政决策程序暂行条例实施细则'],
	['学习市委工作方案精神', '工作方案'],
	['传达学习市政府全体会议精神', '青禾区养犬管理办法'],
	['会前学法', '青禾区养犬管理办法'],
	['学习', '学习'],
])('%s does not name the matter %s', (title, matter) => {
	expect(namesMatter(title)(matter)).toBe(false)
})

test('a matter that is titled in traditional script is named by its simplified name', () => {
	expect(namesMatter('学习养犬管理办法')('青禾區養犬管理辦法（草案送審稿）')).toBe(true)
	expect(namesMatter('學習《行政處罰法》')('青禾区行政处罚法实施办法')).toBe(false)
})
