import { expect, test } from 'vitest'
import { isYearInTurn, judgeYear, readDays } from '#app/domain/reference/judge-year.ts'
import { WORKING_DAYS } from '#seeds/reference/working-days.ts'

test.each([
	['2027-01-01', ['2027-01-01']],
	['2027-01-01\n2027-01-03', ['2027-01-01', '2027-01-03']],
	['2027-01-30 至 2027-02-01', ['2027-01-30', '2027-01-31', '2027-02-01']],
	['2027-01-01至2027-01-02、2027-05-01~2027-05-02', ['2027-01-01', '2027-01-02', '2027-05-01', '2027-05-02']],
	['  ', []],
	['2027-02-30', null],
	['2027-1-1', null],
	['1月1日', null],
	['2027-01-03 至 2027-01-01', null],
	['2027-01-01 至 2027-12-31', null],
])('the days of %j are read', (typed, days) => {
	expect(readDays(typed)).toEqual(days)
})

const REST = '2027-01-01 至 2027-01-03 2027-02-05 至 2027-02-14'

test.each([
	['nothing', '', '', 'rest', 'not-days'],
	['no dates', '元旦', '', 'rest', 'not-days'],
	['a day of another year', `${REST} 2028-01-01`, '', 'rest', 'not-days'],
	['work in another year', REST, '2026-01-04', 'work', 'not-days'],
	['a day twice', `${REST} 2027-01-02`, '', 'rest', 'not-days'],
	['a day both off and worked', REST, '2027-01-02', 'work', 'not-days'],
	['work made up on a Monday', REST, '2027-02-15', 'work', 'no-weekend'],
])('a year with %s is not taken', (_what, rest, work, field, problem) => {
	expect(judgeYear(2027, rest, work)).toEqual({ ok: false, reason: { field, problem } })
})

test('the year that the release ships is one that could be typed', () => {
	for (const { body } of WORKING_DAYS)
		expect(judgeYear(body.year, body.rest.join('\n'), body.work.join('\n'))).toEqual({
			ok: true,
			value: { year: body.year, rest: [...body.rest].sort(), work: [...body.work].sort() },
		})
})

test('a New Year holiday may begin at the end of the year before', () => {
	expect(judgeYear(2027, `2026-12-31 ${REST}`, '')).toMatchObject({ ok: true })
	expect(judgeYear(2027, `2026-12-21 ${REST}`, '')).toMatchObject({ reason: { problem: 'not-days' } })
})

test('years are loaded one after the other, and none that is past', () => {
	expect([2025, 2026, 2027, 2028].filter((year) => isYearInTurn(year, 2026, 2026))).toEqual([2026, 2027])
	expect([2025, 2026, 2027, 2028].filter((year) => isYearInTurn(year, 2027, 2025))).toEqual([2027])
	expect([2026, 2027, 2028].filter((year) => isYearInTurn(year, 2026, 2027))).toEqual([2026, 2027, 2028])
})
