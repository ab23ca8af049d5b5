import { expect, test } from 'vitest'
import { compareCharacters } from '#app/domain/redline/compare/compare-characters.ts'
import { openWorkBudget } from '#app/domain/redline/compare/work-budget.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Segment } from '#app/domain/redline/redline.ts'
import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'

/** A comparison as marks in a line: [-went-]{+came+}, moved words between ~. */
function shown(before: string, after: string): string {
	const marked = ({ kind, text, moved }: Segment) => {
		if (kind === 'same') return text
		const sign = moved ? '~' : kind === 'deleted' ? '-' : '+'
		return kind === 'deleted' ? `[${sign}${text}${sign}]` : `{${sign}${text}${sign}}`
	}
	return compareTexts(before, after)
		.blocks.flatMap((block) => block.rows.map((row) => withoutQuiet(row.merged).map(marked).join('')))
		.join('¶')
}

test('a 款 that went to another article is a move, linked and told on both sides', () => {
	const before =
		'第一条　图书馆每日开放，节假日照常。\n借阅证由读者本人使用，不得转借他人。\n第二条　读者应当爱护图书，按期归还。'
	const after =
		'第一条　图书馆每日开放，节假日照常。\n第二条　读者应当爱护图书，按期归还。\n借阅证由读者本人使用，不得转借他人。'
	const redline = compareTexts(before, after)
	expect(redline.edits).toEqual({ inserted: 0, deleted: 0 })
	expect(redline.links).toMatchObject([
		{ old: ['1'], new: ['1'] },
		{ old: ['2'], new: ['2'] },
		{
			old: ['1'],
			new: ['2'],
			kind: 'moved',
			parts: [{ unit: 'paragraph', old: '第一条第二款', new: '第二条第二款' }],
		},
	])
	const places = redline.blocks.flatMap(({ rows }) =>
		rows.flatMap(({ merged }) => merged.flatMap(({ moved }) => moved?.place ?? [])),
	)
	expect(places).toEqual(['第二条第二款', '第一条第二款'])
})

test('two 款 that changed places do not take their articles along', () => {
	const before =
		'第三条　车位由物业统一编号管理。\n占用消防通道停车的，由物业通知拖离。\n第四条　停车费按月收取，先缴后停。\n租户退租后，车位自次月起收回。'
	const after =
		'第三条　车位由物业统一编号管理。\n租户退租后，车位自次月起收回。\n第四条　停车费按月收取，先缴后停。\n占用消防通道停车的，由物业通知拖离。'
	const redline = compareTexts(before, after)
	expect(redline.edits).toEqual({ inserted: 0, deleted: 0 })
	expect(redline.links.map(({ old, new: fresh }) => `${old}>${fresh}`)).toEqual(['3>3', '4>4', '3>4', '4>3'])
})

test('a sentence moves whole, with its own full stop', () => {
	expect(
		shown(
			'第二条　活动室由社区管理。活动室每周消毒一次。使用人应当提前三日到窗口预约登记。',
			'第二条　活动室由社区管理。使用人应当提前三日到窗口预约登记。活动室每周消毒一次。',
		),
	).toBe(
		'活动室由社区管理。[~活动室每周消毒一次。~]使用人应当提前三日到窗口预约登记。{~活动室每周消毒一次。~}',
	)
})

test('a sentence that was added brings its own full stop, also beside another change', () => {
	expect(
		shown(
			'第一条　业主应当按年缴费，不得拖延。',
			'第一条　业主应当按月缴费，不得拖延。逾期的，加收百分之一。',
		),
	).toBe('业主应当按[-年-]{+月+}缴费，不得拖延。{+逾期的，加收百分之一。+}')
})

const READING_ROOM =
	'第一条　阅览室由值班馆员管理。读者损坏图书的，应当在十日内按照原价赔偿。\n第二条　电子资源限于馆内使用。'

test('a sentence that was changed on its way to another article is known again: only what changed in it counts', () => {
	const redline = compareTexts(
		READING_ROOM,
		'第一条　阅览室由值班馆员管理。\n第二条　电子资源限于馆内使用。读者损坏图书的，应当在三十日内按照原价赔偿。',
	)
	expect(redline.edits).toEqual({ inserted: 3, deleted: 2 })
	expect(redline.links.flatMap(({ parts }) => parts ?? [])).toEqual([
		{ unit: 'sentence', old: '第一条', new: '第二条' },
	])
})

test('what another sentence has in common with it is no sign that a sentence went there', () => {
	const redline = compareTexts(
		READING_ROOM,
		'第一条　阅览室由值班馆员管理。\n第二条　电子资源限于馆内使用。读者带出设备的，由保卫人员登记并通知其单位。',
	)
	expect(redline.links.flatMap(({ parts }) => parts ?? [])).toEqual([])
})

test.each([
	['quotation marks, straight and curved', '称“集中收费”，', '称"集中收费"，'],
	['titles in other brackets', '依照《价目表》收取', '依照<价目表>收取'],
	['a share of a thousand', '滞纳金按日加收千分之五', '滞纳金按日加收0.5%'],
	['a fraction', '须经三分之二以上同意', '须经2/3以上同意'],
	['a decimal in words', '室温不高于二十六点五度', '室温不高于26.5度'],
])('%s say the same in another way of writing', (_what, before, after) => {
	const redline = compareTexts(`第一条　${before}。`, `第一条　${after}。`)
	expect(redline.edits).toEqual({ inserted: 0, deleted: 0 })
	expect(redline.quiet).toBeGreaterThan(0)
	expect(redline.natures.substance + redline.natures.wording).toBe(0)
})

test.each([
	['another share', '滞纳金按日加收千分之五', '滞纳金按日加收5%'],
	['another fraction', '须经三分之二以上同意', '须经3/2以上同意'],
	['another decimal', '室温不高于二十六点五度', '室温不高于26.05度'],
	['a time of day', '八点三十分闭馆', '8.3分闭馆'],
])('%s is a change', (_what, before, after) => {
	const { edits } = compareTexts(`第一条　${before}。`, `第一条　${after}。`)
	expect(edits.inserted).toBeGreaterThan(0)
})

test('a figure of full width that became an ordinary one is no look-alike, the other way round it is', () => {
	const [wide, plain] = ['第一条　不超过１０天。', '第一条　不超过10天。']
	const named = (before: string, after: string) =>
		compareTexts(before, after).blocks.flatMap(({ lookAlikes }) => lookAlikes)
	expect(named(wide, plain)).toEqual([])
	expect(named(plain, wide).length).toBeGreaterThan(0)
})

test.each([
	['a word of the law', '负责办理行政复议事项', '负责办理行政复议案件', '负责办理行政复议[-事项-]{+案件+}'],
	[
		'a name with a middle dot',
		'组长由吐尔逊·买买提和李明担任',
		'组长由吐尔逊·买买提江和李明担任',
		'组长由[-吐尔逊·买买提-]{+吐尔逊·买买提江+}和李明担任',
	],
	[
		'a name with a middle dot after an office',
		'组长阿依努尔·赛买提',
		'组长阿依努尔·赛买提江',
		'组长[-阿依努尔·赛买提-]{+阿依努尔·赛买提江+}',
	],
	['a name that got longer', '由李芳、周敏组成', '由李芳芳、周敏组成', '由[-李芳-]{+李芳芳+}、周敏组成'],
	['a name that got shorter', '成员为周敏、李芳芳', '成员为周敏、李芳', '成员为周敏、[-李芳芳-]{+李芳+}'],
	['a name', '由李芳和王小明组成', '由李芳和王晓明组成', '由李芳和[-王小明-]{+王晓明+}组成'],
	[
		'members of a list',
		'由区公安局、城管局、卫健局组成',
		'由区公安局、卫健局组成',
		'由区公安局、[-城管局、-]卫健局组成',
	],
])('no mark cuts %s', (_what, before, after, marks) => {
	expect(shown(`第一条　${before}。`, `第一条　${after}。`)).toBe(`${marks}。`)
})

const compare = (before: string, after: string) =>
	compareCharacters(before, after, openWorkBudget(before.length + after.length)).segments

test('two characters that stay between two changes join them', () => {
	const segments = compare('为降低审批时限要求并保证服务质量', '为降低审批材料负担并切实保证群众服务质量')
	expect(segments.filter(({ kind }) => kind === 'same').map(({ text }) => text)).toEqual([
		'为降低审批',
		'服务质量',
	])
})

test('a paragraph of which only the formula stayed, in several places, is replaced whole', () => {
	const [before, after] = [
		'同验收结果有利害关系的其他单位或者个人，可以作为见证人参加验收。',
		'有权申请验收的个人为限制行为能力人的，其监护人可以代为申请验收。',
	]
	const kept = compare(before, after).filter(({ kind, text }) => kind === 'same' && text.length > 3)
	expect(kept).toEqual([])
})

test.each([
	['an amount', '处五千元罚款', '处5000元罚款'],
	['an amount in ten thousands', '处二万元罚款', '处2万元罚款'],
	['a grouped amount', '处12,000元罚款', '处一万二千元罚款'],
	['a period', '在30日内答复', '在三十日内答复'],
	['a share', '不超过百分之十五', '不超过15％'],
	['a date', '自2025年1月1日起', '自二〇二五年一月一日起'],
	['a reference', '依照第十二条办理', '依照第12条办理'],
	['brackets and marks', '名录(附后);另行公布', '名录（附后）；另行公布'],
	['the script', '历史建筑应当维护', '歷史建築應當維護'],
	['inner blanks', '由 区 政府负责', '由区政府负责'],
])('%s in another way of writing is quiet', (_what, before, after) => {
	const redline = compareTexts(`第一条　${before}。`, `第一条　${after}。`)
	expect(redline.edits).toEqual({ inserted: 0, deleted: 0 })
	expect(redline.links).toMatchObject([{ kind: 'unchanged' }])
	expect(redline.blocks.map(({ nature }) => nature)).toEqual(['none'])
	expect(redline.quiet).toBeGreaterThan(0)
})

test('another value beside the same one in other digits is the only change', () => {
	expect(shown('第一条　处五千元以上一万元以下罚款。', '第一条　处5000元以上2万元以下罚款。')).toBe(
		'处5000元以上[-一万元-]{+2万元+}以下罚款。',
	)
})

test('an article that was repealed in place is deleted, and linked with its number', () => {
	for (const words of ['（删去）', '(已废止)', '本条删除。'])
		expect(
			compareTexts('第一条　甲方负责保洁。\n第二条　摊主缴费。', `第一条　甲方负责保洁。\n第二条　${words}`)
				.links,
		).toContainEqual(expect.objectContaining({ old: ['2'], new: ['2'], kind: 'deleted' }))
})

test('two chapters that changed places are said once each; their articles are renumbered', () => {
	const [first, second] = [
		'第N条　材料提前两日报送。\n第N条　通知载明时间地点。',
		'第N条　纪要三日内印发。\n第N条　决定按期督办。',
	]
	const text = (one: string, a: string, two: string, b: string) => {
		let number = 1
		return `第一章 总则\n第一条　为规范会务，制定本办法。\n第二章 ${one}\n${a}\n第三章 ${two}\n${b}`.replaceAll(
			'第N条',
			() => `第${(number += 1)}条`,
		)
	}
	const { blocks } = compareTexts(text('会前', first, '会后', second), text('会后', second, '会前', first))
	const moved = blocks.filter(({ kind }) => kind === 'moved').map((block) => block.new[0]?.label)
	expect(moved).toEqual(['第二章', '第三章'])
	expect(blocks.filter(({ kind }) => kind === 'renumbered')).toHaveLength(4)
})

test('a 款 that was rewritten and became an article of its own is a split', () => {
	const links = compareTexts(
		'第五条　住户应当向物业提交报修单和照片。\n物业应当自收到报修单之日起三日内派人查看，并将结果书面告知住户。\n第六条　业委会对维修进行验收。',
		'第五条　住户应当向物业提交报修单和照片。\n第六条　物业收到报修单后，应当在两日内派人查看，并通过短信将结果告知住户。\n第七条　业委会对维修进行验收。',
	).links
	expect(links.map(({ old, new: fresh }) => `${old}>${fresh}`)).toEqual(['5>5,6', '6>7'])
})

test.each(['林料', '村料', '材枓'])(
	'%s in the place of 材料 is named, whichever two characters they are',
	(slip) => {
		const found = compareTexts(
			'第一条　申请人应当提供材料。',
			`第一条　申请人应当提供${slip}。`,
		).blocks.flatMap(({ lookAlikes }) => lookAlikes)
		expect(found).toHaveLength(1)
	},
)
