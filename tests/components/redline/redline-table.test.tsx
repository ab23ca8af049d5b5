import { expect, test } from 'vitest'
import { RedlineView } from '#app/components/redline/redline-view.tsx'
import { readRedline } from '#app/domain/redline-reading/read-redline.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { type MadeTable, madeDocument } from '#tests/support/made-documents.ts'
import { renderPage } from '#tests/support/render-page.tsx'

const FEES: MadeTable = [
	['车型', '单位', '金额'],
	['大型车', '次', '15'],
	['中型车', '次', '8'],
]
const NO_CHOICE = { around: '0', kind: null, nature: null, mark: null, part: null, at: null } as const

async function show(old: MadeTable, fresh: MadeTable, view: 'side' | 'inline') {
	const draft = (table: MadeTable) => madeDocument(['第一条　标准如下：', table, '第二条　乙。'], true)
	const reading = readRedline(compareTexts(draft(old), draft(fresh)), [], NO_CHOICE)
	return renderPage(<RedlineView reading={reading} view={view} names={{ old: '第 2 稿', new: '第 3 稿' }} />)
}

test.each(['side', 'inline'] as const)(
	'a table is shown as a table, with what came and went (%s)',
	async (view) => {
		const page = await show(FEES, [...FEES.slice(0, 2), ['新能源车', '次', '3']], view)
		expect(page).toContain('有改动的表格')
		expect(page).toMatch(/<th scope="col"/)
		expect(page).toMatch(/<td class="mark of-row">删除行<\/td>/)
		expect(page).toMatch(/<td class="mark of-row">新增行<\/td>/)
		expect(page).toMatch(/<ins class="change">[^v]*新能源车/)
	},
)

test('a merged cell that stands for other rows says so, though no word differs', async () => {
	const head = ['情节', '罚款']
	const page = await show(
		[head, ['严重', { words: '五万元', down: 2 }], ['轻微']],
		[head, ['严重', '五万元'], ['轻微', '']],
		'inline',
	)
	expect(page).toContain('合并变化：原占 2 行 1 列，现占 1 行 1 列')
})
