import { expect, test } from 'vitest'
import { readAttendance } from '#app/domain/meeting/attendance.ts'

test.each([
	['赵某某 区长', [{ name: '赵某某', organ: '区长', capacity: 'member' }]],
	['赵某某，区长，党组书记', [{ name: '赵某某', organ: '区长 党组书记', capacity: 'member' }]],
	['\n 赵某某 \n\n', [{ name: '赵某某', organ: '', capacity: 'member' }]],
])('reads %j', (member, persons) => {
	expect(readAttendance({ member, attending: '', absent: '' })).toEqual({ ok: true, value: persons })
})

test('somebody must have been present', () => {
	expect(readAttendance({ member: ' \n', attending: '孙某某', absent: '李某某' })).toMatchObject({
		reason: { field: 'member', problem: 'nobody' },
	})
})

test('a line that is no name is refused by its field', () => {
	expect(readAttendance({ member: '赵某某', attending: '长'.repeat(61), absent: '' })).toMatchObject({
		reason: { field: 'attending', problem: 'too-long' },
	})
})
