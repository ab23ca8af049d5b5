import { expect, test } from 'vitest'
import { DraftFindings } from '#app/components/draft-text/draft-findings.tsx'
import { renderPage } from '#tests/support/render-page.tsx'

test.each([
	['chart', '图表'],
	['subdocument', '子文档'],
	['w:newerThanThis', '未能识别的内容'],
])('what could not be placed says what it is: %s', async (kind, words) => {
	const finding = { code: 'unplaced-text', blocking: true, detail: { line: 3, kind } }
	const page = await renderPage(<DraftFindings findings={[finding]} />)
	expect(page).toContain(words)
	expect(page).not.toContain('intake.draft')
})
