import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { redlineHtml } from '#app/documents/printed-redline/redline-html.ts'
import { redlineText } from '#app/documents/printed-redline/redline-text.ts'

function ask(old: string, fresh: string) {
	const side = (text: string, name: string) => ({
		text,
		document: null,
		name,
		day: null,
		sha256: 'a1'.repeat(32),
	})
	return [{ old: side(old, '旧.txt'), new: side(fresh, '新.txt') }, compareTexts(old, fresh)] as const
}

const OLD =
	'示例区集市管理办法\n第一条　为了规范集市管理，制定本办法。\n第二条　街道办事处应当公示摊位的划分方案。'

test('the page needs nothing else and may load nothing', () => {
	const html = redlineHtml(...ask(OLD, `${OLD}\n第三条　<script src="http://x.example/a.js">&`))
	expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
	expect(html).not.toMatch(/<script|<link|<img|url\(|@import/)
	expect(html).toContain('&lt;script src=&quot;http://x.example/a.js&quot;&gt;&amp;')
})

test('what came and what went is said to the ear as well', () => {
	const html = redlineHtml(...ask(OLD, OLD.replace('应当公示', '可以公示')))
	expect(html).toMatch(
		/<del><span class="ear">删除：<\/span>应当<\/del><ins><span class="ear">插入：<\/span>可以<\/ins>/,
	)
	expect(html).toContain('<summary>标题和引言至第一条没有改动</summary>')
})

test('equal texts say so, and texts of which only a number is written otherwise say that', () => {
	expect(redlineHtml(...ask(OLD, OLD))).toContain('两稿文字完全相同。')
	const numbers = ask(OLD, OLD.replace('第二条', '第2条'))
	expect(redlineHtml(...numbers)).toContain('只有编号的写法或空白不同')
	expect(redlineText(...numbers, false)).toContain('只有编号的写法或空白不同')
})

test('a paragraph that was broken over lines is printed as one', () => {
	const line = (no: number) =>
		`第${no}条　经营者应当在第${no}号摊位的显著位置公示品名、产地\n和价格，不得以任何方式误导前来集市的居民。`
	const text = [1, 2, 3, 4, 5, 6].map(line).join('\n')
	const broken = ask(text, text.replace('第6号', '第9号'))
	expect(redlineHtml(...broken)).toContain('产地和价格，不得以')
	expect(redlineText(...broken, false)).toMatch(/公示品名、产地和价格，不得以.*居民。$/m)
})

test('on a terminal what came is cyan and what went is yellow', () => {
	const text = redlineText(...ask(OLD, OLD.replace('应当公示', '可以公示')), true)
	expect(text).toContain('\u001B[33m[-应当-]\u001B[0m\u001B[1;36m{+可以+}\u001B[0m')
})

test('where a paragraph was split or two were merged the mark between them shows', () => {
	const parts = ['第一条　街道办事处应当公示摊位的划分方案。', '经营者应当保持消防通道畅通，收市后清扫场地。']
	expect(redlineText(...ask(parts.join(''), parts.join('\n')), false)).toContain('方案。{+¶+}\n经营者')
	expect(redlineText(...ask(parts.join('\n'), parts.join('')), false)).toContain('方案。[-¶-]\n经营者')
})

test('a reference that leads elsewhere and a character that is not what it looks like are told, also where no word changed', () => {
	const before =
		'第一条　为了规范集市管理，制定本办法。\n第二条　街道办事处应当公示摊位的划分方案。\n第三条　违反第二条规定的，予以通报。'
	const after = before
		.replace('第二条　', '第二条　经营者应当持证入场，己经登记的除外。\n第三条　街\u200B')
		.replace('\u200B街', '\u200B')
		.replace('第三条　违反', '第四条　违反')
	const compared = ask(before, after)
	const lines = redlineText(...compared, false).split('\n')
	expect(lines).toContain('@@ 第三条 → 第四条 条序调整 @@')
	expect(lines.filter((line) => line.startsWith('  ! '))).toEqual([
		'  ! “己”是U+5DF1，形似“已”。',
		'  ! 有看不见的字符：U+200B。',
		'  ! 所引第二条已调整为第三条，没有随之修改。',
	])
	expect(lines.join('')).toContain('〔U+200B〕')
	const html = redlineHtml(...compared)
	expect(html).toContain('<p class="found">所引第二条已调整为第三条，没有随之修改。</p>')
	expect(html).not.toContain('\u200B')
})

const TABLE = [
	'示例区摊位费标准',
	'第一条　摊位费按下表收取：',
	'类别\t面积\t费用',
	'蔬菜\t四平方米\t每日十元',
	'水产\t六平方米\t每日二十元',
	'第二条　本标准自印发之日起施行。',
].join('\n')
const CHANGED_TABLE = TABLE.replace('每日二十元', '每日三十元').replace(
	'第二条',
	'熟食\t六平方米\t每日四十元\n第二条',
)

test('a table is printed as a table, its changed cells and rows marked', () => {
	const html = redlineHtml(...ask(TABLE, CHANGED_TABLE))
	expect(html.match(/<table/g)).toHaveLength(1)
	expect(html).toMatch(/<tr class="added"><td class="mark">新增行<\/td><td class="added"/)
	expect(html).toMatch(/<td class="modified"><p>每日<del>.*二十元<\/del><ins>.*三十元<\/ins><\/p><\/td>/)
	expect(html.match(/<tr/g)).toHaveLength(4)
})

test('on a terminal a table has a line for each of its rows', () => {
	const text = redlineText(...ask(TABLE, CHANGED_TABLE), false)
	expect(text).toContain('  | 蔬菜 | 四平方米 | 每日十元 |\n')
	expect(text).toContain('  | 水产 | 六平方米 | 每日[-二十元-]{+三十元+} |\n')
	expect(text).toContain('  | {+熟食+} | {+六平方米+} | {+每日四十元+} | 〔新增行〕\n')
})

test('a column that came says so above it, and a table that went is whole', () => {
	const wider = TABLE.replace('费用\n', '费用\t押金\n')
		.replace('十元\n水', '十元\t五十元\n水')
		.replace('二十元\n', '二十元\t八十元\n')
	expect(redlineHtml(...ask(TABLE, wider))).toContain('<td class="mark">新增列</td>')
	const gone = TABLE.split('\n')
		.filter((line) => !line.includes('\t'))
		.join('\n')
	expect(redlineHtml(...ask(TABLE, gone))).toContain('<caption>删除的表格</caption>')
})
