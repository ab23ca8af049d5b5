import { expect, test } from 'vitest'
import { languageOfRequest } from '#app/locales/languages.ts'
import { learnEveryLanguage } from '#app/locales/every-language.server.ts'
import { translator } from '#app/locales/translator.ts'

learnEveryLanguage()

test.each([
	['no cookie', '', 'zh-CN'],
	['English kept', 'lang=en', 'en'],
	['English among others', 'theme=dark; lang=en; size=large', 'en'],
	['a language that we do not speak', 'lang=fr', 'zh-CN'],
	['a cookie whose name only ends alike', 'slang=en', 'zh-CN'],
	['a spoilt cookie', 'lang=%E0%A4', 'zh-CN'],
])('with %s the page speaks %s → %s', (_case, cookie, language) => {
	const request = new Request('http://localhost/', { headers: { Cookie: cookie } })
	expect(languageOfRequest(request)).toBe(language)
})

test('two languages speak side by side: a page in one does not change the other', () => {
	const [chinese, english] = [translator('zh-CN'), translator('en')]
	expect([chinese('words.state.draft'), english('words.state.draft'), chinese('words.state.draft')]).toEqual([
		'起草中',
		'Drafting',
		'起草中',
	])
})

test('words that a person typed are put into a sentence as they are', () => {
	expect(translator('zh-CN')('refusals.damagedFile', { name: '<b>&"附件"' })).toContain('<b>&"附件"')
})

test('English counts: one day, two days', () => {
	const english = translator('en')
	expect(english('worklist.due.left', { days: 1 })).toBe('1 working day left')
	expect(english('worklist.due.left', { days: 2 })).toBe('2 working days left')
	expect(english('refusals.code.gate-blocked', { count: 1 })).toBe('Not listed: 1 condition is not met.')
	expect(english('refusals.code.wrong-password', { tries: 1 })).toContain('1 try left')
})
