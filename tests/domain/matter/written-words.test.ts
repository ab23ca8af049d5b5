import { expect, test } from 'vitest'
import { readTitle } from '#app/domain/matter/written-words.ts'

test.each([
	['青禾区\u202e停车办法', '青禾区停车办法'],
	['青禾区\u200b停车\u2060办法\ufeff', '青禾区停车办法'],
	['青禾区\u0001停车\u0007办法', '青禾区停车办法'],
	[' 青禾区\n停车  办法 ', '青禾区 停车 办法'],
	['葛\u{e0100}区办法', '葛\u{e0100}区办法'],
])('the title %j is read as it is seen', (typed, title) => {
	expect(readTitle('title', typed)).toEqual({ ok: true, value: title })
})

test('a title of what nobody sees is none', () => {
	const missing = { code: 'unfitting', field: 'title', problem: 'missing' }
	expect(readTitle('title', '\u200b\u202e')).toEqual({ ok: false, reason: missing })
})
