import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** 出席、列席、请假. */
export const CAPACITIES = ['member', 'attending', 'absent'] as const

export type Capacity = (typeof CAPACITIES)[number]

/** One person of the attendance, as the minutes name them. */
export type Attendee = { readonly name: string; readonly organ: string; readonly capacity: Capacity }

const NAME_LIMIT = 60
const PERSONS_LIMIT = 300

/** The longest list of those who came in one capacity, in UTF-16 code units. */
export const ATTENDANCE_LIMIT = 5000

/**
 * Reads the attendance as the secretary types it: one person a line, the name first and what they stand for after a
 * space or comma. Nobody present at all, or a line that is too long, is refused by its field.
 */
export function readAttendance(
	typed: Readonly<Record<Capacity, string>>,
): Result<readonly Attendee[], Unfitting> {
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
