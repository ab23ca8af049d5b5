import { expect, test } from 'vitest'
import { linesBySense } from '#app/domain/paper/parts-by-sense.ts'
import type { PaperNode, Words } from '#app/domain/paper/paper.ts'
import { sealedPlaces, unsealedPlaces, widthOf } from '#app/domain/paper/signature-places.ts'
import { columnWidths } from '#app/domain/paper/table-widths.ts'

const DAY = '2026年11月29日'
const said = (text: string): Words => ({ says: 'plain', text, from: [] })

test('Arabic figures take half a character: a day of November is seven wide', () => {
	expect(widthOf(DAY)).toBe(7)
})

test('7.3.5.1: the day four characters from the margin, the organ centred over it', () => {
	expect(sealedPlaces('青禾区司法局', DAY)).toEqual({ name: 4.5, day: 4 })
	expect(sealedPlaces('青禾区农业农村局', DAY)).toEqual({ name: 3.5, day: 4 })
})

test('an organ too long for that ends at the margin, and the day is centred under it', () => {
	const long = '青禾区人民政府推进政府职能转变和协调办公室'
	expect(sealedPlaces(long, DAY)).toEqual({ name: 0, day: (21 - 7) / 2 })
})

test('7.3.5.2: without a seal the name two characters from the margin, the day begins two further right', () => {
	expect(unsealedPlaces('法律顾问、公职律师：顾某', DAY)).toEqual({ name: 2, day: 5 })
	expect(unsealedPlaces('顾某', DAY)).toEqual({ name: 9, day: 2 })
})

test('a title is broken around the name it quotes, never within its own words', () => {
	expect(linesBySense('关于《青禾区电动自行车停放充电管理办法》的合法性审查意见', 20)).toEqual([
		'关于《青禾区电动自行车停放充电管理办法》',
		'的合法性审查意见',
	])
	expect(linesBySense('青禾区司法局合法性审查意见书', 20)).toEqual(['青禾区司法局合法性审查意见书'])
})

test('no short cell is narrower than its words: 保留意见 never stands one character to a row', () => {
	const table: Extract<PaperNode, { kind: 'table' }> = {
		kind: 'table',
		widths: [2, 90, 8],
		head: [said('序'), said('事项'), said('复核')],
		rows: [
			{
				cells: [[said('二十一')], [said('甲'.repeat(200))], [said('保留意见')]],
				isStrong: false,
				isUntested: false,
			},
		],
	}
	const line = 36
	const [first = 0, , last = 0] = columnWidths(table, line)
	expect((first / 100) * line).toBeGreaterThanOrEqual(3.8)
	expect((last / 100) * line).toBeGreaterThanOrEqual(4.8)
	expect(columnWidths(table, line).reduce((sum, width) => sum + width, 0)).toBeCloseTo(100)
})
