import { expect, test } from 'vitest'
import { readAttendance, unaccountedMembers } from '#app/domain/meeting/attendance.ts'

const read = (given: { total?: string; member: string; attending?: string; absent?: string }) =>
	readAttendance({ total: '1', attending: '', absent: '', ...given })

test.each([
	['赵某某 区长', [{ name: '赵某某', organ: '区长', capacity: 'member' }]],
	['赵某某，区长，党组书记', [{ name: '赵某某', organ: '区长 党组书记', capacity: 'member' }]],
	['\n 赵某某 \n\n', [{ name: '赵某某', organ: '', capacity: 'member' }]],
])('reads %j', (member, persons) => {
	expect(read({ member })).toEqual({ ok: true, value: { persons, memberCount: 1 } })
})

test('somebody must have been present', () => {
	expect(read({ member: ' \n', attending: '孙某某', absent: '李某某' })).toMatchObject({
		reason: { field: 'member', problem: 'nobody' },
	})
})

test('a line that is no name is refused by its field', () => {
	expect(read({ member: '赵某某', attending: '长'.repeat(61) })).toMatchObject({
		reason: { field: 'attending', problem: 'too-long' },
	})
})

test.each([
	['', 'missing'],
	['三', 'not-a-number'],
	['0', 'not-a-number'],
	['1000', 'not-a-number'],
	['1', 'fewer-than-present'],
])('%j members, two of them present: %s', (total, problem) => {
	expect(read({ total, member: '赵某某\n钱某某' })).toMatchObject({ reason: { field: 'total', problem } })
})

test('[33] every member is present or absent: who attends without a vote is none of them', () => {
	const three = { total: '3', member: '赵某某\n钱某某' }
	const short = { reason: { field: 'absent', problem: 'members-unaccounted' } }
	expect(read(three)).toMatchObject(short)
	expect(read({ ...three, attending: '孙某某 区司法局' })).toMatchObject(short)
	expect(read({ ...three, absent: '李某某' })).toMatchObject({ ok: true, value: { memberCount: 3 } })
	expect(read({ ...three, member: '赵某某\n钱某某\n李某某' })).toMatchObject({ ok: true })
})

test('members are unaccounted for only where somebody said how many there are', () => {
	const attendances = [{ capacity: 'member' }, { capacity: 'absent' }, { capacity: 'attending' }] as const
	expect(unaccountedMembers({ memberCount: 4, attendances })).toBe(2)
	expect(unaccountedMembers({ memberCount: 2, attendances })).toBe(0)
	expect(unaccountedMembers({ memberCount: null, attendances })).toBe(0)
})
