import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBeyond, untouchedItems } from '#app/domain/redline-reading/beyond-items.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'

const OLD = [
	'青禾区高素质农民认定管理办法',
	'第一条　为规范高素质农民认定工作，制定本办法。',
	'第二条　区农业农村局负责高素质农民的认定。',
	'镇人民政府负责申报受理。',
	'第三条　申请认定的，应当提交下列材料：',
	'（一）申请表；',
	'（二）培训证明；',
	'（三）身份证明。',
	'第四条　申请人对第三条的材料负责。',
	'第五条　本办法自2027年3月1日起施行。',
].join('\n')

const beyond = (fresh: string, ...anchors: string[]) =>
	changesBeyond(
		compareTexts(OLD, fresh),
		anchors.map((anchor) => ({ anchor })),
	)
const edit = (from: string, to: string) => OLD.replace(from, to)

const ROWS: [string, string, string[], string[]][] = [
	['nothing changed', OLD, [], []],
	['a change where the item is', edit('培训证明', '培训记录'), ['art-3-i2'], []],
	['a change in an article that an item names as a whole', edit('培训证明', '培训记录'), ['art-3'], []],
	[
		'a change of a 项 beside the one that an item names',
		edit('身份证明', '户籍证明'),
		['art-3-i2'],
		['第三条第（三）项'],
	],
	['a change of the 款 that a named 项 stands in', edit('应当提交', '可以提交'), ['art-3-i2'], ['第三条']],
	[
		'a 项 added beside the named one',
		edit('（三）身份证明。', '（三）身份证明；\n（四）户籍证明。'),
		['art-3-i2'],
		['第三条第（四）项'],
	],
	[
		'a 款 that no item names',
		edit('镇人民政府负责', '镇人民政府、街道办事处负责'),
		['art-3'],
		['第二条第二款'],
	],
	['an article that nobody asked for', `${OLD}\n第六条　未取得证书的，处五万元罚款。`, ['art-3'], ['第六条']],
	[
		'an article that an item names, written anew',
		edit('申请人对第三条的材料负责。', '发现损坏的，由村民委员会劝导并及时报修。'),
		['art-4'],
		[],
	],
	[
		'an article that nobody named, written anew',
		edit('申请人对第三条的材料负责。', '发现损坏的，由村民委员会劝导并及时报修。'),
		['art-3'],
		['第四条', '第四条'],
	],
	[
		'an article put in beside one that was written anew',
		edit('申请人对第三条的材料负责。', '发现损坏的，由村民委员会劝导并及时报修。')
			.replace('第五条　', '第六条　')
			.replace('第六条　', '第五条　未取得证书的，处五万元罚款。\n第六条　'),
		['art-4'],
		['第五条'],
	],
	['an article that went', OLD.replace('第四条　申请人对第三条的材料负责。\n', ''), ['art-3'], ['第四条']],
	['the title', edit('认定管理办法', '认定管理实施办法'), ['art-3'], ['标题和引言']],
	['an amount in another way of writing, and a comma', edit('2027年3月1日', '二〇二七年三月一日'), [], []],
	['typography only', edit('；', ';'), [], []],
]

test.each(ROWS)('%s', (_name, fresh, anchors, places) => {
	expect(beyond(fresh, ...anchors).map(({ place }) => place)).toEqual(places)
})

test('an article that was put in names itself, and not what was renumbered after it, nor references that follow', () => {
	const fresh = OLD.replace('第四条　申请人对第三条', '第五条　申请人对第四条')
		.replace('第五条　本办法自', '第六条　本办法自')
		.replace('第三条　申请', '第三条　认定不收取费用。\n第四条　申请')
	expect(beyond(fresh).map(({ place, nature }) => `${place} ${nature}`)).toEqual(['第三条 substance'])
})

test('L1b: a wholly other text is beyond one item on an article of the old one', () => {
	const other = [
		'青禾区废旧物资回收管理办法',
		'第一条　未取得许可证的，不得经营废旧物资回收。',
		'第二条　违反本办法的，处五万元罚款。',
		'第三条　罚款由街道办事处收取。',
	].join('\n')
	const found = beyond(other, 'art-3')
	expect(found.length).toBeGreaterThan(2)
	expect(found.some(({ nature }) => nature === 'substance')).toBe(true)
})

test('an item at whose place nothing changed is named, one in a changed 款 is not', () => {
	const items = ['art-2', 'art-3-i2', 'art-5'].map((anchor) => ({ anchor }))
	const redline = compareTexts(OLD, edit('（二）培训证明；\n', ''))
	expect(untouchedItems(redline, items).map(({ anchor }) => anchor)).toEqual(['art-2', 'art-5'])
})

test('what is beyond some items is beyond fewer of them too', () => {
	const anchors = [
		'art-1',
		'art-2',
		'art-2-p2',
		'art-3',
		'art-3-i1',
		'art-3-i2',
		'art-3-i3',
		'art-4',
		'art-5',
	]
	const words = fc.constantFrom('培训证明', '镇人民政府', '身份证明', '申请表', '负责', '制定', '2027年')
	fc.assert(
		fc.property(fc.subarray(anchors), fc.subarray(anchors), words, (some, more, word) => {
			const fresh = OLD.replaceAll(word, '不予认定')
			const places = (asked: string[]) => beyond(fresh, ...asked).map(({ anchor }) => anchor)
			const all = new Set(places(some))
			expect(places([...some, ...more]).every((anchor) => all.has(anchor))).toBe(true)
		}),
	)
})
