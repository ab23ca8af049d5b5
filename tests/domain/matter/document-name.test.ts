import { expect, test } from 'vitest'
import { documentName, nameLikeness } from '#app/domain/matter/document-name.ts'

test.each([
	['青禾区早市夜市管理办法（修订草案送审稿）', '青禾区早市夜市管理办法'],
	['青禾区早市夜市管理办法(征求意见稿)', '青禾区早市夜市管理办法'],
	['青禾区早市夜市管理办法修订草案', '青禾区早市夜市管理办法'],
	['关于修改《青禾区早市夜市管理办法》的决定', '青禾区早市夜市管理办法'],
	['青禾区人民政府关于印发青禾区早市夜市管理办法的通知', '青禾区早市夜市管理办法'],
	['青禾区早市夜市管理办法（试行）', '青禾区早市夜市管理办法（试行）'],
	['关于公布《青禾区摊位收费标准（修订草案）》的公告', '青禾区摊位收费标准'],
	['青禾区养老服务规划', '青禾区养老服务规划'],
])('of 「%s」 the document is 「%s」', (title, name) => {
	expect(documentName(title)).toBe(name)
})

test('names are alike by the pairs of characters that they share', () => {
	expect(nameLikeness('青禾区夜市管理办法', '青禾区夜市管理办法')).toBe(1)
	expect(nameLikeness('青禾区夜市管理办法', '青禾区夜市管理暂行办法')).toBeGreaterThan(0.7)
	expect(nameLikeness('青禾区夜市管理办法', '电动自行车停放规定')).toBe(0)
	expect(nameLikeness('', '')).toBe(0)
})
