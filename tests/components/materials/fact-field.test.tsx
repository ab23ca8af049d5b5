import { expect, test } from 'vitest'
import { FactField } from '#app/components/materials/fact-field.tsx'
import { renderPage } from '#tests/support/render-page.tsx'

test('an expert who is folded away is named in the line that unfolds them', async () => {
	const stored = [
		{ name: '郑某某', field: '省社会科学院', interest: 'none', opinion: 'written' },
		{ name: '何某某', field: '云岭大学', interest: 'none', opinion: 'written' },
	] as const
	const page = await renderPage(
		<FactField step="expert-argumentation" fact="people" rule={{ kind: 'people' }} stored={stored} />,
	)
	const lines = [...page.matchAll(/<summary[^>]*>([^<]*)</g)].map(([, line]) => line)
	expect(lines.slice(0, 3)).toEqual(['第 1 位：郑某某', '第 2 位：何某某', '第 3 位'])
})
