import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { ChangeNature } from '#app/domain/redline/redline.ts'

const before = (body: string) =>
	`第一条　公园的开放时间由管理机构公布。\n第二条　${body}\n第三条　本办法自公布之日起施行。`

/** What the change of one article is about: its old words, its new ones. */
const cases: readonly (readonly [rule: string, nature: ChangeNature, old: string, fresh: string])[] = [
	['nothing changed', 'none', '管理机构应当每日巡查。', '管理机构应当每日巡查。'],
	['a comma more', 'typography', '管理机构应当每日巡查并记录。', '管理机构应当每日巡查，并记录。'],
	['a half-width colon', 'none', '包括下列内容:树木、草坪。', '包括下列内容：树木、草坪。'],
	['full-width figures', 'none', '保存５年。', '保存5年。'],
	['a blank', 'none', '管理机构应当 每日巡查。', '管理机构应当每日巡查。'],
	['a point in a number', 'substance', '绿地率为3.5。', '绿地率为35。'],
	['another verb', 'wording', '完善公园的服务设施。', '改进公园的服务设施。'],
	['a word less', 'wording', '管理机构应当及时地公布名录。', '管理机构应当及时公布名录。'],
	['an amount', 'substance', '处二百元罚款。', '处五百元罚款。'],
	['a period', 'substance', '应当在十日内答复。', '应当在十五日内答复。'],
	['a date', 'substance', '自2026年5月1日起开放。', '自2026年6月1日起开放。'],
	['a share', 'substance', '比例不低于百分之三十。', '比例不低于百分之三十五。'],
	['may becomes must', 'substance', '管理机构可以公布名录。', '管理机构应当公布名录。'],
	['a not', 'substance', '游客可以携带宠物。', '游客不可以携带宠物。'],
	['another office', 'substance', '由园林部门组织验收。', '由水务部门组织验收。'],
	['and becomes or', 'substance', '提供身份证件和申请表。', '提供身份证件或者申请表。'],
	['another member of a list', 'substance', '禁止攀折花木、捕鱼。', '禁止攀折花木、捕鱼、垂钓。'],
	['a sentence more', 'substance', '管理机构应当公布名录。', '管理机构应当公布名录。名录包括位置和面积。'],
	['a reference to another law', 'substance', '依照《绿化条例》第三条处理。', '依照《绿化条例》第四条处理。'],
	['a reference that leads elsewhere', 'substance', '依照本办法第一条办理。', '依照本办法第三条办理。'],
]

test.each(cases)('%s: %s', (_rule, nature, old, fresh) => {
	const block = compareTexts(before(old), before(fresh)).blocks.find((each) => each.new[0]?.key === '2')
	expect(block?.nature).toBe(nature)
})

test('a renumbering is numbering, also of 项; an added or deleted article is substance, a heading is wording', () => {
	const old =
		'第一章　总则\n第一条　公园的开放时间由管理机构公布。\n第二条　禁止下列行为：\n（一）攀折花木；\n（二）垂钓。'
	const fresh =
		'第一章　总则\n第一条　公园免费开放，法律另有规定的除外。\n第二条　公园的开放时间由管理机构公布。\n第二章　行为\n第三条　禁止下列行为：\n（二）攀折花木；\n（三）垂钓。'
	expect(
		compareTexts(old, fresh).blocks.map(({ kind, nature, new: [ref] }) => `${ref?.label} ${kind} ${nature}`),
	).toEqual([
		'第一章 unchanged none',
		'第一条 added substance',
		'第二条 renumbered numbering',
		'第二章 added wording',
		'第三条 renumbered numbering',
	])
	expect(compareTexts(fresh, old).natures.substance).toBe(1)
})

test('a reference that follows a renumbering and a comma together are references, with another amount substance', () => {
	const text = (number: string, extra: string, rest: string) =>
		`第一条　公园的开放时间由管理机构公布。\n${extra}第${number}条　游客不得攀折花木。\n第九条　违反本办法第${number}条规定的${rest}。`
	const old = text('二', '', '处二百元罚款')
	const added = '第二条　公园免费开放，法律另有规定的除外。\n'
	const natureOf = (fresh: string) => compareTexts(old, fresh).blocks.at(-1)?.nature
	expect(natureOf(text('三', added, '处二百元罚款'))).toBe('references')
	expect(natureOf(text('三', added, '，处二百元罚款'))).toBe('references')
	expect(natureOf(text('三', added, '处五百元罚款'))).toBe('substance')
})

test('a text compared with itself has no change of any nature', () => {
	const line = fc.constantFrom(
		'第一条　甲应当公开。',
		'第二条　乙可以申请。',
		'（一）晴天；',
		'一、目标',
		'说明',
	)
	fc.assert(
		fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
			const { blocks } = compareTexts(lines.join('\n'), lines.join('\n'))
			expect(
				blocks.every(
					({ nature, references }) =>
						nature === 'none' && references.every((each) => each.status === 'missing'),
				),
			).toBe(true)
		}),
	)
})

test('a block of no nature has no changed character, and only blocks of substance hold another number or modal verb', () => {
	const verb = fc.constantFrom('应当', '可以', '不得')
	const days = fc.constantFrom('十', '十五', '三十')
	fc.assert(
		fc.property(verb, days, verb, days, (oldVerb, oldDays, newVerb, newDays) => {
			const body = (v: string, d: string) => `管理机构${v}在${d}日内公布公园名录。`
			const { blocks } = compareTexts(before(body(oldVerb, oldDays)), before(body(newVerb, newDays)))
			const isSame = oldVerb === newVerb && oldDays === newDays
			expect(blocks[2]?.nature ?? blocks[1]?.nature).toBe(isSame ? 'none' : blocks[2] ? 'none' : 'substance')
			expect(blocks.some(({ nature }) => nature === 'substance')).toBe(!isSame)
		}),
	)
})

const folder = process.env['LAW_TEXTS_DIR'] ?? ''

test.skipIf(folder === '')(
	'in published laws no change of a number, date or modal verb is called less than substance (LAW_TEXTS_DIR)',
	() => {
		const decisive =
			/[0-9]+(?:年|月|日|元)|[一二三四五六七八九十百千万]+(?:元|日|年|个月|倍)|应当|不得|可以|必须/g
		const pairs = join(folder, 'pairs')
		for (const name of readdirSync(pairs)) {
			const [old = '', fresh = ''] = ['old', 'new'].map((side) =>
				readFileSync(join(pairs, name, `${side}.txt`), 'utf8'),
			)
			for (const { nature, rows } of compareTexts(old, fresh).blocks) {
				if (nature === 'substance') continue
				for (const row of rows) {
					const words = (side: typeof row.old) =>
						(side ?? [])
							.map((segment) => segment.text)
							.join('')
							.normalize('NFKC')
							.match(decisive) ?? []
					expect({ name, words: words(row.new) }).toEqual({ name, words: words(row.old) })
				}
			}
		}
	},
)
