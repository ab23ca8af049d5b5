import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** 出席、列席、请假. */
export const CAPACITIES = ['member', 'attending', 'absent'] as const

export type Capacity = (typeof CAPACITIES)[number]

/** One person of the attendance, as the minutes name them. */
export type Attendee = { readonly name: string; readonly organ: string; readonly capacity: Capacity }

/**
 * How many members of a meeting are recorded neither as present nor as absent (应到人数 less 出席 and 请假); none where nobody
 * has said how many it has.
 */
export function unaccountedMembers(meeting: {
	readonly memberCount: number | null
	readonly attendances: readonly Pick<Attendee, 'capacity'>[]
}): number {
	const named = meeting.attendances.filter(({ capacity }) => capacity !== 'attending').length
	return Math.max(0, (meeting.memberCount ?? 0) - named)
}

const NAME_LIMIT = 60
const PERSONS_LIMIT = 300

/** The attendance as the secretary types it: one person a line in each list, and how many members the meeting has. */
export type TypedAttendance = Readonly<Record<Capacity, string>> & { readonly total: string }

/** Who came, and how many members the meeting has (应到人数). */
export type ReadAttendance = { readonly persons: readonly Attendee[]; readonly memberCount: number }

/** The largest meeting that is counted. */
const MEMBERS_LIMIT = 999

/** The longest list of those who came in one capacity, in UTF-16 code units. */
export const ATTENDANCE_LIMIT = 5000

/**
 * Reads who came and how many members the meeting has: a whole number, no smaller than those who are present. Each member
 * is present or absent; minutes name no other fate.
 */
export function readAttendance(typed: TypedAttendance): Result<ReadAttendance, Unfitting> {
	const persons = readPersons(typed)
	if (!persons.ok) return persons
	const total = typed.total.trim()
	if (total === '') return refuse({ code: 'unfitting', field: 'total', problem: 'missing' })
	const memberCount = /^\d{1,3}$/.test(total) ? Number(total) : 0
	if (memberCount < 1 || memberCount > MEMBERS_LIMIT)
		return refuse({ code: 'unfitting', field: 'total', problem: 'not-a-number' })
	const present = persons.value.filter(({ capacity }) => capacity === 'member').length
	if (memberCount < present)
		return refuse({ code: 'unfitting', field: 'total', problem: 'fewer-than-present' })
	if (unaccountedMembers({ memberCount, attendances: persons.value }) > 0)
		return refuse({ code: 'unfitting', field: 'absent', problem: 'members-unaccounted' })
	return accept({ persons: persons.value, memberCount })
}

/**
 * Reads the attendance as the secretary types it: one person a line, the name first and what they stand for after a
 * space or comma. Nobody present at all, or a line that is too long, is refused by its field.
 */
function readPersons(typed: Readonly<Record<Capacity, string>>): Result<readonly Attendee[], Unfitting> {
	const persons: Attendee[] = []
	for (const capacity of CAPACITIES)
		for (const line of typed[capacity].split('\n')) {
			const words = line.trim()
			if (words === '') continue
			const [name = '', ...rest] = words.split(/[\s,，、　]+/)
			if (words.length > NAME_LIMIT)
				return refuse({ code: 'unfitting', field: capacity, problem: 'too-long' })
			persons.push({ name, organ: rest.join(' '), capacity })
		}
	if (persons.length > PERSONS_LIMIT)
		return refuse({ code: 'unfitting', field: 'attending', problem: 'too-long' })
	if (!persons.some((person) => person.capacity === 'member'))
		return refuse({ code: 'unfitting', field: 'member', problem: 'nobody' })
	return accept(persons)
}
