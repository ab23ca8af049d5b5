import type { Attendee } from '#app/domain/meeting/attendance.ts'
import { type Outcome, needsListing } from '#app/domain/meeting/outcome.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import type { DiscussionRecord } from './discussion.ts'
import { memberOpinions, outcomeFits } from './head-decides.ts'
import { type Assembled, quorumOf } from './quorum.ts'

/** What of a meeting's record an outcome rests on. */
export type MeetingMinutes = Assembled & {
	readonly discussions: readonly DiscussionRecord[]
	readonly items: readonly {
		readonly id: string
		readonly outcome: { readonly outcome: Outcome } | null
	}[]
}

/** How an item was discussed: what was recorded last counts. */
export function discussionOf(
	{ discussions }: Pick<MeetingMinutes, 'discussions'>,
	agendaItemId: string,
): DiscussionRecord | null {
	return discussions.filter((each) => each.agendaItemId === agendaItemId).at(-1) ?? null
}

const unfit = (problem: Unfitting['problem'], field = 'outcome'): Unfitting => ({
	code: 'unfitting',
	field,
	problem,
})

/**
 * What stands between an item and an outcome, or null: what the meeting decides needs its quorum and its discussion, and
 * says what the head decided there. What was not reached or was taken off needs neither.
 */
export function outcomeObstacle(
	meeting: MeetingMinutes,
	agendaItemId: string,
	outcome: Outcome,
): Unfitting | null {
	if (!needsListing(outcome)) return null
	const discussion = discussionOf(meeting, agendaItemId)
	if (discussion === null) return unfit('not-discussed')
	if (quorumOf(meeting).status !== 'met') return unfit('no-quorum')
	return outcomeFits(outcome, discussion) ? null : unfit('against-the-head')
}

/** What stands between a discussion that is recorded anew and the outcome that is there, or null. */
export function discussionObstacle(
	meeting: Pick<MeetingMinutes, 'items'>,
	agendaItemId: string,
	discussion: Pick<DiscussionRecord, 'head' | 'voices'>,
): Unfitting | null {
	const outcome = meeting.items.find(({ id }) => id === agendaItemId)?.outcome?.outcome
	if (outcome === undefined) return null
	if (!needsListing(outcome)) return unfit('was-not-discussed', 'opinions')
	return outcomeFits(outcome, discussion) ? null : unfit('against-the-outcome', 'opinions')
}

/** What stands between an attendance that is recorded anew and what was recorded of the items, or null. */
export function attendanceObstacle(
	meeting: MeetingMinutes,
	memberCount: number,
	persons: readonly Attendee[],
): Unfitting | null {
	const members = new Set(persons.flatMap(({ name, capacity }) => (capacity === 'member' ? [name] : [])))
	const recorded = meeting.items.flatMap(({ id }) => discussionOf(meeting, id) ?? [])
	const isGone = recorded.some((each) => memberOpinions(each).some(({ name }) => !members.has(name)))
	if (isGone) return unfit('spoke-there', 'member')
	const isDecided = meeting.items.some(({ outcome }) => outcome !== null && needsListing(outcome.outcome))
	const quorum = quorumOf({ memberCount, attendances: persons })
	return isDecided && quorum.status !== 'met' ? unfit('no-quorum', 'total') : null
}
