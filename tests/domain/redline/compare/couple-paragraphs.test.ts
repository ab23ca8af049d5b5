import { expect, test } from 'vitest'
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { coupleParagraphs } from '#app/domain/redline/compare/couple-paragraphs.ts'

/** The items of an article with these lines. */
function itemsOf(lines: readonly string[]) {
	const text = ['第一条　有下列情形之一的，不予登记：', ...lines].join('\n')
	const { clauses } = parseLegalText(text)
	return (clauses.find((clause) => clause.kind === 'article')?.paragraphs ?? []).slice(1)
}

/** Which items stand side by side, by their places; – where one stands alone. */
function couples(before: readonly string[], after: readonly string[]): string[] {
	const [old, fresh] = [itemsOf(before), itemsOf(after)]
	const place = (side: readonly unknown[], each: unknown) => (each === null ? '–' : side.indexOf(each) + 1)
	return coupleParagraphs(old, fresh).map((each) => `${place(old, each.old)} ${place(fresh, each.new)}`)
}

const OIL = '（一）未按照规定清运废弃油脂，经书面通知后十日内仍不改正的；'
const FEE = '（二）未按照规定缴纳摊位保证金，经书面通知后十日内仍不补足的；'
const FIRE = '（三）占用消防通道堆放货物，经当场劝导后仍不清理的。'

test('items that were changed in their places stand beside what they were', () => {
	expect(
		couples(
			[OIL, FEE, FIRE],
			[OIL.replace('十日', '五日'), FEE.replace('书面', '两次'), FIRE.replace('当场', '口头')],
		),
	).toEqual(['1 1', '2 2', '3 3'])
})

test('the only item between two that stayed in place stands beside the one that took its place', () => {
	const other = '（二）提供虚假证照；'
	expect(
		couples([OIL, FEE, FIRE], [OIL.replace('十日', '五日'), other, FIRE.replace('当场', '口头')]),
	).toEqual(['1 1', '2 2', '3 3'])
})

test('an item put in before ones that are all alike, and one taken out after them, move nothing into a wrong place', () => {
	const item = (number: string, what: string, days: string) =>
		`（${number}）未按照规定${what}，经书面通知后${days}日内仍不改正的；`
	const before = [item('一', '清运废油', '十'), item('二', '公示收费', '十'), item('三', '报送名录', '十')]
	const after = [item('一', '划定摊位', '十'), item('二', '清运废油', '五'), item('三', '公示收费', '五')]
	expect(couples(before, after)).toEqual(['– 1', '1 2', '2 3', '3 –'])
})

test('a paragraph of which a short first sentence was split off, or put back, is one text with it', () => {
	const [first, rest] = ['集市由街道办事处负责管理。', '城市管理、卫生健康部门按照各自职责，做好相关工作。']
	const kinds = (before: string, after: string) =>
		compareTexts(`第一条　${before}`, `第一条　${after}`).blocks[0]?.rows.map(({ kind }) => kind)
	expect(kinds(first + rest, `${first}\n${rest}`)).toEqual(['split', 'split'])
	expect(kinds(`${first}\n${rest}`, first + rest)).toEqual(['merged', 'merged'])
})
