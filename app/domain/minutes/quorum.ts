import type { Capacity } from '#app/domain/meeting/attendance.ts'

/** What of a meeting says whether enough of its members came. */
export type Assembled = {
	/** How many members the meeting has (应到人数); null where nobody has said. */
	readonly memberCount: number | null
	readonly attendances: readonly { readonly capacity: Capacity }[]
}

/** 应到、实到, and whether that is more than half; unverified where nobody has said how many the meeting has. */
export type Quorum = {
	readonly status: 'met' | 'unmet' | 'unverified'
	readonly members: number | null
	readonly present: number
}

/**
 * More than half of those whom the meeting is made of have to be there (组成人员过半数到会; practice of local rules of
 * procedure, 待确认): who attends without a vote does not count.
 */
export function quorumOf({ memberCount, attendances }: Assembled): Quorum {
	const present = attendances.filter(({ capacity }) => capacity === 'member').length
	if (memberCount === null) return { status: 'unverified', members: null, present }
	return { status: present * 2 > memberCount ? 'met' : 'unmet', members: memberCount, present }
}
