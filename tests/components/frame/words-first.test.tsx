import { expect, test } from 'vitest'
import { WordsFirst } from '#app/components/frame/words-first.tsx'
import { beginWithWords } from '#app/locales/load-words.ts'
import { renderPage } from '#tests/support/render-page.tsx'

test('a page whose words are still on their way says that it opens, and is no blank', async () => {
	const page = (
		<WordsFirst>
			<p>正文</p>
		</WordsFirst>
	)
	expect(await renderPage(page)).toContain('<p>正文</p>')
	beginWithWords({ 'zh-CN': {}, en: {} })
	const opening = await renderPage(page)
	expect(opening).toContain('正在打开')
	expect(opening).not.toContain('<p>正文</p>')
})
