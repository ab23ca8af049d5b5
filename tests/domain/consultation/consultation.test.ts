import { expect, test } from 'vitest'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { judgePeriod, lastOfThirtyDays, standingOn } from '#app/domain/consultation/consultation.ts'

const on = parsePlainDate
const TODAY = on('2026-11-18')
const judge = (from: string, to: string, shorterReason = '') =>
	judgePeriod({ from: on(from), to: on(to), shorterReason }, TODAY)

test('the first day is not counted: from 18 November thirty days end on 18 December', () => {
	expect(lastOfThirtyDays(TODAY)).toBe('2026-12-18')
	expect(judge('2026-11-18', '2026-12-18')).toMatchObject({ ok: true, value: { shorterReason: null } })
	expect(judge('2026-11-18', '2026-12-17')).toMatchObject({
		reason: { field: 'shorterReason', problem: 'missing' },
	})
})

test('fewer than thirty days stand with the reason that is published; with thirty a reason is left out', () => {
	expect(judge('2026-11-18', '2026-11-28', '汛期将至。')).toMatchObject({
		value: { fromDay: '2026-11-18', toDay: '2026-11-28', shorterReason: '汛期将至。' },
	})
	expect(judge('2026-11-18', '2026-12-18', '汛期将至。')).toMatchObject({ value: { shorterReason: null } })
})

test('a consultation neither began before it was opened, nor ends before it begins, nor in another century', () => {
	expect(judge('2026-11-17', '2026-12-30')).toMatchObject({ reason: { problem: 'before-today' } })
	expect(judge('2026-11-18', '2026-11-18')).toMatchObject({ reason: { problem: 'not-after-start' } })
	expect(judge('2026-11-18', '2062-12-18')).toMatchObject({
		reason: { field: 'to', problem: 'too-far-ahead' },
	})
	expect(judge('2062-11-18', '2062-12-18')).toMatchObject({ reason: { field: 'from' } })
})

test('it closes by itself when its last day is over', () => {
	const it = { fromDay: '2026-11-20', toDay: '2026-12-20', end: null }
	const standing = (day: string) => standingOn(it, on(day), false)
	expect(['2026-11-19', '2026-11-20', '2026-12-20', '2026-12-21'].map(standing)).toEqual([
		'ahead',
		'running',
		'running',
		'closed',
	])
	expect(standingOn(it, on('2026-11-21'), true)).toBe('cancelled')
})
