import { expect, test } from 'vitest'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { readAgendaApproval } from '#app/domain/meeting/agenda-approval.ts'

const TODAY = parsePlainDate('2026-11-23')
const read = (approvedBy: string, approvedOn: string, chair: string | null) =>
	readAgendaApproval({ approvedBy, approvedOn }, chair, TODAY)

test('where the meeting names a chair the approval is the chair’s, whatever was typed', () => {
	expect(read('别人', '2026-11-23', '高远山')).toEqual({
		ok: true,
		value: { by: '高远山', on: '2026-11-23' },
	})
})

test('where the meeting names none, the secretary writes who approved', () => {
	expect(read(' 高远山 ', '2026-11-20', null)).toMatchObject({ value: { by: '高远山' } })
	expect(read(' ', '2026-11-20', null)).toMatchObject({
		reason: { field: 'approvedBy', problem: 'missing' },
	})
})

test.each([
	['', 'missing'],
	['11月20日', 'not-a-date'],
	['2026-02-30', 'not-a-date'],
	['2026-11-24', 'in-the-future'],
])('the day “%s” is refused by its field: %s', (day, problem) => {
	expect(read('', day, '高远山')).toMatchObject({ reason: { field: 'approvedOn', problem } })
})
