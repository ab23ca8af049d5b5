import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { citedWords, findCitations } from '#app/domain/legal-text/citations.ts'

/** A sentence and what it cites, each as "text place". */
const cases: readonly (readonly [rule: string, sentence: string, cited: readonly string[]])[] = [
	['an article', '违反本办法第三条规定的，责令改正。', ['own 第三条']],
	['an article that was put between two', '依照本条例第十二条之一办理。', ['own 第十二条之一']],
	['a 款 and a 项 of an article', '有本规定第九条第二款第三项情形的', ['own 第九条第二款第三项']],
	['a 项 in brackets', '适用本细则第五条第（四）项', ['own 第五条第四项']],
	['a 目', '符合本办法第五条第一款第二项第三目', ['own 第五条第一款第二项第三目']],
	['Arabic figures, half and full width', '见第12条第３款', ['own 第十二条第三款']],
	['blanks inside', '依照第 八 条第 一 款办理', ['own 第八条第一款']],
	['a bare number is of this text', '依照第八条办理。', ['own 第八条']],
	[
		'a list names its text once',
		'违反本办法第三条、第四条和第六条第二款',
		['own 第三条', 'own 第四条', 'own 第六条第二款'],
	],
	[
		'a list of 款 or 项 carries the article on',
		'依照本办法第七条第一款、第三款以及第九条第（一）项、（三）项处理',
		['own 第七条第一款', 'own 第七条第三款', 'own 第九条第一项', 'own 第九条第三项'],
	],
	['a range gives both ends', '第三条至第五条的规定', ['own 第三条', 'own 第五条']],
	['a 款 of the article that speaks', '违反第一款规定的', ['own 第一款']],
	['本条 is the article that speaks', '依照本条第二款办理', ['own 第二款']],
	['another law in 《》', '依照《某市公园管理条例》第十条处理', ['other 第十条']],
	['another law in 《》 with its year', '依照《公园条例》（2020年修订）第十条的规定', ['other 第十条']],
	['another law without 《》', '构成民法典第十条、第十一条所称情形', ['other 第十条', 'other 第十一条']],
	['another decree by its number', '区政府令第五号第三条', ['other 第三条']],
	[
		'another law and this text in one list',
		'除《公园条例》第十条、第十一条以及本办法第三条外',
		['other 第十条', 'other 第十一条', 'own 第三条'],
	],
	[
		'a bare number after another law is not told',
		'属于公园条例第十条的，适用第三条',
		['other 第十条', 'untold 第三条'],
	],
	[
		'this text named again after another law',
		'属于公园条例第十条的，适用本办法第三条和第四条',
		['other 第十条', 'own 第三条', 'own 第四条'],
	],
	['前款 and 前条 are relative', '前款规定的期限和前条规定的材料', ['relative ', 'relative ']],
	['前款 with its 项', '有前款第一项、第二项情形的', ['relative 第一项', 'relative 第二项']],
	['前两条 and 前三项', '前两条规定的，前三项除外', ['relative ', 'relative ']],
	['本款 is relative', '依照本款第二项', ['relative 第二项']],
	['目前条件 and 前款项 are other words', '目前条件不具备，前款项未结清，前项目已验收', []],
	['第三方, 第一时间 and 第二章 are none', '委托第三方第一时间按照第二章评估', []],
	['依法 names no law', '应当依法第三条办理', ['own 第三条']],
]

test.each(cases)('%s', (_rule, sentence, cited) => {
	expect(findCitations(sentence).map(({ text, place }) => `${text} ${citedWords(place)}`)).toEqual(cited)
})

test('a citation is the stretch of text that it is written in, and the end of a range says so', () => {
	const sentence = '违反本办法第三条至第五条第二款'
	const found = findCitations(sentence)
	expect(found.map(({ start, end }) => sentence.slice(start, end))).toEqual(['第三条', '第五条第二款'])
	expect(found.map(({ written }) => written)).toEqual(['第三条', '第五条第二款'])
	expect(found.map(({ isThrough }) => isThrough)).toEqual([false, true])
})

const number = fc.integer({ min: 1, max: 1500 })

test('every place that is written is read back', () => {
	fc.assert(
		fc.property(
			number,
			fc.option(fc.integer({ min: 1, max: 9 })),
			fc.option(fc.integer({ min: 1, max: 20 })),
			fc.option(fc.integer({ min: 1, max: 30 })),
			fc.boolean(),
			(article, branch, part, item, isBracketed) => {
				const place = {
					article: branch === null ? String(article) : `${article}-${branch}`,
					part,
					item,
					subItem: null,
				}
				const written = citedWords(place, isBracketed)
				expect(findCitations(`违反本办法${written}的规定`)).toMatchObject([{ place, written, text: 'own' }])
			},
		),
	)
})

test('whatever is cited of another law is never taken for this text', () => {
	const law = fc.constantFrom(
		'《公园条例》',
		'民法典',
		'城市绿化条例',
		'《公园条例》（2020年修订）的',
		'该办法',
	)
	fc.assert(
		fc.property(law, fc.array(number, { minLength: 1, maxLength: 6 }), (name, numbers) => {
			const list = numbers.map((each) => `第${writeNumber(each)}条`).join('、')
			expect(findCitations(`依照${name}${list}处理`).map(({ text }) => text)).toEqual(
				numbers.map(() => 'other'),
			)
		}),
	)
})

test('the citations of any text lie in it, in order and apart', () => {
	const piece = fc.constantFrom(
		'第',
		'前',
		'条',
		'款',
		'项',
		'三',
		'十',
		'（',
		'）',
		'、',
		'至',
		'本法',
		'》',
		'，',
		'1',
		' ',
	)
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
			const text = pieces.join('')
			let last = 0
			for (const { start, end, written } of findCitations(text)) {
				expect(start).toBeGreaterThanOrEqual(last)
				expect(end).toBeGreaterThan(start)
				expect(text.slice(start, end)).toBe(written)
				last = end
			}
		}),
	)
})
