import { expect, test } from 'vitest'
import { OpinionOutline } from '#app/components/review/opinion-forms.tsx'
import type { OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import { renderPage } from '#tests/support/render-page.tsx'

const EMPTY: OpinionBody = { items: [], points: [], steps: [], conclusion: null, summary: '' }
const POINT = { code: 'p1', name: { zh: '权限', en: 'Powers' }, ground: '' } as never

async function outline(body: OpinionBody): Promise<string> {
	const forms = { matterId: 'm', commandKey: 'k', body, isOpen: true, answer: undefined }
	return renderPage(<OpinionOutline forms={forms} points={[POINT]} steps={[]} counsel={2} />)
}

test('every part of an opinion is one step away, with how it stands', async () => {
	const html = await outline(EMPTY)
	for (const part of ['items', 'points', 'steps', 'counsel', 'conclusion'])
		expect(html).toContain(`href="#${part}"`)
	expect(html).toContain('0/1')
	expect(html).toContain('还没有选结论')
	const done = await outline({
		...EMPTY,
		conclusion: 'lawful',
		points: [{ point: 'p1', answer: 'in-order', note: '' }],
	})
	expect(done).toContain('1/1')
	expect(done).not.toContain('还没有选结论')
	expect(done).toContain('合法')
})
