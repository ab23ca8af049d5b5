import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLookAlikes } from '#app/domain/precheck/look-alikes.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { LOOK_ALIKE_CASES } from './look-alike-cases.ts'

test('there are three hundred cases and more, each its own', () => {
	expect(LOOK_ALIKE_CASES.length).toBeGreaterThanOrEqual(300)
	expect(new Set(LOOK_ALIKE_CASES.map(({ text, before }) => `${before} ${text}`)).size).toBe(
		LOOK_ALIKE_CASES.length,
	)
})

test.each(LOOK_ALIKE_CASES)(
	'$name is named with its code point, where it stands',
	({ text, before, sign, kind }) => {
		const start = text.indexOf(sign)
		const point = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
		const found = findLookAlikes(text, before).filter((each) => each.start === start)
		expect(found).toMatchObject([
			{ end: start + sign.length, codePoints: [point], ...(kind === null ? {} : { kind }) },
		])
		expect(found[0]?.isInvisible).toBe(
			['bidi', 'zero-width', 'tag', 'variation', 'control'].includes(kind ?? ''),
		)
	},
)

test('every case is named whatever sentence stands around it and however long', () => {
	const words = fc.array(
		fc.constantFrom('街道办事处', '应当', '每年', '公布', '清单', '，', '。', '经费', '由财政保障'),
		{
			maxLength: 12,
		},
	)
	fc.assert(
		fc.property(fc.constantFrom(...LOOK_ALIKE_CASES), words, words, ({ text, before, sign }, left, right) => {
			const around = (middle: string) => `${left.join('')}，${middle}，${right.join('')}`
			const start = left.join('').length + 1 + text.indexOf(sign)
			const found = findLookAlikes(around(text), before === undefined ? undefined : around(before))
			expect(found.map((each) => each.start)).toContain(start)
		}),
		{ numRuns: 600 },
	)
})

test('a character put in the place of its look-alike is named also where the paragraph changed elsewhere', () => {
	const before = '区人民政府应当自己组织评估，评估结果向社会公布，费用由财政承担。'
	const text = '区人民政府应当自已组织第三方评估，评估结果及时向社会公布，费用由区级财政承担。'
	expect(findLookAlikes(text, before)).toEqual([
		{ start: 8, end: 9, codePoints: ['U+5DF2'], kind: 'confusable', looksLike: '己', isInvisible: false },
	])
})

test('the mending of a swap is named too: what the older text had is shown', () => {
	expect(findLookAlikes('期限已满', '期限己满')).toMatchObject([{ looksLike: '己' }])
})

test.each([
	['Chinese punctuation and brackets', '（一）“合同”《办法》〔2026〕3号——……；：？！、。'],
	['signs of the national code', '①②㈠㈡⒈⑴ⅠⅡⅣ％‰℃㎡№×÷≤≥±°→★□○●※§'],
	['the circle of dates', '二○二六年'],
	['an ideographic blank and a no-break one', '第一条　为了\u00A0规范'],
	['names of foreign scripts in their own words', 'Москва、Ελλάδα、カタカナ、タクシー、한국어'],
	['Greek letters that are no Latin ones', '波长用λ表示，直径为5μm，α射线'],
	['Latin letters and figures', 'PM2.5、VIN、ISO 9001、H2O、3.5亿元'],
	[
		'words that hold a wrong one by chance',
		'合并目录，而目前前列人员由请求人自己在期末办理，三千预备役，林木规定',
	],
	['surnames, times and rare words', '己方、己见、癸巳年、巳时、甲戌、戊戌、卫戍、戍边、夭折、子曰：“学而”'],
	['words of the two dozen stems', '甲、乙、丙、丁、戊型、己庚'],
])('%s are nothing odd', (_what, text) => {
	expect(findLookAlikes(text)).toEqual([])
})

test('a change that swaps nothing names nothing', () => {
	const before = '主管部门应当在十五日内作出决定，并书面告知申请人。'
	expect(
		findLookAlikes('主管部门应当自受理之日起十日内作出决定，并告知申请人和利害关系人。', before),
	).toEqual([])
	expect(
		findLookAlikes(
			'本办法所称大型活动，是指一千人以上的活动。',
			'本办法所称活动，是指大型公园的入口人数超过八千人的。',
		),
	).toEqual([])
})

test('what is named lies in the text, in order and apart, for any two texts', () => {
	const piece = fc.constantFrom(
		'己',
		'已',
		'日',
		'曰',
		'а',
		'a',
		'O',
		'0',
		'１',
		'\u200B',
		'\u{E0041}',
		'\uD800',
		'末',
		'经',
		'，',
		'ニ',
	)
	const any = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
	fc.assert(
		fc.property(any, any, (text, before) => {
			let last = 0
			for (const { start, end, codePoints } of findLookAlikes(text, before)) {
				expect(start).toBeGreaterThanOrEqual(last)
				expect([...text.slice(start, end)]).toHaveLength(codePoints.length)
				last = end
			}
		}),
	)
})

const folder = process.env['LAW_TEXTS_DIR'] ?? ''

test.skipIf(folder === '')(
	'of the paragraphs of published laws at most one in a thousand is named (LAW_TEXTS_DIR)',
	() => {
		const pairs = readdirSync(join(folder, 'pairs')).map((name) =>
			['old', 'new'].map((side) => readFileSync(join(folder, 'pairs', name, `${side}.txt`), 'utf8')),
		)
		const corpus = readdirSync(join(folder, 'corpus')).map((name) =>
			readFileSync(join(folder, 'corpus', name), 'utf8'),
		)
		const paragraphs = [...corpus, ...pairs.flat()]
			.flatMap((text) => text.split('\n'))
			.filter((line) => line.trim() !== '')
		const alone = paragraphs.filter((line) => findLookAlikes(line).length > 0)
		expect(paragraphs.length).toBeGreaterThan(5000)
		expect(alone.length / paragraphs.length).toBeLessThanOrEqual(0.001)

		const blocks = pairs.flatMap(([old = '', fresh = '']) => compareTexts(old, fresh).blocks)
		const rows = blocks.flatMap((block) =>
			block.rows.map((_row, at) => block.lookAlikes.filter((each) => each.paragraph === at)),
		)
		expect(rows.filter((found) => found.length > 0).length / rows.length).toBeLessThanOrEqual(0.001)
	},
)
