import { expect, test } from 'vitest'
import { changedStatutes, nameChange, tableReaches } from '#app/domain/statutes/statute-change.ts'
import { STATUTES } from '#seeds/reference/statutes.ts'

const TABLE = STATUTES.map(({ body }) => body)
const YEAR = { after: '2025-12-31', until: '2026-11-23' }
const found = (text: string, days = YEAR) => changedStatutes(text, days, TABLE).map(nameChange)

test('the table reaches to the day of 生态环境法典, whose article 1242 ends ten laws', () => {
	expect(tableReaches(TABLE)).toBe('2026-08-15')
	expect(tableReaches([])).toBeNull()
	expect(TABLE.at(-1)?.ends).toHaveLength(10)
})

test('[28] a law that ended since the opinion is found, with the law and the article that ended it', () => {
	expect(found('依照《中华人民共和国固体废物污染环境防治法》第七十四条，制定本办法。')).toEqual([
		'《固体废物污染环境防治法》（2026-08-15，《生态环境法典》第一千二百四十二条）',
	])
	expect(found('依照固体废物污染环\n境防治法的规定')).toHaveLength(1)
})

test('[28] a revised law is found by its day; one of before the opinion, or still to come, is none', () => {
	const text = '根据《渔业法》和《仲裁法》'
	expect(found(text)).toEqual(['《仲裁法》（2026-03-01）', '《渔业法》（2026-05-01）'])
	expect(found(text, { after: '2026-03-01', until: '2026-11-23' })).toEqual(['《渔业法》（2026-05-01）'])
	expect(found(text, { after: '2025-12-31', until: '2026-04-30' })).toEqual(['《仲裁法》（2026-03-01）'])
})

test.each([
	['a longer title', '依照《劳动争议调解仲裁法》第二条'],
	['the rules to a law', '依照《渔业法实施细则》第三条'],
	['a law that is new and ended none', '依照《社会救助法》第三条'],
	['no law at all', '本办法自公布之日起施行。'],
])('transition 28: %s is not taken for a law that changed', (_what, text) => {
	expect(found(text)).toEqual([])
})

test('a title within another one counts once, as the longer one', () => {
	expect(found('依照《海洋环境保护法》')).toEqual([
		'《海洋环境保护法》（2026-08-15，《生态环境法典》第一千二百四十二条）',
	])
})
