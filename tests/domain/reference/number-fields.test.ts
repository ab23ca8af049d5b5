import { expect, test } from 'vitest'
import { jsonText } from '#app/domain/json-text.ts'
import {
	type EntryBody,
	numberFieldsOf,
	numberIn,
	numberKey,
	withNumbers,
} from '#app/domain/reference/number-fields.ts'
import type { ReferenceKind } from '#app/domain/reference/reference-kind.ts'
import { referenceRows } from '#seeds/reference/load-reference.ts'

const NUMBERED: readonly ReferenceKind[] = ['review-limits', 'track-periods']
const rowsOf = (kind: ReferenceKind) =>
	referenceRows()
		.filter((row) => row.kind === kind)
		.map((row) => ({ ...row, body: jsonText<EntryBody>().read(row.body) }))

/** Every number of a body, wherever it stands, but its place in the instrument. */
function numbersOf(body: EntryBody): number[] {
	return Object.entries(body).flatMap(([name, value]) => {
		if (name === 'position') return []
		if (typeof value === 'number') return [value]
		return typeof value === 'object' && value !== null ? numbersOf(value as EntryBody) : []
	})
}

test.each(NUMBERED)('every number of the shipped %s has a field, and lies between its bounds', (kind) => {
	for (const { code, body } of rowsOf(kind)) {
		const fields = numberFieldsOf(kind, code)
		const values = fields.map((field) => numberIn(body, field))
		expect([...values].sort(), code).toEqual(numbersOf(body).sort())
		for (const [at, field] of fields.entries()) {
			expect(values[at], `${code} ${numberKey(field)}`).toBeGreaterThanOrEqual(field.least)
			expect(values[at], `${code} ${numberKey(field)}`).toBeLessThanOrEqual(field.most)
		}
	}
})

test('no review of a decision can be set below the seven working days of Decree 713 art. 26, nor one of a normative document below five', () => {
	const least = (kind: ReferenceKind, code: string, name: string) =>
		numberFieldsOf(kind, code).find((field) => numberKey(field) === name)?.least
	expect(least('track-periods', 'government-decision', 'review')).toBe(7)
	expect(least('track-periods', 'department-decision', 'review')).toBe(7)
	expect(least('track-periods', 'normative-document', 'review')).toBe(5)
	expect(least('review-limits', 'review-clock', 'guaranteed_government-decision')).toBe(7)
	expect(least('review-limits', 'review-clock', 'guaranteed_normative-document')).toBe(5)
})

test('new numbers take the places of the old ones, and nothing else of the contents changes', () => {
	for (const kind of NUMBERED)
		for (const { code, body } of rowsOf(kind)) {
			const fields = numberFieldsOf(kind, code)
			const numbers = Object.fromEntries(fields.map((field, at) => [numberKey(field), field.least + at]))
			const made = withNumbers(body, fields, numbers)
			expect(fields.map((field) => numberIn(made, field))).toEqual(fields.map(({ least }, at) => least + at))
			const back = Object.fromEntries(fields.map((field) => [numberKey(field), numberIn(body, field) ?? 0]))
			expect(withNumbers(made, fields, back)).toEqual(body)
		}
})

test('what is no list of numbers has none to set', () => {
	expect(numberFieldsOf('checklist-item', 'submission-letter')).toEqual([])
	expect(numberFieldsOf('review-limits', 'unknown')).toEqual([])
	expect(numberFieldsOf('track-periods', 'unknown')).toEqual([])
})
