import { expect, test } from 'vitest'
import type { BesideChange } from '#app/domain/document/compare-beside.ts'
import { changesOfLedger, digestOf, wordsOf } from '#app/domain/redline-reading/ledger.ts'
import { summaryOfLedger } from '#app/domain/redline-reading/reader-ledger.ts'
import type { PlacedItem } from '#app/domain/redline-reading/reading.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'

const OLD = [
	'青禾区社区食堂补助办法',
	'第一条　为规范社区食堂的补助，制定本办法。',
	'第二条　食材由区民政局指定的配送企业统一供应。',
	'镇人民政府负责日常检查。',
	'第三条　补助标准见下表：',
	'类别\t供餐能力\t建设补助\t运营补助',
	'综合型\t每日三百人次\t三十万元\t十二万元',
	'标准型\t每日一百人次\t十五万元\t六万元',
	'第四条　补助名单公示期不少于七日。',
	'第五条　违反本办法规定的，处一千元罚款。',
	'第六条　本办法自2027年3月1日起施行。',
].join('\n')

const NEW = OLD.replace('由区民政局指定的配送企业统一供应', '由运营单位依法自主采购')
	.replace('十二万元', '十万元')
	.replace('六万元\n', '五万元\n助餐点\t每日三十人次\t三万元\t一万元\n')
	.replace('七日', '五个工作日')
	.replace('第五条　违反本办法规定的，处一千元罚款。\n', '')
	.replace('第六条', '第五条')

const on = (anchor: string): PlacedItem => ({ id: anchor, anchor, side: 'old' })
const changes = (old: string, fresh: string, ...items: PlacedItem[]) =>
	changesOfLedger(compareTexts(old, fresh), items)
const places = (...given: Parameters<typeof changes>) => changes(...given).map(({ place }) => place)

test('a changed paragraph, a changed cell, a row that came and an article that went are one change each', () => {
	expect(changes(OLD, NEW).map(({ place, unit }) => `${place} ${unit}`)).toEqual([
		'第二条第一款 paragraph',
		'第三条表1第二行 cell',
		'第三条表1第三行 cell',
		'第三条表1第四行 line',
		'第四条 paragraph',
		'第五条 clause',
	])
})

test('texts that are the same, and numbers that moved on, have no change', () => {
	expect(places(OLD, OLD)).toEqual([])
	expect(places(OLD, OLD.replace('第一条', '第一条　青禾区设社区食堂。\n第二条'))).not.toContain('第六条')
})

test('what no item of the opinion asked for is outside, and the rest is not', () => {
	const outside = changes(OLD, NEW, on('art-2'), on('art-5')).filter(({ isOutside }) => isOutside)
	expect(outside.map(({ place }) => place)).toEqual([
		'第三条表1第二行',
		'第三条表1第三行',
		'第三条表1第四行',
		'第四条',
	])
	expect(changes(OLD, NEW).some(({ isOutside }) => isOutside)).toBe(false)
})

const idOf = (old: string, fresh: string, place: string) =>
	changes(old, fresh).find((change) => change.place.startsWith(place))?.id

test('a change stays the same in a later version that changes something else', () => {
	const later = NEW.replace('制定本办法', '结合本区实际，制定本办法')
	for (const place of ['第二条', '第三条表1第二行', '第三条表1第四行', '第四条', '第五条'])
		expect(idOf(OLD, later, place), place).toBe(idOf(OLD, NEW, place))
})

test('articles that were put in above make no change another one', () => {
	const later = NEW.replace('第二条', '第二条　补助资金列入区级预算。\n第三条').replace(
		'第三条　补助标准',
		'第四条　补助标准',
	)
	expect(idOf(OLD, later, '第三条')).toBe(idOf(OLD, NEW, '第二条'))
})

test('another word at its place, on either side, makes it another change', () => {
	const id = idOf(OLD, NEW, '第四条')
	expect(idOf(OLD, NEW.replace('五个工作日', '三个工作日'), '第四条')).not.toBe(id)
	expect(idOf(OLD.replace('七日', '十日'), NEW, '第四条')).not.toBe(id)
	const cell = idOf(OLD, NEW, '第三条表1第二行')
	expect(idOf(OLD, NEW.replace('十万元', '二十万元'), '第三条表1第二行')).not.toBe(cell)
})

test('an article that also stands elsewhere is one change more', () => {
	const moved = OLD.replace('第四条　补助名单公示期不少于七日。\n', '').replace(
		'第六条　',
		'第六条　补助名单公示期不少于五个工作日。\n第七条　',
	)
	expect(changes(OLD, moved).map(({ unit }) => unit)).toContain('order')
})

test('two changes of the same words at one place are two', () => {
	const ids = changes(OLD, NEW).map(({ id }) => id)
	expect(new Set(ids).size).toBe(ids.length)
})

test('the hash over the changes of a block tells when one of them became another', () => {
	const [one, other] = [changes(OLD, NEW), changes(OLD, NEW.replace('十万元', '九万元'))]
	expect(digestOf(one)).toBe(digestOf(changes(OLD, NEW)))
	expect(digestOf(one)).not.toBe(digestOf(other))
})

test('a list shows what came and went with little around it', () => {
	const block = compareTexts(OLD, NEW).blocks.find(({ anchor }) => anchor === 'art-4')
	const words = wordsOf(block?.rows ?? [])
	expect(words.filter(({ kind }) => kind === 'deleted').map(({ text }) => text)).toEqual(['七日'])
	expect(words.filter(({ kind }) => kind === 'inserted').map(({ text }) => text)).toEqual(['五个工作日'])
})

test('a header and an image that differ are changes as well, and no item can have asked for them', () => {
	const beside: BesideChange[] = [
		{ kind: 'header', section: 1, pages: 'all', old: '征求意见稿', new: '送审稿' },
		{ kind: 'image', fate: 'inserted', alt: '', sha256: 'a1', position: 1 },
	]
	const found = changesOfLedger(compareTexts(OLD, OLD), [on('art-2')], beside)
	expect(found.map(({ place, unit, isOutside }) => [place, unit, isOutside])).toEqual([
		['页眉', 'beside', true],
		['图片', 'beside', true],
	])
	const [, image] = changesOfLedger(compareTexts(OLD, NEW), [], beside).slice(-2)
	expect(image?.id).toBe(found[1]?.id)
})

test('the list of what no item asked for is bounded, its counts are not', () => {
	const article = (time: string) => (no: number) =>
		`第${no}条　第${no}号摊位应当在${time}以前收市并清扫场地。`
	const text = (time: string) => Array.from({ length: 250 }, (_, at) => article(time)(at + 1)).join('\n')
	const redline = compareTexts(text('二十二时'), text('二十三时'))
	const changes = changesOfLedger(redline, [{ ...on('art-1'), anchor: 'art-999' }])
	const summary = summaryOfLedger(redline, { changes, seenIds: new Set(), openIds: new Set() })
	expect([summary.outsideCount, summary.outside.length, summary.changes]).toEqual([250, 200, 250])
})

test('what no item asked for is counted by place, by nature and by clause, and the figures add up', () => {
	const old = '第一条　补助公示期不少于七日。\n补助每年发放两次。\n第二条　本办法自2027年3月1日起施行。'
	const fresh = old.replace('七日', '五日').replace('两次', '一次').replace('第二条', '第三条')
	const redline = compareTexts(old, fresh)
	const found = changesOfLedger(redline, [{ ...on('art-1'), anchor: 'art-999' }])
	const summary = summaryOfLedger(redline, { changes: found, seenIds: new Set(), openIds: new Set() })
	const { clauses, substance, wording, rest } = summary.outsideCounts
	expect(clauses).toBe(1)
	expect(substance).toBe(2)
	expect(substance + wording + rest).toBe(summary.outsideCount)
})
